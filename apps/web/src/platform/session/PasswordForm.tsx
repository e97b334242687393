import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { readField } from './form-field.ts';
import { type PasswordAnswer, signInPassword } from './sign-in-calls.ts';

type Props = { onAnswer: (answer: PasswordAnswer) => void; refusal?: unknown };

/** The first step. `refusal` is why an earlier try has to begin again. */
export function PasswordForm({ onAnswer, refusal }: Props) {
  const signIn = useMutation({ mutationFn: signInPassword, onSuccess: onAnswer });
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    signIn.mutate({ email: readField(form, 'email'), password: readField(form, 'password') });
  }
  const error = signIn.error ?? (signIn.isIdle ? refusal : undefined);
  return (
    <form onSubmit={submit}>
      <Stack maw={420}>
        <Title order={2}>{text('session.password.title')}</Title>
        {error !== undefined && error !== null && <ProblemSummary error={error} />}
        <TextInput
          id="email"
          name="email"
          type="email"
          label={text('session.password.email')}
          autoComplete="username"
          required
        />
        <PasswordInput
          size="md"
          id="password"
          name="password"
          label={text('session.password.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': text('session.password.show'), tabIndex: 0 }}
          required
        />
        <Button type="submit" loading={signIn.isPending}>
          {text('session.password.submit')}
        </Button>
      </Stack>
    </form>
  );
}
