import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { fieldErrors, isProblem } from '../platform/problem.ts';
import { readField } from '../platform/session/form-field.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { changeUser, type User } from './user-queries.ts';
import { useUsersChange } from './use-users-change.ts';

/** Name and phone. When somebody else was first, what is there now is shown and nothing of hers is overwritten. */
export function UserForm({ user }: { user: User }) {
  const [base, setBase] = useState(user);
  const [isStale, setStale] = useState(false);
  const save = useUsersChange((body: { displayName: string; phone: string | null }) => changeUser(base, body));
  const errors = fieldErrors(save.error);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const body = { displayName: readField(form, 'displayName').trim(), phone: readField(form, 'phone').trim() || null };
    if (save.isPending) return;
    save.mutate(body, {
      onSuccess: (after) => {
        setBase(after);
        setStale(false);
        announce(text('users.form.saved', { name: after.displayName }));
      },
      onError: (error) => {
        if (!isProblem(error, 'STALE')) return;
        setBase(error.current as User);
        setStale(true);
      },
    });
  }
  return (
    <form key={base.version} noValidate onSubmit={submit}>
      <Stack gap="sm">
        {save.isError && !isStale && <ProblemSummary error={save.error} />}
        {isStale && (
          <Alert role="alert" variant="outline" color="var(--so-error)">
            {text('users.person.stale')}
          </Alert>
        )}
        <TextInput
          id="displayName"
          name="displayName"
          label={text('users.form.displayName')}
          defaultValue={base.displayName}
          error={errors['displayName']}
          autoComplete="off"
          required
          data-autofocus
        />
        <TextInput
          id="phone"
          name="phone"
          inputMode="tel"
          label={text('users.form.phone')}
          defaultValue={base.phone ?? ''}
          error={errors['phone']}
          autoComplete="off"
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {text('users.form.save')}
          </Button>
        </Group>
      </Stack>
      {save.dialog}
    </form>
  );
}
