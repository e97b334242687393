import { dayOfInstant, formatDutchDay, SIGNAL_LIMITS, type SignalNeed, type SignalState, signalStepNeeds, takesVerdictWithoutStep } from '@samenoud/domain'; // prettier-ignore
import { findText, text } from '@samenoud/texts';
import type { AskedField } from '../ui/WordsDialog.tsx';
import type { Signal } from './signal-queries.ts';

type NameOf = (userId: string | null) => string;

/** What a person can do with a signal, in the order of the buttons. */
export type SignalAct = 'ASSESS' | 'JUDGE' | 'TO_AGENDA' | 'OFF_AGENDA' | 'CLOSE' | 'REOPEN';

const ACTS: Readonly<Record<SignalState, readonly SignalAct[]>> = {
  NEW: ['ASSESS', 'TO_AGENDA', 'CLOSE'],
  ASSESSED: ['TO_AGENDA', 'CLOSE', 'JUDGE'],
  ON_AGENDA: ['JUDGE', 'CLOSE', 'OFF_AGENDA'],
  CLOSED: ['REOPEN'],
};
export const STATE_AFTER: Readonly<Record<SignalAct, SignalState | undefined>> = {
  ASSESS: 'ASSESSED',
  JUDGE: undefined,
  TO_AGENDA: 'ON_AGENDA',
  OFF_AGENDA: 'ASSESSED',
  CLOSE: 'CLOSED',
  REOPEN: 'ASSESSED',
};

export const actsOf = ({ state, mayAssess }: Signal): readonly SignalAct[] =>
  mayAssess && state !== null ? ACTS[state] : [];

export function actLabel(act: SignalAct, { verdict }: Signal): string {
  if (act === 'JUDGE') return text(verdict === null ? 'signals.assess' : 'signals.judgeAgain');
  const keys = { ASSESS: 'assess', TO_AGENDA: 'toAgenda', OFF_AGENDA: 'offAgenda', CLOSE: 'close', REOPEN: 'reopen' } as const; // prettier-ignore
  return text(`signals.${keys[act]}`);
}

/** What an act asks; none: it is done at once. The verdict that stands is there to be kept or changed. */
export function askedBy(act: SignalAct, signal: Signal): AskedField[] {
  const to = STATE_AFTER[act];
  const { state, verdict } = signal;
  if (state === null) return [];
  if (to === undefined) return takesVerdictWithoutStep(state) ? [field('verdict', verdict?.text)] : [];
  return (signalStepNeeds(state, to) ?? []).map((need) => field(need, need === 'verdict' ? verdict?.text : undefined));
}

const field = (id: SignalNeed, initial: string | undefined): AskedField => ({
  id,
  kind: 'WORDS',
  label: text(`signals.words.${id}`),
  required: text('signals.words.required'),
  max: SIGNAL_LIMITS[id],
  ...(initial === undefined ? {} : { initial }),
});

/** When it was seen, and by whom. */
export function seenWords({ on, recordedBy, source }: Signal, nameOf: NameOf): string {
  const day = formatDutchDay(on);
  if (recordedBy === null) return day;
  const name = nameOf(recordedBy);
  return source === null ? text('signals.seen', { day, name }) : text('signals.seenBy', { day, source, name });
}

/** Verdict, rule and outcome, each a line. */
export function signalLines({ verdict, agendaRule, outcome }: Signal, nameOf: NameOf): string[] {
  const judged = verdict && {
    name: nameOf(verdict.by),
    day: formatDutchDay(dayOfInstant(verdict.at)),
    verdict: verdict.text,
  };
  const rule = agendaRule === null ? undefined : findText(`signals.agendaRule.${agendaRule}`);
  return [
    ...(rule === undefined ? [] : [rule]),
    ...(judged ? [text('signals.verdict', judged)] : []),
    ...(outcome === null ? [] : [text('signals.outcome', { outcome })]),
  ];
}
