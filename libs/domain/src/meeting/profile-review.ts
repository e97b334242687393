import { PROFILES, type Profile, type ProposedProfile } from '../risk-profile/profile.ts';
import type { AgendaCode } from './agenda.ts';

/**
 * What people noted of a profile before the meeting. READY: prepared by a practice nurse, so that the physician only has to confirm.
 * DISCUSS: it stays on the agenda. OPEN: neither, or taken back. Source: domain.md 10, GP review.
 */
export const REVIEW_MARKS = ['OPEN', 'READY', 'DISCUSS'] as const;
export type ReviewMark = (typeof REVIEW_MARKS)[number];

/** How far answers could be compared with those of the form before. */
export const ANSWERS_COMPARED = ['FIRST_FORM', 'TOTALS_ONLY', 'ANSWERS'] as const;

interface ReviewedProfile {
  readonly code: AgendaCode;
  readonly proposed: ProposedProfile | null;
}

/** Only what the answers determine can be confirmed as it is; the rest takes somebody who chooses. Source: domain.md 10, GP review. */
export function confirmableProfile({ proposed }: Pick<ReviewedProfile, 'proposed'>): Profile | undefined {
  return PROFILES.find((profile) => profile === proposed);
}

/** ROBUST for the first time or unchanged may be confirmed together; each client keeps an own decision. Source: domain.md 10. */
export function mayConfirmTogether({ code, proposed }: ReviewedProfile): boolean {
  return proposed === 'ROBUST' && (code === 'PROFILE_NEW' || code === 'PROFILE_SAME');
}

/** Own patients first, each group in the order of the agenda. Source: issue 6, line 3 (our rule). */
export function ownPatientsFirst<Line extends { readonly isMine: boolean; readonly place: number }>(
  lines: readonly Line[],
): readonly Line[] {
  return lines.toSorted((one, other) => Number(other.isMine) - Number(one.isMine) || one.place - other.place);
}
