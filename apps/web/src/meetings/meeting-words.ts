import {
  dayOfInstant,
  formatDutchDay,
  formatDutchDayBeside,
  formatDutchDayShort,
  type ProfileLabels,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { profileWord } from '../platform/profile-labels.tsx';
import { clockOf } from '../ui/clock.ts';
import type { AgendaPlace, Decision } from './meeting-queries.ts';

/** A colleague as she is offered in a list: name and role in words. */
export type Person = { readonly userId: string; readonly label: string; readonly role: string };
export type NameOf = (userId: string | null) => string;
type Reason = AgendaPlace['reasons'][number];

/** What the words of a decision are made from: as it is taken, or as it stands in the minutes. */
type Told = Pick<Decision, 'kind' | 'text' | 'profile' | 'userId' | 'on'> & {
  readonly action: Pick<NonNullable<Decision['action']>, 'text' | 'ownerId' | 'dueOn'> | null;
  readonly referral: Pick<NonNullable<Decision['referral']>, 'type' | 'receiver'> | null;
  readonly hidden?: Decision['hidden'];
};

/** „08-12-2026, 13:30”. */
export const meetingAt = (startsAt: string): string =>
  text('teamMeetings.at', { day: formatDutchDay(dayOfInstant(startsAt)), time: clockOf(startsAt) });

/** „profiel gewijzigd: kwetsbaar → complex (sinds 2 okt)”: why a client is on the agenda. The question itself is said elsewhere. */
export function reasonWords({ code, detail, since }: Reason, question: string | null, on: string): string {
  const what = text(`meetings.code.${code}`);
  return text('teamMeetings.agenda.since', {
    reason: detail === null || detail === question ? what : `${what}: ${detail}`,
    day: formatDutchDayBeside(since, on),
  });
}

/** What was decided, as it stands on the screen and in the minutes. */
export function decisionWords(decision: Told, nameOf: NameOf, labels: ProfileLabels): string {
  const { kind, hidden, profile, userId, action, referral, on, text: note } = decision;
  if (hidden !== undefined && hidden.length > 0) return text('teamMeetings.decided.hidden');
  switch (kind) {
    case 'ASSIGN_PROFILE':
      return text('teamMeetings.decided.ASSIGN_PROFILE', {
        profile: profile === null ? '' : profileWord(profile, labels),
      });
    case 'NAME_CASE_MANAGER':
      return text('teamMeetings.decided.NAME_CASE_MANAGER', { name: nameOf(userId) });
    case 'ACTION':
      return action === null ? text('teamMeetings.decided.hidden') : actionWords(action, nameOf);
    case 'NEXT_REVIEW':
      return text('teamMeetings.decided.NEXT_REVIEW', { day: on === null ? '' : formatDutchDay(on) });
    case 'NOTE':
      return text('teamMeetings.decided.NOTE', { text: note ?? '' });
    case 'END_REVIEW':
      return text('teamMeetings.decided.END_REVIEW');
    default:
      return referral === null ? text('teamMeetings.decided.hidden') : referralWords(referral);
  }
}

/** „actie: samen huisbezoek (Els Bakker, 12 dec)”. */
export const actionWords = ({ text: words, ownerId, dueOn }: NonNullable<Told['action']>, nameOf: NameOf): string =>
  text('teamMeetings.decided.ACTION', { text: words, name: nameOf(ownerId), day: formatDutchDayShort(dueOn) });

const referralWords = ({ type, receiver }: NonNullable<Told['referral']>): string =>
  text('teamMeetings.decided.REFER', { type: text(`referrals.type.${type}`), receiver });
