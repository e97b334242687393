/**
 * What each route answers to whom, typed from trust paper 3 (order of refusals, hidden parts, footnotes 1 and 2), domain
 * paper 5 and 13.8, and the API paper. Imports nothing from the product, and was typed before any of it was read.
 */
import {
  type Category, type Facts, hasBasis, mayEver, mayRead, type Paper, type PaperAction, type Person, relationOf, type Row,
} from './rights-oracle.ts'; // prettier-ignore

/** What the harness wrote, each with text that stands nowhere else. */
export interface Kept {
  readonly kind:
    'CLIENT' | 'CONTACT_PERSON' | 'STATEMENT' | 'RESPONSE' | 'REMARK' | 'PROFILE' | 'CONSENT' | 'PLAN' | 'PROBLEM';
  readonly id: string;
  readonly clientId: string;
  readonly ownerOrg: string;
  readonly madeBy: string;
  readonly token: string;
  /** Of a form, and of the form a remark stands on. */
  readonly form?: 'IN_PROGRESS' | 'COMPLETED';
  /** The form that a remark stands on, the plan that a problem is part of. */
  readonly of?: string;
}

const FORM_READING = ['HEALTH_ANSWERS', 'WELLBEING_ANSWERS', 'RISK_PROFILE'] as const;

const asRow = ({ clientId, ownerOrg }: Kept, category: Category): Row => ({ clientId, ownerOrg, category });

export type Seen = 'yes' | 'no' | 'unclear';
const seenWhen = (holds: boolean): Seen => (holds ? 'yes' : 'no');

/** May the text of this row ever be in an answer to this person? */
export function seesText(facts: Facts, person: Person, kept: Kept): Seen {
  if (kept.kind === 'CONSENT') return seenWhen(relationOf(facts, person, kept.clientId, 'CONSENT', 'READ') !== 'none');
  if (kept.kind === 'RESPONSE') return seesHead(facts, person, kept);
  if (kept.kind === 'REMARK') return seesAnswers(facts, person, kept, 3, true);
  if (kept.kind === 'PROFILE') {
    // the class is all she reads of a profile (matrix, assistant)
    if (person.role === 'PRACTICE_ASSISTANT') return 'no';
    return seenWhen(mayRead(facts, person, asRow(kept, 3), 'RISK_PROFILE'));
  }
  if (kept.kind === 'PLAN' || kept.kind === 'PROBLEM') {
    // dates only
    if (person.role === 'PRACTICE_ASSISTANT') return 'no';
    return seenWhen(mayRead(facts, person, asRow(kept, 4), 'CARE_PLAN'));
  }
  return seenWhen(mayRead(facts, person, asRow(kept, 1), 'IDENTITY'));
}

/** The head of a form is of category 1; it is read by whoever reads anything of forms. */
function seesHead(facts: Facts, person: Person, form: Kept): Seen {
  if (isOwnEntry(facts, person, form)) return 'yes';
  return seenWhen(FORM_READING.some((resource) => mayRead(facts, person, asRow(form, 1), resource)));
}

/** Footnote 1: who enters a form reads that entry while it is in progress. */
const isOwnEntry = (facts: Facts, person: Person, form: Kept): boolean =>
  form.form === 'IN_PROGRESS' && form.madeBy === person.id && mayEnter(facts, person, form.clientId);

const mayEnter = (facts: Facts, person: Person, clientId: string): boolean =>
  relationOf(facts, person, clientId, 'HEALTH_ANSWERS', 'UPDATE') === 'related';

/** Answers of category 2 or 3 of a form, and its remark, which is of category 3. */
export function seesAnswers(facts: Facts, person: Person, form: Kept, category: 2 | 3, remark = false): Seen {
  if (isOwnEntry(facts, person, form)) return 'yes';
  if (person.role === 'PRACTICE_ASSISTANT') {
    if (relationOf(facts, person, form.clientId, 'HEALTH_ANSWERS', 'UPDATE') === 'none') return 'no';
    if (!hasBasis(facts, asRow(form, category), person.orgId)) return 'no';
    if (form.form === 'IN_PROGRESS') return 'yes'; // she may go on with any
    return remark ? 'unclear' : 'no'; // domain 5 makes a remark her task; the matrix gives her no answers
  }
  return seenWhen(
    mayRead(facts, person, asRow(form, category), category === 2 ? 'WELLBEING_ANSWERS' : 'HEALTH_ANSWERS'),
  );
}

/** Scores and proposal of a completed form. */
export const seesScores = (facts: Facts, person: Person, form: Kept): Seen =>
  person.role === 'PRACTICE_ASSISTANT' ? 'no' : seenWhen(mayRead(facts, person, asRow(form, 3), 'RISK_PROFILE'));

/** The class alone, also for the assistant; footnote 2: without category 3 no class either. */
export const seesClass = (facts: Facts, person: Person, kept: Kept): Seen =>
  seenWhen(mayRead(facts, person, asRow(kept, 3), 'RISK_PROFILE'));

export const seesBsn = (facts: Facts, person: Person, client: Kept): Seen =>
  seenWhen(mayRead(facts, person, asRow(client, 1), 'BSN'));

