import { formatDutchDay, isDay, networkFaults } from '@samenoud/domain';
import { findErrorText, findText, text } from '@samenoud/texts';
import type { ConflictWords } from '../ui/DocumentFrame.tsx';
import type { Coaching, Network, NetworkTie } from './network-queries.ts';

export type NetworkContent = {
  drawnOn: string | null;
  ties: readonly NetworkTie[];
  coaching: Coaching | null;
};

export const contentOfNetwork = ({ drawnOn, ties, coaching }: NetworkContent): NetworkContent => ({
  drawnOn,
  ties,
  coaching,
});

export const networkBody = ({
  drawnOn,
  ties,
  coaching,
}: NetworkContent): Pick<Network, 'drawnOn' | 'ties' | 'coaching'> => ({
  drawnOn,
  ties: ties.map((tie) => ({ ...tie })),
  coaching,
});

export const NEW_TIE: NetworkTie = {
  name: '',
  relation: '',
  frequency: 'WEEKLY',
  support: [],
  closeness: 2,
  wish: 'SAME',
  strain: null,
  comment: null,
};

/** Sentences at the field, by the rule that the server holds too. */
export function networkSentences({ drawnOn, ties, coaching }: NetworkContent, today: string): Record<string, string> {
  const blank = ties.flatMap((tie, index) =>
    (['name', 'relation'] as const)
      .filter((field) => tie[field].trim() === '')
      .map((field) => [`ties.${index}.${field}`, text('networks.tie.required')]),
  );
  const faults = networkFaults({ drawnOn, coaching }, today).map(([field, code]) => [
    field,
    findErrorText(code) ?? code,
  ]);
  return Object.fromEntries([...blank, ...faults]) as Record<string, string>;
}

export const supportWords = (codes: readonly string[]): string =>
  codes.map((code) => findText(`networks.support.${code}`) ?? code).join(', ');

export const codeWords = (
  kind: 'frequency' | 'closeness' | 'wish' | 'strain',
  code: string | number | null | undefined,
): string =>
  code === null || code === undefined
    ? text('networks.unknown')
    : (findText(`networks.${kind}.${code}`) ?? String(code));

const tieWords = (tie: NetworkTie): string =>
  [
    `${tie.name}, ${tie.relation}`,
    codeWords('frequency', tie.frequency),
    supportWords(tie.support),
    codeWords('closeness', tie.closeness),
    codeWords('wish', tie.wish),
    !tie.strain ? '' : codeWords('strain', tie.strain),
    tie.comment ?? '',
  ]
    .filter((words) => words !== '')
    .join(' · ');

const coachingWords = ({ coach, steps }: Coaching): string =>
  [
    coach ?? text('networks.coaching.noCoach'),
    ...steps.map(({ step, doneOn, skipped }) => `${step}: ${stepState({ doneOn, skipped })}`),
  ].join('\n');

export function stepState({ doneOn, skipped }: { doneOn: string | null; skipped: boolean }): string {
  if (doneOn !== null) return text('networks.coaching.doneOn', { day: formatDutchDay(doneOn) });
  return text(skipped ? 'networks.coaching.skipped' : 'networks.coaching.open');
}

/** A part of the network in words, for comparing two versions. */
function networkWords(value: unknown): string {
  if (Array.isArray(value)) return (value as NetworkTie[]).map(tieWords).join('\n');
  if (typeof value === 'string') return isDay(value) ? formatDutchDay(value) : value;
  return value === null || value === undefined ? '' : coachingWords(value as Coaching);
}

/** Both versions of what two people changed. */
export const NETWORK_CONFLICT: ConflictWords<NetworkContent> = {
  title: text('networks.conflict.title'),
  subject: text('networks.conflict.subject'),
  labelOf: (field) => (field === 'drawnOn' ? text('networks.drawnOn') : text(`networks.conflict.${field}`)),
  wordsOf: networkWords,
};
