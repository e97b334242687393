import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { fieldErrors } from '../platform/problem.ts';
import { readField } from '../platform/session/form-field.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { setUpPractice } from './set-up-calls.ts';

const FIELDS = [
  { name: 'practiceName', label: text('session.setUp.practiceName'), autoComplete: 'organization', type: 'text' },
  { name: 'displayName', label: text('session.setUp.displayName'), autoComplete: 'name', type: 'text' },
  { name: 'email', label: text('session.setUp.email'), autoComplete: 'username', type: 'email' },
] as const;

type Props = { token: string; onDone: () => void };

/** The practice and the account of its first manager. */
export function SetUpForm({ token, onDone }: Props) {
  const setUp = useMutation({ mutationFn: setUpPractice, onSuccess: onDone });
  const errors = fieldErrors(setUp.error);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const [practiceName, displayName, email] = FIELDS.map(({ name }) => readField(form, name));
    setUp.mutate({
      token,
      practiceName: practiceName ?? '',
      displayName: displayName ?? '',
      email: email ?? '',
      password: readField(form, 'password'),
    });
  }
  return (
    <form onSubmit={submit}>
      <Stack maw={480}>
        {setUp.isError && <ProblemSummary error={setUp.error} />}
        {FIELDS.map(({ name, label, autoComplete, type }) => (
          <TextInput
            key={name}
            id={name}
            name={name}
            type={type}
            label={label}
            autoComplete={autoComplete}
            error={errors[name]}
            required
          />
        ))}
        <PasswordInput
          size="md"
          id="password"
          name="password"
          label={text('session.setUp.password')}
          description={text('session.setUp.passwordHint')}
          autoComplete="new-password"
          error={errors['password']}
          visibilityToggleButtonProps={{ 'aria-label': text('session.password.show'), tabIndex: 0 }}
          required
        />
        <Button type="submit" w="fit-content" loading={setUp.isPending}>
          {text('session.setUp.submit')}
        </Button>
      </Stack>
    </form>
  );
}
