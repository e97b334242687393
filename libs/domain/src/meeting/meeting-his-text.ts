import type { Day } from '../calendar/day.ts';
import { formatDutchDay } from '../calendar/dutch-day.ts';

/** What a meeting decided about one client, as far as the GP's own system is told. */
export interface MeetingHisFacts {
  readonly on: Day;
  /** What the practice calls the profile that was assigned. */
  readonly profile: string | null;
  readonly caseManager: { readonly name: string; readonly role: string } | null;
  /** Actions, referrals and notes in the order they were taken; who does something by role. */
  readonly agreed: readonly AgreedForHis[];
  readonly nextReviewOn: Day | null;
  readonly hasEnded: boolean;
}

export type AgreedForHis =
  | { readonly kind: 'ACTION'; readonly text: string; readonly role: string | null; readonly dueOn: Day }
  | { readonly kind: 'REFER'; readonly type: string; readonly receiver: string }
  | { readonly kind: 'NOTE'; readonly text: string };

export const MEETING_HIS_LINES = [
  'MEETING',
  'PROFILE',
  'CASE_MANAGER',
  'PROFILE_AND_CASE_MANAGER',
  'AGREED',
  'NEXT',
  'ENDED',
] as const;
export type MeetingHisLine = {
  readonly code: (typeof MEETING_HIS_LINES)[number];
  readonly values: Readonly<Record<string, string>>;
};

/**
 * At most four lines about a client who was discussed: the meeting, what was settled, what was agreed (in the words of `agreedWords`),
 * and when she is discussed again. No BSN, and no name but the case manager's. Source: domain reference 13.1, our rule.
 */
export function meetingHisLines(
  facts: MeetingHisFacts,
  agreedWords: (agreed: AgreedForHis) => string,
): readonly MeetingHisLine[] {
  const { on, agreed, nextReviewOn, hasEnded } = facts;
  const day = (one: Day): { day: string } => ({ day: formatDutchDay(one) });
  const lines: (MeetingHisLine | null)[] = [
    { code: 'MEETING', values: day(on) },
    settledLine(facts),
    agreed.length === 0 ? null : { code: 'AGREED', values: { agreed: agreed.map(agreedWords).join('; ') } },
    nextReviewOn === null ? null : { code: 'NEXT', values: day(nextReviewOn) },
    hasEnded && nextReviewOn === null ? { code: 'ENDED', values: {} } : null,
  ];
  return lines.filter((line) => line !== null);
}

function settledLine({ profile, caseManager }: MeetingHisFacts): MeetingHisLine | null {
  if (profile !== null && caseManager !== null)
    return { code: 'PROFILE_AND_CASE_MANAGER', values: { profile, ...caseManager } };
  if (profile !== null) return { code: 'PROFILE', values: { profile } };
  return caseManager === null ? null : { code: 'CASE_MANAGER', values: caseManager };
}
