import { Button, Table, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type OwnPasskey, ownPasskeysQuery, removePasskey } from '../platform/session/passkey-calls.ts';
import { passkeysWork } from '../platform/session/passkey-ceremony.ts';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { NewPasskey } from './NewPasskey.tsx';

const day = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Amsterdam',
});
const shown = (instant: string): string => day.format(new Date(instant));

/** A person's passkeys, with a way to add and remove one. */
export function OwnPasskeys() {
  const { data: passkeys } = useSuspenseQuery(ownPasskeysQuery);
  const client = useQueryClient();
  const { guard, dialog } = useStepUp();
  const remove = useMutation({
    mutationFn: (id: string) => guard(() => removePasskey(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: ownPasskeysQuery.queryKey }),
  });
  return (
    <section>
      <Title order={2}>{text('session.passkeys.title')}</Title>
      <Text mb="sm">{text('session.passkeys.hint')}</Text>
      {remove.isError && <ProblemSummary error={remove.error} />}
      {passkeys.length > 0 && (
        <Table.ScrollContainer type="native" minWidth={560} tabIndex={0}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text('session.passkeys.name')}</Table.Th>
                <Table.Th>{text('session.passkeys.created')}</Table.Th>
                <Table.Th>{text('session.passkeys.lastUsed')}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {passkeys.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} isBusy={remove.isPending} onRemove={remove.mutate} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {passkeysWork() ? <NewPasskey /> : <Text c="dimmed">{text('session.passkeys.notHere')}</Text>}
      {dialog}
    </section>
  );
}

type RowProps = { passkey: OwnPasskey; isBusy: boolean; onRemove: (id: string) => void };

function PasskeyRow({ passkey: { id, name, createdAt, lastUsedAt }, isBusy, onRemove }: RowProps) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>{shown(createdAt)}</Table.Td>
      <Table.Td>{lastUsedAt === null ? text('session.passkeys.never') : shown(lastUsedAt)}</Table.Td>
      <Table.Td>
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          aria-label={text('session.passkeys.removeOf', { name })}
          onClick={() => onRemove(id)}
        >
          {text('session.passkeys.remove')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
