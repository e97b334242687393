import { formatDutchDay, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMemo } from 'react';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import type { ClientListItem, Colleagues } from './client-types.ts';

const columnsFor = (colleagues: Colleagues): readonly Column<ClientListItem>[] => [
  { key: 'name', header: text('clients.column.name'), cell: ({ name }) => listName(name) },
  {
    key: 'birthDate',
    header: text('clients.column.birthDate'),
    isNumber: true,
    cell: ({ birthDate }) => formatDutchDay(birthDate),
  },
  { key: 'age', header: text('clients.column.age'), isNumber: true, cell: ({ age }) => age },
  {
    key: 'profile',
    header: text('clients.column.profile'),
    cell: ({ profile }) => profile?.assigned && <ProfileTag profile={profile.assigned} kind="ASSIGNED" />,
  },
  {
    key: 'proposal',
    header: text('clients.column.proposal'),
    cell: ({ profile }) =>
      profile?.proposed &&
      profile.proposed !== profile.assigned && <ProfileTag profile={profile.proposed} kind="PROPOSED" />,
  },
  {
    key: 'caseManager',
    header: text('clients.column.caseManager'),
    cell: ({ caseManagerId }) => colleagues.get(caseManagerId ?? '')?.displayName,
  },
  { key: 'city', header: text('clients.column.city'), cell: ({ city }) => city },
  { key: 'hisNumber', header: text('clients.column.hisNumber'), isNumber: true, cell: ({ hisNumber }) => hisNumber },
  {
    key: 'status',
    header: text('clients.column.status'),
    cell: ({ status }) => status !== 'ACTIVE' && text(`clients.status.${status}`),
  },
];

type Props = {
  clients: readonly ClientListItem[];
  total: number;
  colleagues: Colleagues;
  onNearEnd: () => void;
};

export function ClientTable({ clients, total, colleagues, onNearEnd }: Props) {
  const columns = useMemo(() => columnsFor(colleagues), [colleagues]);
  return (
    <DataTable
      caption={text('clients.title')}
      columns={columns}
      rows={clients}
      total={total}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/clients/${id}`}
      onNearEnd={onNearEnd}
    />
  );
}
