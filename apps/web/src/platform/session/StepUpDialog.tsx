import { Button, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { CodeForm } from './CodeForm.tsx';
import { OrganisationStepUp } from './OrganisationStepUp.tsx';
import { PasskeyStepUp } from './PasskeyStepUp.tsx';
import { type Session, sessionQuery, useSession } from './session-queries.ts';
import { stepUp } from './sign-in-calls.ts';

type Props = { onDone: () => void; onCancel: () => void };

/** Asks for a fresh second factor: a code or a passkey, or in the demo one button. */
export function StepUpDialog({ onDone, onCancel }: Props) {
  const { stepUp: way } = useSession();
  const client = useQueryClient();
  function finish(session: Session): void {
    client.setQueryData(sessionQuery.queryKey, session);
    onDone();
  }
  const confirm = useMutation({ mutationFn: stepUp, onSuccess: finish });
  if (way === 'PROVIDER')
    return (
      <Dialog title={text('session.stepUp.title')} onClose={onCancel}>
        <OrganisationStepUp onDone={finish} />
      </Dialog>
    );
  return (
    <Dialog title={text('session.stepUp.title')} onClose={onCancel}>
      {way === 'BUTTON' ? (
        <>
          <Text mb="lg">{text('session.stepUp.demoHint')}</Text>
          {confirm.isError && <ProblemSummary error={confirm.error} />}
          <Button data-autofocus loading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
            {text('session.stepUp.demo')}
          </Button>
        </>
      ) : (
        <>
          <Text mb="lg">{text('session.stepUp.hint')}</Text>
          <CodeForm
            label={text('session.secondFactor.code')}
            submitLabel={text('session.stepUp.submit')}
            isBusy={confirm.isPending}
            error={confirm.error}
            onCode={(code) => confirm.mutate(code)}
          />
          <PasskeyStepUp onDone={finish} />
        </>
      )}
    </Dialog>
  );
}
