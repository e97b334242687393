import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useLayoutEffect, useRef } from 'react';
import type { MergedRound, RoundField, RoundValues } from './round-form.ts';
import classes from './screening-rounds.module.css';

function shown(field: RoundField, values: RoundValues): string {
  const value = values[field];
  if (value === '') return text('screeningRounds.form.stale.empty');
  return field === 'name' ? value : formatDutchDay(value);
}

/** After somebody else saved first: what she changed, beside what stands in the form now. */
export function RoundConflict({ merged, values }: { merged: MergedRound; values: RoundValues }) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus(), [merged]);
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="stale-title" className={classes['warning']}>
      <h2 id="stale-title">{text('screeningRounds.form.stale.title')}</h2>
      <p>{text('screeningRounds.form.stale.hint')}</p>
      <table className={classes['compare']} aria-labelledby="stale-title">
        <thead>
          <tr>
            <th scope="col">{text('screeningRounds.form.stale.field')}</th>
            <th scope="col">{text('screeningRounds.form.stale.mine')}</th>
            <th scope="col">{text('screeningRounds.form.stale.theirs')}</th>
            <th scope="col">{text('screeningRounds.form.stale.now')}</th>
          </tr>
        </thead>
        <tbody>
          {merged.differs.map((field) => (
            <tr key={field}>
              <th scope="row">{text(`screeningRounds.form.${field}`)}</th>
              <td>{shown(field, merged.mine)}</td>
              <td>{shown(field, merged.theirs)}</td>
              <td>{shown(field, values)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
