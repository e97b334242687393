import { text } from '@samenoud/texts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import type { AccessLogEvent } from './access-log-types.ts';
import { clientNumber, whatText, whenText, whyText } from './access-log-words.ts';

const COLUMNS: readonly Column<AccessLogEvent>[] = [
  {
    key: 'when',
    header: text('accessLog.column.when'),
    isNumber: true,
    cell: ({ occurredAt }) => whenText(occurredAt),
  },
  { key: 'who', header: text('accessLog.column.who'), cell: ({ person }) => person.displayName },
  {
    key: 'role',
    header: text('accessLog.column.role'),
    cell: ({ person }) => person.role !== null && person.role !== 'RESPONDENT' && text(`common.role.${person.role}`),
  },
  { key: 'organisation', header: text('accessLog.column.organisation'), cell: ({ person }) => person.organisation },
  { key: 'what', header: text('accessLog.column.what'), cell: whatText },
  {
    key: 'outcome',
    header: text('accessLog.column.outcome'),
    cell: ({ outcome }) => text(`accessLog.outcome.${outcome}`),
  },
  { key: 'why', header: text('accessLog.column.why'), cell: whyText },
  {
    key: 'emergency',
    header: text('accessLog.column.emergency'),
    cell: ({ emergency }) => emergency && text('accessLog.yes'),
  },
];

const CLIENT: Column<AccessLogEvent> = {
  key: 'client',
  header: text('accessLog.column.client'),
  cell: ({ clientId }) => clientId !== null && clientNumber(clientId),
};

const ACROSS_CLIENTS = COLUMNS.toSpliced(5, 0, CLIENT);

type Props = {
  caption: string;
  events: readonly AccessLogEvent[];
  total: number;
  /** Rows of many clients say which. */
  withClient?: boolean;
  onNearEnd: () => void;
};

export function AccessLogTable({ caption, events, total, withClient = false, onNearEnd }: Props) {
  return (
    <DataTable
      caption={caption}
      columns={withClient ? ACROSS_CLIENTS : COLUMNS}
      rows={events}
      total={total}
      rowKey={({ id }) => id}
      onNearEnd={onNearEnd}
    />
  );
}
