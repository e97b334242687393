import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { readField } from '../platform/session/form-field.ts';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { changePassword } from './account-queries.ts';

const FIELDS = [
  { name: 'current', label: text('session.account.currentPassword'), autoComplete: 'current-password' },
  { name: 'new', label: text('session.account.newPassword'), autoComplete: 'new-password' },
] as const;

export function PasswordChange() {
  const { guard, dialog } = useStepUp();
  const change = useMutation({
    mutationFn: (body: { current: string; new: string }) => guard(() => changePassword(body)),
  });
  const errors = fieldErrors(change.error);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const body = { current: readField(form, 'current'), new: readField(form, 'new') };
    change.mutate(body, { onSuccess: () => form.reset() });
  }
  return (
    <section>
      <Title order={2}>{text('session.account.password')}</Title>
      <Text mb="sm">{text('session.account.passwordHint')}</Text>
      <form onSubmit={submit}>
        <Stack maw={420}>
          {change.isError && <ProblemSummary error={change.error} />}
          {FIELDS.map(({ name, label, autoComplete }) => (
            <PasswordInput
              size="md"
              key={name}
              id={name}
              name={name}
              label={label}
              autoComplete={autoComplete}
              error={errors[name]}
              visibilityToggleButtonProps={{ 'aria-label': text('session.password.show'), tabIndex: 0 }}
              required
            />
          ))}
          <Button type="submit" w="fit-content" loading={change.isPending}>
            {text('session.account.changePassword')}
          </Button>
          {change.isSuccess && <Text>{text('session.account.passwordChanged')}</Text>}
        </Stack>
      </form>
      {dialog}
    </section>
  );
}
