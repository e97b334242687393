import type { LetterWave } from '@samenoud/domain';
import { useMutation } from '@tanstack/react-query';
import { keepPrint, type Print } from './print-store.ts';
import { startPrinting } from './round-queries.ts';
import type { Invitation } from './round-types.ts';
import { useIsMaking } from './use-is-making.ts';
import { usePrints } from './use-prints.ts';

/** The letter of one person, made once more. */
export function useLetterAgain({ id: invitationId, roundId }: Invitation) {
  const print: Print | undefined = usePrints(roundId).findLast((one) => one.invitationId === invitationId);
  const isMaking = useIsMaking(print);
  const start = useMutation({
    mutationFn: async (wave: LetterWave) => ({
      wave,
      jobId: await startPrinting(roundId, { wave, kind: 'LETTERS', invitationIds: [invitationId] }),
    }),
    onSuccess: (made) => keepPrint({ ...made, roundId, kind: 'LETTERS', invitationId }),
  });
  return { print, isBusy: isMaking || start.isPending, error: start.error, make: start.mutate };
}
