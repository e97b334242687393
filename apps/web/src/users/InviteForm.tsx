import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { ROLES_GRANTED_BY_TWO, ROLES_OF_KIND } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useRef, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { fieldErrors } from '../platform/problem.ts';
import { readField } from '../platform/session/form-field.ts';
import { DateField } from '../ui/DateField.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { inviteUser, makeLink, type NewUser, type Organisation, type User, type UserLink } from './user-queries.ts';
import { useUsersChange } from './use-users-change.ts';

type Props = {
  organisations: readonly Organisation[];
  onInvited: (user: User, link: UserLink) => void;
  onCancel: () => void;
};

/** A new colleague; the link follows at once. Sent again after a lost answer, nobody is invited twice. */
export function InviteForm({ organisations, onInvited, onCancel }: Props) {
  const [organisationId, setOrganisation] = useState(organisations[0]?.id ?? '');
  const kind = organisations.find(({ id }) => id === organisationId)?.kind ?? 'PRACTICE';
  const roles = ROLES_OF_KIND[kind];
  const [chosen, setRole] = useState(roles[0]);
  const role = roles.find((one) => one === chosen) ?? roles[0] ?? 'PRACTICE_NURSE';
  const [days, setDays] = useState<{ fromOn?: string | undefined; untilOn?: string | undefined }>({});
  const key = useRef({ body: '', key: '' });
  const invite = useUsersChange(async (body: NewUser) => {
    const words = JSON.stringify(body);
    if (key.current.body !== words) key.current = { body: words, key: createIdempotencyKey() };
    const user = await inviteUser(body, key.current.key);
    return { user, link: await makeLink(user) };
  });
  const errors = fieldErrors(invite.error);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = (name: string): string => readField(event.currentTarget, name).trim();
    const body: NewUser = {
      displayName: read('displayName'),
      email: read('email'),
      organisationId,
      role,
      phone: read('phone') || null,
      bigNumber: read('bigNumber') || null,
      fromOn: days.fromOn ?? null,
      untilOn: days.untilOn ?? null,
    };
    if (!invite.isPending) invite.mutate(body, { onSuccess: ({ user, link }) => onInvited(user, link) });
  }
  const field = (name: string) => ({ id: name, name, error: errors[name], autoComplete: 'off' });
  return (
    <>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {invite.isError && <ProblemSummary error={invite.error} />}
          <TextInput {...field('displayName')} label={text('users.form.displayName')} required data-autofocus />
          <TextInput
            {...field('email')}
            type="email"
            label={text('users.form.email')}
            description={text('users.form.emailHint')}
            required
          />
          <NativeSelect
            id="organisationId"
            label={text('users.form.organisationId')}
            value={organisationId}
            error={errors['organisationId']}
            data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ currentTarget }) => setOrganisation(currentTarget.value)}
          />
          <NativeSelect
            id="role"
            label={text('users.form.role')}
            value={role}
            error={errors['role']}
            data={roles.map((value) => ({ value, label: text(`common.role.${value}`) }))}
            onChange={({ currentTarget }) => setRole(roles.find((one) => one === currentTarget.value))}
          />
          {ROLES_GRANTED_BY_TWO.includes(role) && <Text size="sm">{text('users.form.twoPeople')}</Text>}
          <TextInput {...field('phone')} inputMode="tel" label={text('users.form.phone')} />
          <TextInput {...field('bigNumber')} inputMode="numeric" label={text('users.form.bigNumber')} />
          <DateField
            id="fromOn"
            label={text('users.form.fromOn')}
            value={days.fromOn}
            error={errors['fromOn']}
            onChange={(fromOn) => setDays({ ...days, fromOn })}
          />
          <DateField
            id="untilOn"
            label={text('users.form.untilOn')}
            value={days.untilOn}
            error={errors['untilOn']}
            onChange={(untilOn) => setDays({ ...days, untilOn })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {text('users.form.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
      {invite.dialog}
    </>
  );
}
