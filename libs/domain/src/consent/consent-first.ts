import { decidingRule, evaluate } from './evaluate.ts';
import type { CareTeam, ConsentOrganisation, RegisteredRule } from './rules.ts';

/**
 * Whether an ouderenadviseur of an organisation can join a team or be named case manager or stand-in at this instant:
 * only with a GRANT of category 1 towards her organisation for what the client's own practice wrote; INVOLVED does not
 * count. At the own practice nothing is shared, so nothing is asked. When this turns false for a case manager, her case
 * management ends. Source: trust.md 3, domain.md 9 (Consent first). The caller refuses with 409 CONSENT_REQUIRED.
 */
export function adviserMayBeNamed(
  rules: readonly RegisteredRule[],
  team: CareTeam,
  organisations: readonly ConsentOrganisation[],
  adviserOrgId: string,
  at: string,
): boolean {
  const { practiceOrgId } = team;
  if (adviserOrgId === practiceOrgId) return true;
  const { allow } = evaluate(rules, team, organisations, practiceOrgId, adviserOrgId, 1, at);
  return allow && decidingRule(rules, practiceOrgId, adviserOrgId, 1, at) !== undefined;
}

/** Days in which the consent is asked that was not asked yet when an ouderenadviseur was to be named. Ours; domain.md 9 asks for the task. */
export const ASK_CONSENT_WITHIN_DAYS = 7;
