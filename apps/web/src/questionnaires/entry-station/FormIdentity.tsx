import { Text } from '@mantine/core';
import { ageOn, dayOfInstant, formatDutchDay, showFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { FoundForm } from '../form-lookup.ts';

/** 03-04-1941 · 85 jaar */
export const bornWords = ({ birthDate }: FoundForm['client']): string =>
  text('clients.bornWithAge', { day: formatDutchDay(birthDate), n: ageOn(birthDate, dayOfInstant(Date.now())) });

/** Whose form it is, legible from where the paper lies. */
export function FormIdentity({ found }: { found: FoundForm }) {
  const { client, invitation, page } = found;
  return (
    <div>
      <Text fz="1.75rem" lh={1.3} fw={700}>
        {client.name}
        <br />
        {bornWords(client)}
      </Text>
      <Text c="dimmed">
        {text('entry.formCode', { code: showFormCode(invitation.formCode) })}
        {page !== null && ` · ${text('entry.found.sheet', { sheet: page })}`}
      </Text>
    </div>
  );
}
