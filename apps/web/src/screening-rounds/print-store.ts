import { LETTER_WAVES, type LetterWave } from '@samenoud/domain';
import { createStore } from '../platform/store.ts';
import type { PrintKind } from './round-types.ts';

/** What was started on this screen, so that coming back finds it. Ids only, in memory only. */
export type Print = {
  roundId: string;
  wave: LetterWave;
  kind: PrintKind;
  jobId: string;
  /** Only this one's. */
  invitationId?: string;
};

const isSamePile = (a: Print, b: Print): boolean =>
  a.roundId === b.roundId && a.wave === b.wave && a.kind === b.kind && a.invitationId === b.invitationId;

export const startedPrints = createStore<readonly Print[]>([]);

/** Of each wave and kind, and of each person, the last one counts. */
export function keepPrint(print: Print): void {
  startedPrints.set([...startedPrints.get().filter((one) => !isSamePile(one, print)), print]);
}

const KINDS = ['LETTERS', 'FORMS', 'LABELS', 'ADDRESS_LIST'] as const satisfies readonly PrintKind[];

/** In the address, so that reading the page again finds what was started: codes and ids, no names. */
export const printParameter = ({ wave, kind, jobId, invitationId }: Print): string =>
  [wave, kind, jobId, ...(invitationId === undefined ? [] : [invitationId])].join('.');

export function readPrint(roundId: string, parameter: string): Print | undefined {
  const [first, second, jobId, invitationId] = parameter.split('.');
  const wave = LETTER_WAVES.find((known) => known === first);
  const kind = KINDS.find((known) => known === second);
  if (wave === undefined || kind === undefined || !jobId) return undefined;
  return { roundId, wave, kind, jobId, ...(invitationId && { invitationId }) };
}
