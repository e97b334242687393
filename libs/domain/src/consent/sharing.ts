import { CARE_ORGANISATION_KINDS, type OrganisationKind } from '../access/roles.ts';
import { CATEGORIES, type ConsentCategory } from './categories.ts';
import { decidingRule, evaluate, isInvolved } from './evaluate.ts';
import { mayBeGranted, mayWrite, type CareTeam, type ConsentOrganisation, type RegisteredRule } from './rules.ts';

/**
 * Why one organisation may or may not read what another wrote. Open: OWN its own rows, OWN_PRACTICE the client's practice,
 * IN_TEAM a member of it takes part in the care, GRANT the client agreed. Closed: DENY and OPTOUT the client refused,
 * NOT_IN_TEAM nobody of it takes part, NOT_ASKED only the client can open it, NEVER_SHARED it cannot be opened.
 */
export const SHARING_REASONS = [
  'OWN',
  'OWN_PRACTICE',
  'IN_TEAM',
  'GRANT',
  'DENY',
  'OPTOUT',
  'NOT_IN_TEAM',
  'NOT_ASKED',
  'NEVER_SHARED',
] as const;
export type SharingReason = (typeof SHARING_REASONS)[number];

/** What holds between one writer and one reader; `ruleId` only where a registered rule decided. */
export interface SharingOutcome {
  readonly fromOrgId: string;
  readonly allow: boolean;
  readonly reason: SharingReason;
  readonly ruleId: string | null;
}

/** What one organisation may read in one category; ALL and NONE are about others that can write rows of it. */
export interface SharingCell {
  readonly category: ConsentCategory;
  readonly shared: 'ALL' | 'SOME' | 'NONE';
  /** Only a GRANT of the client can open it: nothing follows from the team. */
  readonly needsGrant: boolean;
  readonly writers: readonly SharingOutcome[];
}

export interface SharingRow {
  readonly toOrgId: string;
  readonly cells: readonly SharingCell[];
}

/** What a sharing decision is taken from, for one client at one instant (ISO 8601 in UTC). */
export interface SharingFacts {
  readonly rules: readonly RegisteredRule[];
  readonly team: CareTeam;
  readonly organisations: readonly ConsentOrganisation[];
  readonly now: string;
}

/**
 * Whether nothing but a GRANT can open a category to an organisation of this kind: 1–4 and 6 to SOCIAL_WORK, 5 to
 * HOME_CARE. For every other pair the screen does not ask, as being in the team suffices or nothing can open it.
 * Source: trust.md 3, Between organisations.
 */
export function needsGrant(category: ConsentCategory, toKind: OrganisationKind): boolean {
  if (!mayBeGranted(category, toKind)) return false;
  return toKind === 'SOCIAL_WORK' || (category === 5 && toKind === 'HOME_CARE');
}

/** The outcome of `evaluate` with its reason in one word. Errors: as `evaluate`. */
export function sharingOutcome(
  { rules, team, organisations, now }: SharingFacts,
  fromOrgId: string,
  toOrgId: string,
  category: ConsentCategory,
): SharingOutcome {
  const { allow } = evaluate(rules, team, organisations, fromOrgId, toOrgId, category, now);
  const base = { fromOrgId, allow, ruleId: null };
  if (fromOrgId === toOrgId) return { ...base, reason: 'OWN' };
  const to = organisations.find(({ id }) => id === toOrgId);
  if (to === undefined || !mayBeGranted(category, to.kind)) return { ...base, reason: 'NEVER_SHARED' };
  const rule = decidingRule(rules, fromOrgId, toOrgId, category, now);
  if (rule !== undefined) return { ...base, reason: rule.kind, ruleId: rule.id };
  if (allow) return { ...base, reason: toOrgId === team.practiceOrgId ? 'OWN_PRACTICE' : 'IN_TEAM' };
  return { ...base, reason: closedReason(team, to, category, now) };
}

/** What every organisation may read of what the others wrote, category by category; in the order of `organisations`. */
export function sharingTable(facts: SharingFacts): SharingRow[] {
  return facts.organisations.map(({ id: toOrgId, kind }) => ({
    toOrgId,
    cells: CATEGORIES.map((category) => {
      const others = facts.organisations.filter((from) => from.id !== toOrgId && mayWrite(category, from.kind));
      const writers = others.map(({ id }) => sharingOutcome(facts, id, toOrgId, category));
      const open = writers.filter(({ allow }) => allow).length;
      const some = open === 0 ? 'NONE' : 'SOME';
      const shared = open === writers.length && open > 0 ? 'ALL' : some;
      return { category, shared, needsGrant: needsGrant(category, kind), writers };
    }),
  }));
}

/** How far a client was asked, for one line in the head of a record. */
export interface ConsentState {
  /** Categories that are shared now with an organisation that needs a GRANT for them. */
  readonly given: number;
  /** Categories for which some organisation of the network needs a GRANT: six with social work and home care, else fewer. */
  readonly total: number;
  /** Whether the client said anything yet, whatever it was. */
  readonly asked: boolean;
}

/**
 * Counts categories, not rules: one is given when what the client's own practice wrote in it is shared with at least one
 * organisation that needs a GRANT for it. Source: trust.md 3; the screen paper's "toestemming 4 van 6".
 */
export function consentState(facts: SharingFacts): ConsentState {
  const { rules, team, organisations } = facts;
  const pairs = organisations.flatMap(({ id, kind }) =>
    CATEGORIES.filter((category) => needsGrant(category, kind)).map((category) => ({ id, category })),
  );
  const given = pairs.filter(({ id, category }) => sharingOutcome(facts, team.practiceOrgId, id, category).allow);
  const count = (list: typeof pairs): number => new Set(list.map(({ category }) => category)).size;
  return { given: count(given), total: count(pairs), asked: rules.length > 0 };
}

function closedReason(team: CareTeam, to: ConsentOrganisation, category: ConsentCategory, now: string): SharingReason {
  if (needsGrant(category, to.kind)) return 'NOT_ASKED';
  const isCare = CARE_ORGANISATION_KINDS.includes(to.kind);
  return isCare && !isInvolved(team, to, now) ? 'NOT_IN_TEAM' : 'NEVER_SHARED';
}
