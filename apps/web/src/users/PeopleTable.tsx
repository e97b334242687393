import { Button, Table } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { User } from './user-queries.ts';
import { isPast, periodText, roleText, stateText } from './user-words.ts';

type Props = { caption: string; users: readonly User[]; onManage: ((user: User) => void) | undefined };

/** Who works somewhere, with a way to each of them for who may change something. */
export function PeopleTable({ caption, users, onManage }: Props) {
  return (
    <Table.ScrollContainer type="native" minWidth={680} tabIndex={0}>
      <Table>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {(['name', 'role', 'state', 'period', 'contact'] as const).map((key) => (
              <Table.Th key={key} scope="col">
                {text(`users.column.${key}`)}
              </Table.Th>
            ))}
            {onManage !== undefined && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {users.map((user) => (
            <Table.Tr key={user.id}>
              <Table.Td>
                {user.displayName}
                {user.isOneself && ` (${text('users.oneself')})`}
              </Table.Td>
              <Table.Td>{roleText(user)}</Table.Td>
              <Table.Td>{stateText(user)}</Table.Td>
              <Table.Td>{periodText(user)}</Table.Td>
              <Table.Td>
                {user.email}
                {user.phone !== null && (
                  <>
                    <br />
                    {user.phone}
                  </>
                )}
              </Table.Td>
              {onManage !== undefined && (
                <Table.Td>
                  {!isPast(user) && (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={text('users.manageOf', { name: user.displayName, role: roleText(user) })}
                      onClick={() => onManage(user)}
                    >
                      {text('users.manage')}
                    </Button>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
