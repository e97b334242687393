import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useEffect, useRef } from 'react';
import classes from './practice-settings.module.css';
import { differs, SETTINGS_FIELDS, type SettingsField, type SettingsValues } from './settings-values.ts';
import type { Conflict } from './use-settings-form.ts';

type Props = {
  conflict: Conflict;
  /** What stands in the form now. */
  values: SettingsValues;
  label: (field: SettingsField) => string;
  onTake: (field: SettingsField) => void;
};

/** Both versions of what differs, and a choice per line. */
export function SettingsConflict({ conflict: { mine, theirs }, values, label, onTake }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), [mine]);
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="conflict-title" className={classes['conflict']}>
      <h2 id="conflict-title">{text('practiceSettings.stale.title')}</h2>
      <p>{text('practiceSettings.stale.hint')}</p>
      <table aria-labelledby="conflict-title">
        <thead>
          <tr>
            <th scope="col">{text('practiceSettings.stale.field')}</th>
            <th scope="col">{text('practiceSettings.stale.mine')}</th>
            <th scope="col">{text('practiceSettings.stale.theirs')}</th>
            <th scope="col">{text('practiceSettings.stale.choice')}</th>
          </tr>
        </thead>
        <tbody>
          {SETTINGS_FIELDS.filter((field) => differs(field, mine, theirs)).map((field) => (
            <tr key={field}>
              <th scope="row">{label(field)}</th>
              <td data-head={text('practiceSettings.stale.mine')}>{mine[field]}</td>
              <td data-head={text('practiceSettings.stale.theirs')}>{theirs[field]}</td>
              <td>
                {differs(field, values, theirs) ? (
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={text('practiceSettings.stale.takeTheirsOf', { field: label(field) })}
                    onClick={() => onTake(field)}
                  >
                    {text('practiceSettings.stale.takeTheirs')}
                  </Button>
                ) : (
                  text('practiceSettings.stale.adopted')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
