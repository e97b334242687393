import { Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Loading } from '../../ui/Loading.tsx';
import { isProblem } from '../problem.ts';
import { CodeForm } from './CodeForm.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { confirmSecondFactor, type FactorAnswer, type PasswordAnswer } from './sign-in-calls.ts';

const EnrolFactor = lazy(async () => ({ default: (await import('./EnrolFactor.tsx')).EnrolFactor }));

type Props = {
  password: PasswordAnswer;
  onAnswer: (answer: FactorAnswer) => void;
  /** The session is gone: the password again. */
  onStartOver: (refusal: unknown) => void;
};

/** The second step: a code, after showing how to get one the first time; or the passkey one has. */
export function SecondFactorStep({ password, onAnswer, onStartOver }: Props) {
  const confirm = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: onAnswer,
    onError: (error) => {
      if (isProblem(error) && error.status === 401 && error.code !== 'CODE_WRONG') onStartOver(error);
    },
  });
  const isNew = password.state === 'ENROL_SECOND_FACTOR';
  return (
    <Stack maw={520}>
      <Title order={2}>{text(isNew ? 'session.enrol.title' : 'session.secondFactor.title')}</Title>
      {isNew ? (
        <Suspense fallback={<Loading />}>
          <EnrolFactor otpauthUri={password.otpauthUri ?? ''} secret={password.secret ?? ''} />
        </Suspense>
      ) : (
        <Text>{text('session.secondFactor.hint')}</Text>
      )}
      <CodeForm
        label={text(isNew ? 'session.enrol.code' : 'session.secondFactor.code')}
        submitLabel={text(isNew ? 'session.enrol.submit' : 'session.secondFactor.submit')}
        takesRecoveryCode={!isNew}
        isBusy={confirm.isPending}
        error={confirm.error}
        onCode={(code) => confirm.mutate(code)}
      />
      {password.passkey === true && <PasskeyButton onAnswer={onAnswer} />}
    </Stack>
  );
}
