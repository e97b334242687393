import { Button, Stack } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { signInWithPasskey } from './passkey-calls.ts';
import { passkeysWork } from './passkey-ceremony.ts';
import { PasskeyProblem } from './PasskeyProblem.tsx';
import type { FactorAnswer } from './sign-in-calls.ts';

/** Signs in without password or code, where the browser can. */
export function PasskeyButton({ onAnswer }: { onAnswer: (answer: FactorAnswer) => void }) {
  const signIn = useMutation({ mutationFn: signInWithPasskey, onSuccess: onAnswer });
  if (!passkeysWork()) return null;
  return (
    <Stack maw={420} mt="md">
      <PasskeyProblem error={signIn.error} />
      <Button variant="default" loading={signIn.isPending} onClick={() => signIn.mutate()}>
        {text('session.passkey.signIn')}
      </Button>
    </Stack>
  );
}
