import { formatDutchDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { Comparison, MergePerson, MergeRecord } from './merge-queries.ts';
import classes from './merges.module.css';

const HELD = [
  'response',
  'profile_assignment',
  'screening_invitation',
  'team_member',
  'consent',
  'contact_person',
] as const;

const FACTS: readonly (readonly [
  'birthDate' | 'sex' | 'address' | 'phone' | 'hisNumber' | 'bsn' | 'status',
  (person: MergePerson) => string | null,
])[] = [
  ['birthDate', ({ birthDate }) => formatDutchDay(birthDate)],
  ['sex', ({ sex }) => findText(`clients.sex.${sex}`) ?? sex],
  ['address', ({ address }) => address],
  ['phone', ({ phone }) => phone],
  ['hisNumber', ({ hisNumber }) => hisNumber],
  ['bsn', ({ hasBsn }) => text(hasBsn ? 'merges.comparison.yes' : 'merges.comparison.no')],
  ['status', ({ status }) => findText(`clients.status.${status}`) ?? status],
];

function Row({ label, cells }: { label: string; cells: readonly (string | number | null)[] }) {
  const [one, other] = cells;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{one ?? '–'}</td>
      <td>{other ?? '–'}</td>
    </tr>
  );
}

/** Two records side by side: who it is, and what each holds. */
export function ComparisonTable({ survivor, merged }: Pick<Comparison, 'survivor' | 'merged'>) {
  const both: readonly MergeRecord[] = [survivor, merged];
  const of = (read: (person: MergePerson) => string | null) => both.map(({ person }) => read(person));
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{text('merges.comparison.fact')}</th>
          <th scope="col">
            {survivor.person.name}
            <div className={classes['quiet']}>{text('merges.comparison.survivor')}</div>
          </th>
          <th scope="col">
            {merged.person.name}
            <div className={classes['quiet']}>{text('merges.comparison.merged')}</div>
          </th>
        </tr>
      </thead>
      <tbody>
        {FACTS.map(([fact, read]) => (
          <Row key={fact} label={text(`merges.comparison.${fact}`)} cells={of(read)} />
        ))}
        {HELD.map((table) => (
          <Row
            key={table}
            label={text(`merges.comparison.${table}`)}
            cells={both.map(({ holdings }) => Number(holdings[table] ?? 0))}
          />
        ))}
      </tbody>
    </table>
  );
}
