import type { LetterRefusal } from '@samenoud/domain';
import type { PrintKind } from './letter.dto.ts';
import type { Asked, Recipient } from './letter-recipients.service.ts';

/** Reasons for which the questionnaire goes by hand, by a visit or by phone. */
export const BY_HAND = ['NO_POST', 'NO_ADDRESS', 'UNDELIVERABLE'] as const satisfies readonly LetterRefusal[];
type ByHand = (typeof BY_HAND)[number];

export const isByHand = (refusal: LetterRefusal | null): refusal is ByHand => BY_HAND.some((one) => one === refusal);

/**
 * For whom this kind of paper is made. A letter goes to who may get one; once more only to who is named, or
 * to all of them when that is asked. Labels and the
 * list also show whose letter was made already, since they are printed beside them. Forms alone are for who gets no post.
 */
export function chosen(
  kind: PrintKind,
  all: readonly Recipient[],
  { invitationIds, again }: Asked,
): readonly Recipient[] {
  if (again === true) return all.filter(({ refusal }) => refusal === 'WAVE_ALREADY_SENT');
  const alsoMade = invitationIds !== undefined || kind === 'LABELS' || kind === 'ADDRESS_LIST';
  const gets = ({ refusal }: Recipient): boolean => refusal === null || (alsoMade && refusal === 'WAVE_ALREADY_SENT');
  if (kind !== 'FORMS') return all.filter(gets);
  return all.filter((one) => isByHand(one.refusal) || (invitationIds !== undefined && gets(one)));
}
