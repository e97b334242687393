import { Button, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { RecoveryCodes } from '../platform/session/RecoveryCodes.tsx';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { renewRecoveryCodes } from './account-queries.ts';

export function RecoveryRenewal() {
  const { guard, dialog } = useStepUp();
  const renew = useMutation({ mutationFn: () => guard(renewRecoveryCodes), gcTime: 0 });
  if (renew.isSuccess) return <RecoveryCodes codes={renew.data} onKept={renew.reset} />;
  return (
    <section>
      <Title order={2}>{text('session.account.recovery')}</Title>
      <Text mb="sm">{text('session.account.recoveryHint')}</Text>
      {renew.isError && <ProblemSummary error={renew.error} />}
      <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
        {text('session.account.renewRecovery')}
      </Button>
      {dialog}
    </section>
  );
}
