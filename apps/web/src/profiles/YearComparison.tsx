import { Checkbox } from '@mantine/core';
import { formatDutchDay, type InstrumentId, INSTRUMENTS } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useState } from 'react';
import classes from './profiles.module.css';
import { boundsWords } from './score-words.ts';
import { compareForms, type ComparedQuestion, type Form } from './year-comparison.ts';

type Props = { newest: Form; previous: Form | undefined };
type TableProps = { instrument: InstrumentId; newest: Form; previous: Form; rows: readonly ComparedQuestion[] };

function ComparedTable({ instrument, newest, previous, rows }: TableProps) {
  const day = formatDutchDay(newest.response.completedOn);
  const before = formatDutchDay(previous.response.completedOn);
  const totalOf = ({ response }: Form) => boundsWords(response.assessment.instruments[instrument]);
  return (
    <table className={`${classes['answers']} numbers`}>
      <caption>
        {text('profiles.compare.caption', { instrument: text(`profiles.instrument.${instrument}`), day, before })}
      </caption>
      <thead>
        <tr>
          <th scope="col" data-place>
            {text('profiles.why.number')}
          </th>
          <th scope="col">{text('profiles.why.question')}</th>
          <th scope="col">{before}</th>
          <th scope="col">{day}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, number, now, before: then, isChanged }) => (
          <tr key={item.id} data-changed={isChanged || undefined}>
            <td data-number data-place>
              {number}
            </td>
            <th scope="row">{item.label}</th>
            <td>{then}</td>
            <td>
              {now}
              {isChanged && <span className={classes['changed']}>{text('profiles.compare.changed')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td data-place aria-hidden="true" />
          <th scope="row">{text('profiles.compare.total')}</th>
          <td>{totalOf(previous)}</td>
          <td>{totalOf(newest)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** This time beside last time; only what changed is marked. */
export function YearComparison({ newest, previous }: Props) {
  const [onlyChanges, setOnlyChanges] = useState(true);
  const rows = previous && compareForms(newest, previous);
  const changes = rows?.filter(({ isChanged }) => isChanged).length ?? 0;
  const other =
    previous && INSTRUMENTS.find((id) => newest.response.instruments[id] !== previous.response.instruments[id]);
  return (
    <section>
      <h2 className={classes['title']}>{text('profiles.compare.title')}</h2>
      {previous === undefined && <p>{text('profiles.compare.first')}</p>}
      {previous !== undefined && rows === undefined && <p>{text('profiles.compare.noAnswers')}</p>}
      {previous !== undefined && other !== undefined && (
        <p>
          {text('profiles.compare.otherVersion', {
            version: newest.response.instruments[other],
            before: previous.response.instruments[other],
          })}
        </p>
      )}
      {previous !== undefined && rows !== undefined && (
        <>
          <p>{changes === 0 ? text('profiles.compare.none') : plural('profiles.compare.change', changes)}</p>
          <Checkbox
            label={text('profiles.compare.onlyChanges')}
            checked={onlyChanges}
            onChange={({ currentTarget }) => setOnlyChanges(currentTarget.checked)}
          />
          {INSTRUMENTS.map((instrument) => (
            <ComparedTable
              key={instrument}
              instrument={instrument}
              newest={newest}
              previous={previous}
              rows={rows.filter((row) => row.instrument === instrument && (row.isChanged || !onlyChanges))}
            />
          ))}
        </>
      )}
    </section>
  );
}