/** The client list: a relation by team or practice and category 1; emergency access opens no list. */
export const isListed = (facts: Facts, person: Person, client: Kept): boolean =>
  person.role !== 'PRACTICE_MANAGER' && mayRead(facts, person, asRow(client, 1), 'CLIENT_LIST'); // he only counts

/** Open: anything that is no refusal of access. */
export type Outcome = 'OPEN' | 'ROLE' | 'NO_BASIS' | 'HIDDEN';

export interface RouteRule {
  readonly needs: readonly (readonly [Paper, PaperAction])[];
  readonly of: Kept['kind'];
  /**
   * What of the thing has to be shared: its own row; any row of the list; the answers of a form, in order to write them;
   * something of that category at all, in order to add to it; or nothing, for registers without a category.
   */
  readonly shared: 'ROW' | 'LIST' | 'FORM' | 'NOTHING' | 'ADDING';
  readonly category?: Category;
  /** Kinds of rows that the answer shows, each of them when she may see it. */
  readonly shows?: readonly Kept['kind'][];
  /** Voiding outside consent: who made it, GP and practice nurse. */
  readonly maker?: true;
  /** A limit in words that the matrix sets to a role: „own caseload". */
  readonly limited?: readonly string[];
}

const one = (resource: Paper, action: PaperAction): RouteRule['needs'] => [[resource, action]];
const forms = (action: PaperAction): RouteRule['needs'] => [['HEALTH_ANSWERS', action], ['WELLBEING_ANSWERS', action]]; // prettier-ignore
const rights: RouteRule['needs'] = [
  ['DESTRUCTION', 'CREATE'],
  ['DESTRUCTION', 'FINALISE'],
];
const readsForms: RouteRule['needs'] = FORM_READING.map((resource) => [resource, 'READ'] as const);
const caseload = ['DISTRICT_NURSE', 'ELDERLY_ADVISER'];

