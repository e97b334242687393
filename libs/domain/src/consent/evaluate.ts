import { CARE_ORGANISATION_KINDS, type OrganisationKind } from '../access/roles.ts';
import type { ConsentCategory } from './categories.ts';
import { compareInstants, isWithin } from './instants.ts';
import { mayBeGranted, mayWrite, type CareTeam, type ConsentOrganisation, type RegisteredRule } from './rules.ts';

/** `ruleId`: id of the registered rule that decided, OWN, INVOLVED, or null where no rule exists. */
export interface ConsentOutcome {
  readonly allow: boolean;
  readonly ruleId: string | null;
}

const CLOSED: ConsentOutcome = { allow: false, ruleId: null };

/**
 * Whether organisation `toOrgId` may read (and write on) what `fromOrgId` wrote about one client in a category, at an
 * instant. Own rows always; category 5 never to SOCIAL_WORK. Registered rules that hold go before INVOLVED: one that
 * names the writer beats one for every writer, then a refusal (DENY, OPTOUT) beats a GRANT, then the newest beats older.
 * INVOLVED follows from the team: a care organisation with an active member, and the own practice always, read 1–4 and
 * 6 of every organisation, 5 only among PRACTICE and SPECIALIST; the writer need not be in the team any more.
 * No rule, or an organisation that is not known: closed. Instants: start inclusive, end exclusive.
 * Source: trust.md 3 (Between organisations, Consent). Errors: RangeError for an instant that is not in UTC.
 */
export function evaluate(
  rules: readonly RegisteredRule[],
  team: CareTeam,
  organisations: readonly ConsentOrganisation[],
  fromOrgId: string,
  toOrgId: string,
  category: ConsentCategory,
  at: string,
): ConsentOutcome {
  if (fromOrgId === toOrgId) return { allow: true, ruleId: 'OWN' };
  const from = organisations.find(({ id }) => id === fromOrgId);
  const to = organisations.find(({ id }) => id === toOrgId);
  if (from === undefined || to === undefined || !mayBeGranted(category, to.kind)) return CLOSED;
  const rule = decidingRule(rules, fromOrgId, toOrgId, category, at);
  if (rule !== undefined) return { allow: rule.kind === 'GRANT', ruleId: rule.id };
  const involved = isInvolved(team, to, at) && coversInvolvement(from.kind, to.kind, category);
  return involved ? { allow: true, ruleId: 'INVOLVED' } : CLOSED;
}

/** The registered rule that decides between two organisations, or undefined where none holds: see `evaluate`. */
export function decidingRule(
  rules: readonly RegisteredRule[],
  fromOrgId: string,
  toOrgId: string,
  category: ConsentCategory,
  at: string,
): RegisteredRule | undefined {
  return rules
    .filter((rule) => rule.toOrgId === toOrgId && (rule.fromOrgId ?? fromOrgId) === fromOrgId)
    .filter((rule) => rule.categories.includes(category) && holdsAt(rule, at))
    .toSorted(strongestFirst)[0];
}

/** Whether a care organisation takes part in the treatment: the client's own practice, or a member active at that instant. */
export function isInvolved(team: CareTeam, { id, kind }: ConsentOrganisation, at: string): boolean {
  if (!CARE_ORGANISATION_KINDS.includes(kind)) return false;
  if (id === team.practiceOrgId) return true;
  return team.members.some((member) => member.orgId === id && isWithin(member.activeFrom, member.activeUntil, at));
}

function coversInvolvement(from: OrganisationKind, to: OrganisationKind, category: ConsentCategory): boolean {
  return category !== 5 || (mayWrite(5, from) && mayWrite(5, to));
}

function holdsAt(rule: RegisteredRule, at: string): boolean {
  return isWithin(rule.validFrom, rule.validUntil, at) && isWithin(null, rule.withdrawnAt, at);
}

function strongestFirst(a: RegisteredRule, b: RegisteredRule): number {
  const bySpecific = Number(a.fromOrgId === null) - Number(b.fromOrgId === null);
  const byRefusal = Number(a.kind === 'GRANT') - Number(b.kind === 'GRANT');
  const byAge = compareInstants(b.recordedAt, a.recordedAt);
  return bySpecific || byRefusal || byAge || (a.id < b.id ? -1 : 1);
}
