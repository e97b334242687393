import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ImportChange, ImportRow, NamesById } from './import-types.ts';
import { changeWords, errorWords, keyWords, nameWords } from './row-words.ts';
import classes from './client-imports.module.css';

type Props = { row: ImportRow; colleagues: NamesById };

/** What happens with a row as things stand, and why. */
export function RowOutcome({ row, colleagues }: Props) {
  const lines = outcomeLines(row, colleagues);
  return (
    <ul className={classes['lines']}>
      {row.errors.map((error) => (
        <li key={`${error.code}${error.field}`} className={classes['fault']}>
          {errorWords(error)}
        </li>
      ))}
      {row.duplicate && <li className={classes['fault']}>{row.duplicate.detail}</li>}
      {row.duplicate?.candidates.map((candidate) => (
        <li key={candidate.id}>
          <a href={`/clients/${candidate.id}`} target="_blank" rel="noreferrer">
            {candidateWords(candidate)}
          </a>
          {candidate.isTaken && ` (${text('clientImports.review.taken')})`}
        </li>
      ))}
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {noticesOf(row).map(({ code, detail }) => (
        <li key={code} className={classes['notice']}>
          {detail}
        </li>
      ))}
    </ul>
  );
}

/** What a row says of a GP matters only when the row is taken. */
const noticesOf = ({ notices, outcome }: ImportRow): ImportRow['notices'] =>
  outcome === 'CREATE' || outcome === 'UPDATE' ? notices : notices.filter(({ code }) => code !== 'GP_UNKNOWN');

type Candidate = NonNullable<ImportRow['duplicate']>['candidates'][number];

const candidateWords = ({ name, birthDate, city }: Candidate): string =>
  text('clientImports.review.candidate', {
    name: nameWords(name),
    day: formatDutchDay(birthDate),
    city: city ?? text('common.noValue'),
  });

function outcomeLines(row: ImportRow, colleagues: NamesById): string[] {
  if (row.name === null) return [text('clientImports.review.removed')];
  if (row.outcome === 'CREATE') return [text('clientImports.review.created') + withoutWords(row)];
  if (row.outcome === 'UPDATE') return changesOf(row).map((change) => changeWords(change, colleagues));
  if (row.outcome === 'STATUS')
    return [text(row.decision === 'MOVED' ? 'clientImports.review.moved' : 'clientImports.review.deregistered')];
  if (row.status === 'MISSING') return [text('clientImports.review.stays')];
  return [text(row.status === 'UNCHANGED' ? 'clientImports.review.unchanged' : 'clientImports.review.skipped')];
}

const withoutWords = ({ decision, without }: ImportRow): string =>
  decision === 'IMPORT_WITHOUT' && without
    ? ` ${text('clientImports.review.without', { fields: keyWords(without.fields) })}`
    : '';

function changesOf({ duplicate, targetId, decision, without, changes }: ImportRow): readonly ImportChange[] {
  const candidate = duplicate?.candidates.find(({ id }) => id === targetId);
  if (candidate) return candidate.changes;
  return decision === 'IMPORT_WITHOUT' && without ? without.changes : changes;
}
