import { CATEGORIES, type ConsentCategory } from './categories.ts';
import { evaluate } from './evaluate.ts';
import { compareInstants } from './instants.ts';
import type { CareTeam, ConsentOrganisation, RegisteredRule } from './rules.ts';

/** One row of `access_basis`; `validFrom` null: always, `validUntil` null: no end known. Start inclusive, end exclusive. */
export interface AccessBasisRow {
  readonly category: ConsentCategory;
  readonly fromOrgId: string;
  readonly toOrgId: string;
  readonly kind: 'GRANT' | 'INVOLVED';
  /** Id of the registered GRANT, or INVOLVED. */
  readonly ruleId: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/**
 * The rows that hold at an instant for one client: everything `evaluate` allows between two different organisations,
 * each for the unbroken period around `at` in which the same rule decides. A row therefore ends by itself when a rule
 * or membership with a known end does, and is never open longer than `evaluate`; what opens later is written at
 * `nextBasisChangeAt`. Source: trust.md 3 and 4.
 */
export function accessBasisRows(
  rules: readonly RegisteredRule[],
  team: CareTeam,
  organisations: readonly ConsentOrganisation[],
  at: string,
): AccessBasisRow[] {
  const turns = turningPoints(rules, team);
  const later = turns.filter((turn) => compareInstants(turn, at) > 0);
  const earlier = turns.filter((turn) => compareInstants(turn, at) <= 0);
  return pairsOf(organisations).flatMap(({ category, fromOrgId, toOrgId }) => {
    const outcomeAt = (instant: string) =>
      evaluate(rules, team, organisations, fromOrgId, toOrgId, category, instant).ruleId;
    const { allow, ruleId } = evaluate(rules, team, organisations, fromOrgId, toOrgId, category, at);
    if (!allow || ruleId === null) return [];
    const kind = ruleId === 'INVOLVED' ? 'INVOLVED' : 'GRANT';
    const validUntil = later.find((turn) => outcomeAt(turn) !== ruleId) ?? null;
    const always = kind === 'INVOLVED' && toOrgId === team.practiceOrgId;
    const validFrom = startOf(earlier, always, outcomeAt, ruleId);
    return [{ category, fromOrgId, toOrgId, kind, ruleId, validFrom, validUntil }];
  });
}

/** The first instant after `at` at which the rows have to be written anew without anyone doing something; else null. */
export function nextBasisChangeAt(rules: readonly RegisteredRule[], team: CareTeam, at: string): string | null {
  return turningPoints(rules, team).find((turn) => compareInstants(turn, at) > 0) ?? null;
}

/** All instants at which some outcome can change, oldest first: between two of them every outcome stands still. */
function turningPoints(rules: readonly RegisteredRule[], team: CareTeam): string[] {
  const instants = [
    ...rules.flatMap(({ validFrom, validUntil, withdrawnAt }) => [validFrom, validUntil, withdrawnAt]),
    ...team.members.flatMap(({ activeFrom, activeUntil }) => [activeFrom, activeUntil]),
  ];
  return instants.filter((instant) => instant !== null).toSorted(compareInstants);
}

/**
 * Start of the unbroken period in which the same rule decides. `earlier`: the turning points up to now, oldest first;
 * `always`: the rule already decided before the first of them, so without a break the period has no start.
 */
function startOf(
  earlier: readonly string[],
  always: boolean,
  outcomeAt: (at: string) => string | null,
  ruleId: string,
): string | null {
  let start: string | null = null;
  let open = always;
  for (const turn of earlier) {
    const same = outcomeAt(turn) === ruleId;
    if (same && !open) start = turn;
    open = same;
  }
  return start;
}

function pairsOf(organisations: readonly ConsentOrganisation[]) {
  return organisations.flatMap((from) =>
    organisations
      .filter((to) => to.id !== from.id)
      .flatMap((to) => CATEGORIES.map((category) => ({ category, fromOrgId: from.id, toOrgId: to.id }))),
  );
}
