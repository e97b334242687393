import type { LetterWave } from '@samenoud/domain';
import { createStore } from '../platform/store.ts';
import type { PrintKind } from './round-types.ts';

/** What was started on this screen, so that coming back finds it. Ids only, in memory only. */
export type Print = { roundId: string; wave: LetterWave; kind: PrintKind; jobId: string };

export const startedPrints = createStore<readonly Print[]>([]);

/** Of each wave and kind the last one counts. */
export function keepPrint(print: Print): void {
  const others = startedPrints
    .get()
    .filter(({ roundId, wave, kind }) => roundId !== print.roundId || wave !== print.wave || kind !== print.kind);
  startedPrints.set([...others, print]);
}
