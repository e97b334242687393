import { formatDutchDay, showFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import classes from './second-entries.module.css';
import type { SecondEntryItem } from './second-entry-types.ts';

type Props = { items: readonly SecondEntryItem[]; total: number; today: string };

function stateWords({ state, begun, firstEntryIsYours }: SecondEntryItem): string {
  const code = state === 'DIFFERENT' ? 'DIFFERENT' : begun ? 'BEGUN' : 'NEW';
  const yours = firstEntryIsYours ? [text('secondEntries.yours')] : [];
  return [text(`secondEntries.state.${code}`), ...yours].join(' · ');
}

const columnsOn = (today: string): readonly Column<SecondEntryItem>[] => [
  { key: 'client', header: text('secondEntries.column.client'), cell: ({ client }) => client.listName },
  {
    key: 'born',
    header: text('secondEntries.column.born'),
    isNumber: true,
    cell: ({ client }) => formatDutchDay(client.birthDate),
  },
  {
    key: 'form',
    header: text('secondEntries.column.form'),
    cell: ({ formCode }) => (formCode === null ? text('secondEntries.noCode') : showFormCode(formCode)),
  },
  {
    key: 'due',
    header: text('secondEntries.column.due'),
    isNumber: true,
    cell: ({ dueOn }) => (
      <>
        {dueOn < today && <strong>{text('secondEntries.overdue')} </strong>}
        {formatDutchDay(dueOn)}
      </>
    ),
  },
  { key: 'state', header: text('secondEntries.column.state'), cell: stateWords },
];

/** The pile that is to be typed once more. */
export function SecondEntryTable({ items, total, today }: Props) {
  return (
    <div className={classes['table']}>
      <DataTable
        caption={text('secondEntries.title')}
        columns={columnsOn(today)}
        rows={items}
        total={total}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/second-entry/${id}`}
      />
    </div>
  );
}
