import { Button, Group, Text } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { countOf } from './next-act.ts';
import { closeRound, ROUNDS_KEY } from './round-queries.ts';
import type { Round } from './round-types.ts';

/** What closing does to whoever is still under way, in numbers. */
function consequences(round: Round): readonly string[] {
  const notReturned = countOf(round, ['SENT', 'REMINDED']);
  const notSent = countOf(round, ['PLANNED']);
  return [
    ...(notReturned > 0 ? [plural('screeningRounds.finish.notReturned', notReturned)] : []),
    ...(notSent > 0 ? [plural('screeningRounds.finish.notSent', notSent)] : []),
    ...(countOf(round, ['RECEIVED_INCOMPLETE']) > 0 ? [text('screeningRounds.finish.empty')] : []),
    text('screeningRounds.finish.codesEnd'),
    text('screeningRounds.finish.lateWelcome'),
    text('screeningRounds.finish.irreversible'),
  ];
}

export function CloseRoundDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const cache = useQueryClient();
  const close = useMutation({
    mutationFn: () => closeRound(round.id),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ROUNDS_KEY });
      onClose();
    },
  });
  return (
    <Dialog title={text('screeningRounds.finish.closeTitle')} onClose={onClose}>
      {close.error !== null && <ProblemSummary error={close.error} />}
      <Text>{text('screeningRounds.finish.closeConsequence')}</Text>
      <ul>
        {consequences(round).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button data-autofocus loading={close.isPending} onClick={() => close.mutate()}>
          {text('screeningRounds.finish.closeConfirm')}
        </Button>
      </Group>
    </Dialog>
  );
}
