import type { components } from '@samenoud/api-client';
import { LETTER_WAVES, type LetterWave } from '@samenoud/domain';
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

const NOBODY: LetterCounts = { INVITATION: 0, REMINDER_1: 0, REMINDER_2: 0 };

export const letterCounts = (waves: readonly WaveLetters[]): LetterCounts =>
  LETTER_WAVES.reduce(
    (counts, wave: LetterWave) => ({ ...counts, [wave]: waves.find((one) => one.wave === wave)?.gets ?? 0 }),
    NOBODY,
  );
