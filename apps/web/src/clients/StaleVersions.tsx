import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useLayoutEffect, useRef } from 'react';
import classes from './ClientForm.module.css';
import type { Merged, Values } from './form-values.ts';

type Props<Field extends string> = {
  merged: Merged<Field>;
  /** What stands in the form now. */
  values: Values<Field>;
  theirs: Values<Field>;
  label: (field: Field) => string;
  /** How a value reads: a code as a word, a day the Dutch way. */
  words: (field: Field, value: string) => string;
  onTakeTheirs: (field: Field) => void;
};

/** After somebody else saved first: both versions of what differs, and a choice per line. Nothing is overwritten. */
export function StaleVersions<Field extends string>({
  merged,
  values,
  theirs,
  label,
  words,
  onTakeTheirs,
}: Props<Field>) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus(), [merged]);
  const shown = (field: Field, value: string): string =>
    value.trim() === '' ? text('clients.stale.empty') : words(field, value);
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="stale-title" className={classes['panel']}>
      <h2 id="stale-title">{text('clients.stale.title')}</h2>
      <p>{text('clients.stale.hint')}</p>
      <table className={classes['compare']} aria-labelledby="stale-title">
        <thead>
          <tr>
            <th scope="col">{text('clients.stale.field')}</th>
            <th scope="col">{text('clients.stale.mine')}</th>
            <th scope="col">{text('clients.stale.theirs')}</th>
            <th scope="col">{text('clients.stale.choice')}</th>
          </tr>
        </thead>
        <tbody>
          {[...merged.conflicts, ...merged.adopted].map((field) => {
            const isOpen = merged.conflicts.includes(field) && values[field] !== theirs[field];
            return (
              <tr key={field}>
                <th scope="row">{label(field)}</th>
                <td>{shown(field, merged.mine[field])}</td>
                <td>{shown(field, theirs[field])}</td>
                <td>
                  {isOpen ? (
                    <Button
                      variant="default"
                      size="sm"
                      aria-label={text('clients.stale.takeTheirsOf', { field: label(field) })}
                      onClick={() => onTakeTheirs(field)}
                    >
                      {text('clients.stale.takeTheirs')}
                    </Button>
                  ) : (
                    text('clients.stale.adopted')
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
