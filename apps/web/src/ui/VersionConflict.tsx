import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useLayoutEffect, useRef } from 'react';
import classes from './VersionConflict.module.css';

/** One thing that two people filled in differently. */
export type ConflictRow<Field extends string> = {
  field: Field;
  label: string;
  mine: string;
  theirs: string;
  /** Whether the form holds the other's version now. */
  isAdopted: boolean;
};

type Props<Field extends string> = {
  title: string;
  /** What the rows are, above the first column. */
  subject: string;
  rows: readonly ConflictRow<Field>[];
  onTake: (field: Field) => void;
};

/** Both versions of what differs, and a choice per line; shown again for every new conflict. */
export function VersionConflict<Field extends string>({ title, subject, rows, onTake }: Props<Field>) {
  const panel = useRef<HTMLElement>(null);
  const told = rows.map(({ field, mine, theirs }) => [field, mine, theirs].join()).join();
  useLayoutEffect(() => panel.current?.focus(), [told]);
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="conflict-title" className={classes['conflict']}>
      <h2 id="conflict-title">{title}</h2>
      <p>{text('common.conflict.hint')}</p>
      <table aria-labelledby="conflict-title">
        <thead>
          <tr>
            <th scope="col">{subject}</th>
            <th scope="col">{text('common.conflict.mine')}</th>
            <th scope="col">{text('common.conflict.theirs')}</th>
            <th scope="col">{text('common.conflict.choice')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, label, mine, theirs, isAdopted }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td data-head={text('common.conflict.mine')}>{mine}</td>
              <td data-head={text('common.conflict.theirs')}>{theirs}</td>
              <td>
                {isAdopted ? (
                  text('common.conflict.adopted')
                ) : (
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={text('common.conflict.takeTheirsOf', { field: label })}
                    onClick={() => onTake(field)}
                  >
                    {text('common.conflict.takeTheirs')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
