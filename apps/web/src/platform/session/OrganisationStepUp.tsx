import { Button, Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { ElsewhereLink } from './ElsewhereLink.tsx';
import { findForStepUp } from './organisation-calls.ts';
import { type Session, useSession } from './session-queries.ts';
import { useSessionElsewhere } from './use-session-elsewhere.ts';

/** A fresh second factor from the organisation, for who has none here. */
export function OrganisationStepUp({ onDone }: { onDone: (session: Session) => void }) {
  const { secondFactorAt: before } = useSession();
  const find = useMutation({ mutationFn: findForStepUp });
  useSessionElsewhere(find.isSuccess, ({ secondFactorAt }) => (secondFactorAt ?? '') > (before ?? ''), onDone);
  return (
    <Stack>
      <Text>{text('session.organisation.stepUpHint')}</Text>
      {find.isError && <ProblemSummary error={find.error} />}
      {find.isSuccess ? (
        <ElsewhereLink href={find.data} />
      ) : (
        <Button data-autofocus w="fit-content" loading={find.isPending} onClick={() => find.mutate()}>
          {text('session.organisation.stepUp')}
        </Button>
      )}
    </Stack>
  );
}
