import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../platform/announcer.tsx';
import { type Handover, type HandoverAct, handoversQuery, takeStep } from './handover-queries.ts';

type Step = { act: HandoverAct; handover: Handover; reason?: string };

export const nameOf = ({ clientName }: Handover): string => clientName ?? text('handovers.someClient');

/** The steps of one hand-over, each told in a sentence. */
export function useHandoverActs() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ act, handover, reason = '' }: Step) => takeStep(act, handover.id, reason),
    onSuccess: async ({ fromOn }, { act, handover }) => {
      announce(text(`handovers.done.${act}`, { name: nameOf(handover), day: formatDutchDay(fromOn) }));
      await Promise.all([
        queries.invalidateQueries({ queryKey: handoversQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['clients'] }),
      ]);
    },
  });
}