/** Routes that name a client or a thing of a client. */
export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  'GET /clients/{id}': { needs: one('IDENTITY', 'READ'), of: 'CLIENT', shared: 'ROW', category: 1, shows: ['CLIENT'] },
  'PATCH /clients/{id}': { needs: one('IDENTITY', 'UPDATE'), of: 'CLIENT', shared: 'ROW', category: 1 },
  'GET /clients/{id}/contact-persons': { needs: one('IDENTITY', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1, shows: ['CONTACT_PERSON'] },
  'POST /clients/{id}/contact-persons': { needs: [['IDENTITY', 'CREATE'], ['IDENTITY', 'UPDATE']], of: 'CLIENT', shared: 'ADDING', category: 1 },
  'PATCH /contact-persons/{id}': { needs: one('IDENTITY', 'UPDATE'), of: 'CONTACT_PERSON', shared: 'ROW', category: 1 },
  'POST /clients/{id}/bsn/reveal': { needs: one('BSN', 'READ'), of: 'CLIENT', shared: 'ROW', category: 1 },
  'GET /clients/{id}/history': { needs: one('IDENTITY', 'READ'), of: 'CLIENT', shared: 'ROW', category: 1 },
  'GET /clients/{id}/statements': { needs: one('IDENTITY', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1, shows: ['STATEMENT'] },
  'POST /clients/{id}/statements': { needs: rights, of: 'CLIENT', shared: 'NOTHING' },
  'POST /statements/{id}/withdraw': { needs: rights, of: 'STATEMENT', shared: 'NOTHING' },
  'GET /clients/{id}/restrictions': { needs: rights, of: 'CLIENT', shared: 'NOTHING' },
  'POST /clients/{id}/restrictions': { needs: rights, of: 'CLIENT', shared: 'NOTHING' },
  'POST /clients/{id}/destruction-requests': { needs: rights, of: 'CLIENT', shared: 'NOTHING' },
  'GET /clients/{id}/team': { needs: one('TEAM', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'PUT /clients/{id}/team': { needs: one('TEAM', 'UPDATE'), of: 'CLIENT', shared: 'NOTHING' },
  'PUT /clients/{id}/case-manager': { needs: one('CASE_MANAGER', 'UPDATE'), of: 'CLIENT', shared: 'NOTHING', limited: caseload },
  'POST /clients/{id}/gap-explanations': { needs: one('CASE_MANAGER', 'UPDATE'), of: 'CLIENT', shared: 'NOTHING', limited: caseload },
  'GET /clients/{id}/consents': { needs: one('CONSENT', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'POST /clients/{id}/consents': { needs: one('CONSENT', 'CREATE'), of: 'CLIENT', shared: 'NOTHING' },
  'POST /consents/{id}/withdraw': { needs: one('CONSENT', 'VOID'), of: 'CONSENT', shared: 'NOTHING' },
  'GET /clients/{id}/responses': { needs: readsForms, of: 'CLIENT', shared: 'LIST', category: 1, shows: ['RESPONSE', 'REMARK'] },
  'POST /clients/{id}/responses': { needs: forms('CREATE'), of: 'CLIENT', shared: 'ADDING', category: 3 },
  'GET /responses/{id}': { needs: readsForms, of: 'RESPONSE', shared: 'ROW', category: 1, shows: ['RESPONSE', 'REMARK'] },
  'PATCH /responses/{id}': { needs: forms('UPDATE'), of: 'RESPONSE', shared: 'FORM' },
  'PUT /responses/{id}/remark': { needs: forms('UPDATE'), of: 'RESPONSE', shared: 'FORM' },
  'POST /responses/{id}/complete': { needs: forms('FINALISE'), of: 'RESPONSE', shared: 'FORM' },
  'POST /responses/{id}/amendments': { needs: forms('FINALISE'), of: 'RESPONSE', shared: 'FORM' },
  'POST /responses/{id}/void': { needs: forms('UPDATE'), of: 'RESPONSE', shared: 'FORM', maker: true },
  'GET /clients/{id}/profiles': { needs: one('RISK_PROFILE', 'READ'), of: 'CLIENT', shared: 'LIST', category: 3, shows: ['PROFILE'] },
  'POST /clients/{id}/profiles': { needs: one('RISK_PROFILE', 'FINALISE'), of: 'CLIENT', shared: 'ADDING', category: 3 },
  'GET /clients/{id}/care-plans': { needs: one('CARE_PLAN', 'READ'), of: 'CLIENT', shared: 'LIST', category: 4 },
  'POST /clients/{id}/care-plans': { needs: one('CARE_PLAN', 'CREATE'), of: 'CLIENT', shared: 'ADDING', category: 4, limited: ['PRACTICE_NURSE'] },
  'GET /care-plans/{id}': { needs: one('CARE_PLAN', 'READ'), of: 'PLAN', shared: 'ROW', category: 4, shows: ['PLAN', 'PROBLEM'] },
  'GET /care-plans/{id}/changes': { needs: one('CARE_PLAN', 'READ'), of: 'PLAN', shared: 'ROW', category: 4 },
  'PATCH /care-plans/{id}': { needs: one('CARE_PLAN', 'UPDATE'), of: 'PLAN', shared: 'ROW', category: 4, limited: ['PRACTICE_NURSE'] },
  'POST /care-plans/{id}/problems': { needs: one('CARE_PLAN', 'UPDATE'), of: 'PLAN', shared: 'ROW', category: 4, limited: ['PRACTICE_NURSE'] },
  'POST /care-plans/{id}/adopt': { needs: one('CARE_PLAN', 'FINALISE'), of: 'PLAN', shared: 'ROW', category: 4, limited: ['PRACTICE_NURSE'] },
  'GET /clients/{id}/actions': { needs: one('TASKS', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1 },
  'POST /clients/{id}/consent-papers': { needs: one('CONSENT', 'CREATE'), of: 'CLIENT', shared: 'NOTHING' },
  'GET /clients/{id}/invitations': { needs: one('SCREENING', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1 },
  'GET /clients/{id}/timeline': { needs: one('TIMELINE', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1 },
  'GET /clients/{id}/his-texts': { needs: one('HIS_SUMMARY', 'READ'), of: 'CLIENT', shared: 'LIST', category: 3 },
  'GET /clients/{id}/his-summary': { needs: one('HIS_SUMMARY', 'READ'), of: 'CLIENT', shared: 'LIST', category: 3 },
  'GET /clients/{id}/access-explanation': { needs: one('ACCESS_EXPLANATION', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'GET /clients/{id}/access-log': { needs: one('ACCESS_LOG_CLIENT', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'GET /clients/{id}/access-overview': { needs: one('ACCESS_LOG_CLIENT', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'POST /clients/{id}/export': { needs: one('CLIENT_EXPORT', 'EXPORT'), of: 'CLIENT', shared: 'ROW', category: 1 },
  'POST /clients/{id}/break-glass': { needs: one('BREAK_GLASS', 'CREATE'), of: 'CLIENT', shared: 'NOTHING' },
}; // prettier-ignore

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
  const granted = rule.needs.filter(([resource, action]) => mayEver(person.role, resource, action));
  if (granted.length === 0) return ['ROLE'];
  const related = granted.map(([resource, action]) => relationOf(facts, person, thing.clientId, resource, action));
  if (related.every((relation) => relation === 'none')) return ['HIDDEN'];
  if (rule.maker && !['GP', 'PRACTICE_NURSE'].includes(person.role) && thing.madeBy !== person.id)
    return ['ROLE', 'NO_BASIS'];
  if (rule.limited?.includes(person.role)) return ['OPEN', 'ROLE'];
  return sharedOutcomes(facts, person, rule, thing, rows);
}

function sharedOutcomes(facts: Facts, person: Person, rule: RouteRule, thing: Kept, rows: readonly Kept[]): Outcome[] {
  const category = rule.category ?? 1;
  if (rule.shared === 'NOTHING') return ['OPEN'];
  if (rule.shared === 'ROW') {
    if (thing.kind === 'RESPONSE') return [seesText(facts, person, thing) === 'yes' ? 'OPEN' : 'NO_BASIS'];
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
    (row) => rule.shows?.includes(row.kind) === true && row.clientId === thing.clientId && seesText(facts, person, row) === 'yes',
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
