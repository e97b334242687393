import { LETTER_WAVES, type LetterWave } from '@samenoud/domain';
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

const KINDS = ['LETTERS', 'FORMS', 'LABELS', 'ADDRESS_LIST'] as const satisfies readonly PrintKind[];

/** In the address, so that reading the page again finds what was started: codes and an id, no names. */
export const printParameter = ({ wave, kind, jobId }: Print): string => `${wave}.${kind}.${jobId}`;

export function readPrint(roundId: string, parameter: string): Print | undefined {
  const [first, second, jobId] = parameter.split('.');
  const wave = LETTER_WAVES.find((known) => known === first);
  const kind = KINDS.find((known) => known === second);
  return wave === undefined || kind === undefined || !jobId ? undefined : { roundId, wave, kind, jobId };
}
