import { daysBetween, formatDutchDay, isReferralSilent, type ReferralState } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Referral } from './referral-queries.ts';

type NameOf = (userId: string | null) => string;

/** What a person can do with a referral, in the order of the buttons. */
export type ReferralAct = 'SEND' | 'CHANGE' | 'FEEDBACK' | 'POSTPONE' | 'CLOSE';

const ACTS: Readonly<Record<ReferralState, readonly ReferralAct[]>> = {
  DRAFT: ['CHANGE', 'CLOSE'],
  SENT: ['FEEDBACK', 'POSTPONE', 'CLOSE'],
  FEEDBACK_GIVEN: ['FEEDBACK', 'CLOSE'],
  CLOSED: [],
};

/** Who sees day and kind only can still note that it was sent. */
export const actsOf = ({ state, mayChange, maySend }: Referral): ReferralAct[] => [
  ...(maySend ? (['SEND'] as const) : []),
  ...(mayChange && state !== null ? ACTS[state] : []),
];

/** The kind of referral, in the words of who wrote it where the kind says nothing. */
export function referralHead({ type, typeText }: Referral): string {
  const kind = text(`referrals.type.${type}`);
  return typeText === null ? kind : text('referrals.head', { type: kind, words: typeText });
}

/** When it was written, and by whom as far as that is told. */
export function writtenWords({ on, referrer }: Referral, nameOf: NameOf): string {
  const day = formatDutchDay(on);
  return referrer === null ? day : text('referrals.by', { day, name: nameOf(referrer.userId) });
}

/** To whom, and where it stands, each a line. */
export function referralLines(referral: Referral, nameOf: NameOf, today: string): string[] {
  const { receiver, receiverContact: contact, bridgesWait, permission, sentOn } = referral;
  const to = contact === null ? text('referrals.to', { receiver: receiver ?? '' }) : text('referrals.toWith', { receiver: receiver ?? '', contact }); // prettier-ignore
  return [
    ...(receiver === null ? [] : [to]),
    ...(bridgesWait === true ? [text('referrals.bridges')] : []),
    ...(permission === null ? [] : [text('referrals.permission', { day: formatDutchDay(permission.on), name: nameOf(permission.askedBy) })]), // prettier-ignore
    ...(sentOn === null ? [] : [text('referrals.sentOn', { day: formatDutchDay(sentOn) })]),
    ...waiting(referral, today),
  ];
}

export const feedbackWords = ({ on, outcome, text: told }: Referral['feedback'][number]): string =>
  text('referrals.feedback', { day: formatDutchDay(on), outcome: text(`referrals.outcome.${outcome}`), text: told });

export const isSilent = ({ state, dueOn }: Referral, today: string): boolean =>
  state !== null && isReferralSilent({ state, dueOn }, today);

/** What is waited for, or what to do when it stays silent. */
function waiting(referral: Referral, today: string): string[] {
  const { state, on, sentOn, dueOn, receiver } = referral;
  if (state !== 'DRAFT' && state !== 'SENT') return [];
  const n = daysBetween(sentOn ?? on, today);
  if (!isSilent(referral, today)) return [text('referrals.expected', { day: formatDutchDay(dueOn) })];
  return [state === 'DRAFT' ? text('referrals.notSent', { n }) : text('referrals.silent', { n, receiver: receiver ?? '' })]; // prettier-ignore
}
