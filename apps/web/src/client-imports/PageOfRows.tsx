import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ImportRow, NamesById, RowDecision as Decided } from './import-types.ts';
import { RowDecision } from './RowDecision.tsx';
import { RowOutcome } from './RowOutcome.tsx';
import { nameWords } from './row-words.ts';
import classes from './client-imports.module.css';

type Props = {
  caption: string;
  rows: readonly ImportRow[];
  withDecisions: boolean;
  colleagues: NamesById;
  onDecide: (decision: Decided) => void;
};

/** One page of the review. Rows differ in height, so it is a page of a table and not a window on a long one. */
export function PageOfRows({ caption, rows, withDecisions, colleagues, onDecide }: Props) {
  return (
    <table className={classes['rows']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" data-number>
            {text('clientImports.review.line')}
          </th>
          <th scope="col">{text('clientImports.review.person')}</th>
          <th scope="col">{text('clientImports.review.what')}</th>
          {withDecisions && <th scope="col">{text('clientImports.review.decide')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ordinal}>
            <td data-number data-label={text('clientImports.review.line')}>
              {row.lineNumber ?? '–'}
            </td>
            <td>
              <strong>{nameWords(row.name)}</strong>
              {row.birthDate !== null && <span className={classes['born']}>{formatDutchDay(row.birthDate)}</span>}
            </td>
            <td>
              <RowOutcome row={row} colleagues={colleagues} />
            </td>
            {withDecisions && (
              <td>
                <RowDecision row={row} onDecide={onDecide} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
