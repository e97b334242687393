/**
 * Which first refusal a route gives, or that it opens: trust paper 3 (order of refusals, footnote 1), domain paper 5. Imports
 * nothing from the product, and was typed before any of it was read.
 */
import { type Facts, hasBasis, isKeptFrom, mayEver, mayRead, type Person, relationOf } from './rights-oracle.ts';
import type { RouteRule } from './routes-oracle.ts';
import { asRow, isOwnEntry, type Kept, seesHead, seesText } from './seen-oracle.ts';

/** Open: anything that is no refusal of access. */
export type Outcome = 'OPEN' | 'ROLE' | 'NO_BASIS' | 'RESTRICTED' | 'HIDDEN';

export const mayAskEver = (role: Person['role'], needs: RouteRule['needs']): boolean =>
  needs.some(([resource, action]) => mayEver(role, resource, action));

/** Which first refusal a route gives, or that it opens; more than one where the papers leave it open. */
export function outcomesOf(
  facts: Facts,
  person: Person,
  rule: RouteRule,
  thing: Kept,
  rows: readonly Kept[],
): Outcome[] {
  const outcomes = unrestrictedOutcomes(facts, person, rule, thing, rows);
  if (!outcomes.includes('OPEN') || !isKeptFrom(facts, person, thing.clientId)) return outcomes;
  // a restriction comes after the basis; registers without a category (who looked, who takes part, wishes) are left open by the
  // papers, and so is what somebody wrote herself
  const isLeftOpen = rule.shared === 'NOTHING' || rows.some(({ madeBy }) => madeBy === person.id);
  return [...outcomes.filter((outcome) => isLeftOpen || outcome !== 'OPEN'), 'RESTRICTED'];
}

function unrestrictedOutcomes(
  facts: Facts,
  person: Person,
  rule: RouteRule,
  thing: Kept,
  rows: readonly Kept[],
): Outcome[] {
  const granted = rule.needs.filter(([resource, action]) => mayEver(person.role, resource, action));
  if (granted.length === 0) return ['ROLE'];
  const related = granted.map(([resource, action]) => relationOf(facts, person, thing.clientId, resource, action));
  const isDesk = person.role === 'PRACTICE_ASSISTANT' && rule.limited?.includes(person.role) === true;
  // what her limit leaves out of this act altogether may be refused before any id is looked at, or as that of anybody without a relation
  if (related.every((relation) => relation === 'none')) return isDesk ? ['ROLE', 'HIDDEN'] : ['HIDDEN'];
  if (rule.maker && !['GP', 'PRACTICE_NURSE'].includes(person.role) && thing.madeBy !== person.id)
    return ['ROLE', 'NO_BASIS'];
  if (rule.limited?.includes(person.role)) return ['ROLE', ...sharedOutcomes(facts, person, rule, thing, rows)];
  return sharedOutcomes(facts, person, rule, thing, rows);
}

function sharedOutcomes(facts: Facts, person: Person, rule: RouteRule, thing: Kept, rows: readonly Kept[]): Outcome[] {
  const category = thing.category ?? rule.category ?? 1;
  if (rule.shared === 'NOTHING') return ['OPEN'];
  if (rule.shared === 'ROW') {
    if (thing.kind === 'RESPONSE') return [seesHead(facts, person, thing) === 'yes' ? 'OPEN' : 'NO_BASIS'];
    // outside social work the cell of the export asks for no category: what is not shared is left out of the copy
    if (rule.needs[0]?.[1] === 'EXPORT' && person.role !== 'ELDERLY_ADVISER') return ['OPEN'];
    const open = rule.needs.some(([resource, action]) =>
      action === 'READ'
        ? mayRead(facts, person, asRow(thing, category), resource)
        : hasBasis(facts, asRow(thing, category), person.orgId),
    );
    return [open ? 'OPEN' : 'NO_BASIS'];
  }
  if (rule.shared === 'FORM') return formOutcomes(facts, person, thing);
  const visible = rows.some(
    (row) => rule.shows?.includes(row.kind) === true && row.kind !== 'REMARK' && row.clientId === thing.clientId && seesText(facts, person, row) === 'yes',
  ); // prettier-ignore
  // no row that she may see: an empty list and NO_BASIS tell her the same
  return visible ? ['OPEN'] : ['OPEN', 'NO_BASIS'];
}

/** Entry is one act, whatever the categories of its items. */
function formOutcomes(facts: Facts, person: Person, form: Kept): Outcome[] {
  if (isOwnEntry(facts, person, form)) return ['OPEN'];
  const shared = ([1, 2, 3] as const).filter((category) => hasBasis(facts, asRow(form, category), person.orgId));
  if (shared.length === 3) return ['OPEN'];
  // the ouderenadviseur enters without a grant (footnote 1), and what may be written may be read: the papers do not choose
  if (shared.length === 0 && person.role !== 'ELDERLY_ADVISER') return ['NO_BASIS'];
  return ['OPEN', 'NO_BASIS'];
}
