import type { components } from '@samenoud/api-client';
import type { LetterWave } from '@samenoud/domain';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';
import type { LetterCounts } from './next-act.ts';
import { ROUNDS_KEY } from './round-queries.ts';

export type WaveLetters = components['schemas']['WaveLetters'];

/** How many get a letter of each wave at this moment, how many not and why, and what the letterhead misses. */
export const lettersQuery = (roundId: string) =>
  queryOptions({
    queryKey: [...ROUNDS_KEY, roundId, 'letters'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/screening-rounds/{id}/letters', { params: { path: { id: roundId } }, signal })),
  });

/** How many get a letter, by wave. */
export function letterCounts(waves: readonly WaveLetters[]): LetterCounts {
  const gets = (wave: LetterWave): number => waves.find((one) => one.wave === wave)?.gets ?? 0;
  return { INVITATION: gets('INVITATION'), REMINDER_1: gets('REMINDER_1'), REMINDER_2: gets('REMINDER_2') };
}
