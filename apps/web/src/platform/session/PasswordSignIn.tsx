import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { confirmSecondFactor, type Session, signInPassword } from './session-queries.ts';

type Props = { onSignedIn: (session: Session) => void };

function readField(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

function SecondFactorForm({ onSignedIn }: Props) {
  const confirm = useMutation({ mutationFn: confirmSecondFactor, onSuccess: onSignedIn });
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    confirm.mutate(readField(event.currentTarget, 'code'));
  }
  return (
    <form onSubmit={submit}>
      <Stack maw={420}>
        <Title order={2}>{text('session.secondFactor.title')}</Title>
        <Text>{text('session.secondFactor.hint')}</Text>
        {confirm.isError && <ProblemSummary error={confirm.error} />}
        <TextInput
          id="code"
          name="code"
          label={text('session.secondFactor.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
        />
        <Button type="submit" loading={confirm.isPending}>
          {text('session.secondFactor.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** E-mail and password, then always the second factor. */
export function PasswordSignIn({ onSignedIn }: Props) {
  const [isConfirming, setConfirming] = useState(false);
  const signIn = useMutation({
    mutationFn: signInPassword,
    onSuccess: ({ state }) => setConfirming(state === 'SECOND_FACTOR_REQUIRED'),
  });
  if (isConfirming) return <SecondFactorForm onSignedIn={onSignedIn} />;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    signIn.mutate({ email: readField(form, 'email'), password: readField(form, 'password') });
  }
  return (
    <form onSubmit={submit}>
      <Stack maw={420}>
        <Title order={2}>{text('session.password.title')}</Title>
        {signIn.isError && <ProblemSummary error={signIn.error} />}
        {signIn.data?.state === 'ENROL_SECOND_FACTOR' && <Text role="alert">{text('session.enrol')}</Text>}
        <TextInput
          id="email"
          name="email"
          type="email"
          label={text('session.password.email')}
          autoComplete="username"
          required
        />
        <TextInput
          id="password"
          name="password"
          type="password"
          label={text('session.password.password')}
          autoComplete="current-password"
          required
        />
        <Button type="submit" loading={signIn.isPending}>
          {text('session.password.submit')}
        </Button>
      </Stack>
    </form>
  );
}
