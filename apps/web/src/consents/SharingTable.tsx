import { CATEGORIES, CATEGORY_CODES, type ConsentCategory, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import classes from './consents.module.css';
import type { Organisation, SharingCell, SharingRow, SharingWriter } from './consent-types.ts';

type Props = { rows: readonly SharingRow[]; organisations: readonly Organisation[] };

const because = ({ reason, on }: SharingWriter): string =>
  text(`consents.table.because.${reason}`, { day: on === null ? '' : formatDutchDay(on) });

/** One reason where it is the same for whatever anybody wrote, else one per writer. */
function Reasons({ cell, nameOf }: { cell: SharingCell; nameOf: (id: string) => string }) {
  const sentences = [...new Set(cell.writers.map(because))];
  if (sentences.length <= 1) return <span className={classes['because']}>{sentences[0]}</span>;
  return (
    <ul className={classes['reasons']}>
      {cell.writers.map((writer) => (
        <li key={writer.fromOrganisationId}>
          {text('consents.table.of', { organisation: nameOf(writer.fromOrganisationId), reason: because(writer) })}
        </li>
      ))}
    </ul>
  );
}

/** What each organisation may see of what others wrote, with the rule that decides. */
export function SharingTable({ rows, organisations }: Props) {
  const nameOf = (id: string): string => organisations.find((one) => one.id === id)?.name ?? '';
  return (
    <table className={classes['table']}>
      <caption>{text('consents.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('consents.table.organisation')}</th>
          {CATEGORIES.map((category) => (
            <th key={category} scope="col">
              {text(`consents.category.${CATEGORY_CODES[category]}.short`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ organisationId, cells }) => (
          <tr key={organisationId}>
            <th scope="row">{nameOf(organisationId)}</th>
            {cells.map((cell) => (
              <td key={cell.category} data-shared={cell.shared}>
                <span className={classes['topic']} aria-hidden>
                  {text(`consents.category.${CATEGORY_CODES[cell.category as ConsentCategory]}.short`)}{' '}
                </span>
                <strong>{text(`consents.table.${cell.shared}`)}</strong>
                <Reasons cell={cell} nameOf={nameOf} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
