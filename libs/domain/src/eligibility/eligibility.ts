import { ageOn } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';

export const CLIENT_STATUSES = ['ACTIVE', 'ADMITTED', 'DEREGISTERED', 'MOVED', 'DECEASED'] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

/** In the order in which those left out are counted. */
export const LEFT_OUT_REASONS = [
  'STATUS',
  'TOO_YOUNG',
  'NOT_AT_HOME',
  'DO_NOT_INVITE',
  'RESTRICTED',
  'IN_OTHER_ROUND',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Whole years. Source: samenoud.com. */
export const MINIMUM_AGE = 75;

export type EligibilityFacts = {
  readonly birthDate: Day;
  readonly livesAtHome: boolean;
  readonly status: ClientStatus;
  readonly doNotInvite: boolean;
  /** Nobody but the GP sees her record, at her own wish: nothing goes out by a round. */
  readonly restricted?: boolean;
};

/** The first reason why a client is left out on the reference date, or undefined for an eligible client. */
export function leftOutReason(client: EligibilityFacts, referenceDate: Day): LeftOutReason | undefined {
  if (client.status !== 'ACTIVE') return 'STATUS';
  if (ageOn(client.birthDate, referenceDate) < MINIMUM_AGE) return 'TOO_YOUNG';
  if (!client.livesAtHome) return 'NOT_AT_HOME';
  if (client.doNotInvite) return 'DO_NOT_INVITE';
  return client.restricted === true ? 'RESTRICTED' : undefined;
}

/** 75 or over, living at home, active, not marked "do not invite" and not restricted. Source: samenoud.com; domain reference 7. */
export function isEligible(client: EligibilityFacts, referenceDate: Day): boolean {
  return leftOutReason(client, referenceDate) === undefined;
}
