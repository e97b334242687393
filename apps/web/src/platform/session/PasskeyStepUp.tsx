import { Button, Stack } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ownPasskeysQuery, stepUpWithPasskey } from './passkey-calls.ts';
import { passkeysWork } from './passkey-ceremony.ts';
import { PasskeyProblem } from './PasskeyProblem.tsx';
import type { Session } from './session-queries.ts';

/** The other way to a fresh second factor, for who has a passkey. */
export function PasskeyStepUp({ onDone }: { onDone: (session: Session) => void }) {
  const { data: passkeys = [] } = useQuery({ ...ownPasskeysQuery, enabled: passkeysWork() });
  const confirm = useMutation({ mutationFn: stepUpWithPasskey, onSuccess: onDone });
  if (passkeys.length === 0) return null;
  return (
    <Stack maw={420} mt="md">
      <PasskeyProblem error={confirm.error} />
      <Button variant="default" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {text('session.passkey.stepUp')}
      </Button>
    </Stack>
  );
}
