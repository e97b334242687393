import { TOKEN } from '../support/world.ts';
import type { Answer } from './answers.ts';
import type { Employee } from './people.ts';
import type { Dossier } from './record-keeper.ts';
import { type Facts, isKeptFrom } from './rights-oracle.ts';
import { type Outcome, outcomesOf } from './outcomes-oracle.ts';
import type { RouteRule } from './routes-oracle.ts';
import {
  isListed,
  type Kept,
  mayBeListed,
  seesAnswers,
  seesBsn,
  seesClass,
  seesScores,
  seesText,
} from './seen-oracle.ts';

type Json = Readonly<Record<string, unknown>>;

/** What was asked of one person, and of what. */
export interface Asked {
  readonly facts: Facts;
  readonly person: Employee;
  readonly dossiers: readonly Dossier[];
  readonly byToken: ReadonlyMap<string, Kept>;
}

export function outcomeOf({ status, body }: Answer): Outcome | undefined {
  if (status === 404) return 'HIDDEN';
  if (status === 403 && body.code === 'ROLE') return 'ROLE';
  if (status === 403 && body.code === 'NO_BASIS') return 'NO_BASIS';
  if (status === 403 && body.code === 'RESTRICTED') return 'RESTRICTED';
  if (status >= 500 || [400, 401, 403, 428].includes(status)) return undefined;
  return 'OPEN';
}

/** Everything that an answer on one thing should not have said, or left out. */
export function judge(asked: Asked, rule: RouteRule, thing: Kept, dossier: Dossier, answer: Answer): string[] {
  const { facts, person } = asked;
  const expected = outcomesOf(facts, person, rule, thing, dossier.things);
  const outcome = outcomeOf(answer);
  const faults = leaks(asked, answer);
  if (!outcome || !expected.includes(outcome))
    faults.push(`${answer.status} ${answer.body.code ?? ''} instead of ${expected.join(' or ')}`);
  else if (answer.status === 200 && rule.shows && !isKeptFrom(facts, person, thing.clientId))
    faults.push(...shown(asked, rule, thing, dossier, answer.body));
  return faults;
}

/** Text that she may not see, in whatever answer it stands. */
export function leaks({ facts, person, byToken }: Asked, { body }: Answer): string[] {
  const tokens = new Set(JSON.stringify(body).match(TOKEN) ?? []);
  return [...tokens].flatMap((token) => {
    const kept = byToken.get(token);
    return kept && seesText(facts, person, kept) === 'no' ? [`shows ${kept.kind} of ${kept.ownerOrg}`] : [];
  });
}

function shown(asked: Asked, rule: RouteRule, thing: Kept, dossier: Dossier, body: Json): string[] {
  const { facts, person } = asked;
  const rows = thing.kind === 'CLIENT' ? dossier.things : dossier.things.filter(({ id, of }) => id === thing.id || of === thing.id); // prettier-ignore
  const faults = missing(
    { facts, person },
    dossier,
    rows.filter(({ kind }) => rule.shows?.includes(kind)),
    body,
  );
  if (rule.shows?.includes('CLIENT')) faults.push(...clientParts(asked, dossier, body));
  if (rule.shows?.includes('RESPONSE'))
    for (const form of formsIn(body)) faults.push(...formParts(asked, dossier, form));
  return faults;
}

/** Rows of a client that she may see, and that an answer which shows such rows does not hold. */
function missing(
  { facts, person }: Pick<Asked, 'facts' | 'person'>,
  dossier: Dossier,
  rows: readonly Kept[],
  body: unknown,
): string[] {
  const text = JSON.stringify(body);
  return rows.flatMap((row) => {
    const head = row.kind === 'REMARK' ? dossier.things.find(({ id }) => id === row.of) : row;
    if (!head || seesText(facts, person, head) !== 'yes' || seesText(facts, person, row) !== 'yes') return [];
    return text.includes(row.token) ? [] : [`lacks ${row.kind} of ${row.ownerOrg}`];
  });
}

export const lacksKind = (asked: Asked, dossier: Dossier, body: unknown, kind: Kept['kind']): string[] =>
  missing(
    asked,
    dossier,
    dossier.things.filter((thing) => thing.kind === kind),
    body,
  );

export const lacks = (asked: Asked, dossier: Dossier, body: unknown): string[] =>
  missing(asked, dossier, dossier.things, body);

const formsIn = (body: Json): Json[] => (Array.isArray(body['items']) ? (body['items'] as Json[]) : [body]);
const partOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const hides = (body: Json, pointer: string): boolean =>
  Array.isArray(body['hidden']) &&
  (body['hidden'] as Json[]).some((part) => String(part['pointer']).startsWith(pointer));

/** BSN and class on the record itself. */
function clientParts(asked: Asked, dossier: Dossier, body: Json): string[] {
  const bsn = seesBsn(asked.facts, asked.person, dossier.client) === 'yes';
  const faults: string[] = [];
  if ('bsn' in body !== bsn) faults.push(bsn ? 'lacks the BSN' : 'shows the BSN');
  if (!bsn && !hides(body, '/bsn')) faults.push('does not say that the BSN is hidden');
  return [...faults, ...profileParts(asked, dossier, body)];
}

/** Each class by who wrote it: the assignment, and the proposal of the newest form. */
export function profileParts({ facts, person }: Asked, dossier: Dossier, body: Json): string[] {
  const profile = partOf(body['profile']);
  return (['assigned', 'proposed'] as const).flatMap((which) => {
    const known = dossier[which];
    if (!known) return [];
    const sees = seesClass(facts, person, known.kept) === 'yes';
    const stands = (profile[which] ?? null) !== null;
    // the product keeps one row per client for lists, of the practice: without category 3 of the practice it is closed whole
    if (!stands && seesClass(facts, person, dossier.client) === 'no') return [];
    if (stands === sees) return sees || hides(body, '/profile') ? [] : [`does not say that ${which} is hidden`];
    return [`${stands ? 'shows' : 'lacks'} the ${which} profile of ${known.kept.ownerOrg}`];
  });
}

const HAS = { 2: 'gfi-11', 3: 'gfi-01' } as const;

function formParts({ facts, person }: Asked, dossier: Dossier, body: Json): string[] {
  const form = dossier.things.find(({ kind, id }) => kind === 'RESPONSE' && id === body['id']);
  if (!form) return [`shows a form nobody wrote`];
  const faults: string[] = [];
  for (const category of [2, 3] as const) {
    const sees = seesAnswers(facts, person, form, category);
    const stands = HAS[category] in partOf(body['answers']);
    if (sees !== 'unclear' && stands !== (sees === 'yes'))
      faults.push(`${stands ? 'shows' : 'lacks'} answers of category ${category} of ${form.form} of ${form.ownerOrg}`);
    if (sees === 'no' && !hides(body, '/answers')) faults.push(`does not say that answers of ${category} are hidden`);
    if (sees === 'no' && contributionsOf(body).includes(HAS[category]))
      faults.push(`shows answers of category ${category} behind the scores`);
  }
  return form.form === 'COMPLETED' ? [...faults, ...scoreParts(facts, person, form, body)] : faults;
}

function scoreParts(facts: Facts, person: Employee, form: Kept, body: Json): string[] {
  const assessment = partOf(body['assessment']);
  const faults: string[] = [];
  const sees = { class: seesClass(facts, person, form) === 'yes', scores: seesScores(facts, person, form) === 'yes' };
  if ('proposedProfile' in assessment !== sees.class)
    faults.push(`${sees.class ? 'lacks' : 'shows'} the class of a form of ${form.ownerOrg}`);
  if ('lower' in partOf(partOf(assessment['instruments'])['gfi']) !== sees.scores)
    faults.push(`${sees.scores ? 'lacks' : 'shows'} the scores of a form of ${form.ownerOrg}`);
  if (!sees.class && !hides(body, '/assessment')) faults.push('does not say that the assessment is hidden');
  return faults;
}

function contributionsOf(body: Json): string[] {
  const instruments = Object.values(partOf(partOf(body['assessment'])['instruments']));
  return instruments.flatMap((one) => {
    const list = partOf(one)['contributions'];
    return Array.isArray(list) ? list.map((part) => String(partOf(part)['item'])) : [];
  });
}

/** A client list: nobody whom she may not list, the class as on the record, and, of the `whole` list, everybody she may. */
export function judgeList(asked: Asked, { status, body }: Answer, whole: boolean): string[] {
  // emergency access opens one record and no list
  const calm = { ...asked, facts: { ...asked.facts, emergencies: [] } };
  const { facts, person, dossiers } = calm;
  if (!['PRACTICE_MANAGER', 'LOG_OFFICER'].includes(person.role) && status !== 200) return [`${status} instead of 200`];
  if (person.role === 'LOG_OFFICER') return status === 403 ? [] : [`${status} instead of ROLE`];
  const { items = [], total } = body as { items?: Json[]; total?: number };
  const listed = dossiers.filter(({ client }) => isListed(facts, person, client));
  if (person.role === 'PRACTICE_MANAGER') return items.length === 0 ? [] : ['lists clients to the manager'];
  const faults = leaks(calm, { status, body });
  const perhaps = dossiers.filter(({ client }) => mayBeListed(facts, person, client));
  const counted = Number(total);
  if (whole && (counted < listed.length || counted > listed.length + perhaps.length))
    faults.push(`counts ${String(total)} instead of ${listed.length}`);
  if (items.some(({ id }) => ![...listed, ...perhaps].some(({ client }) => client.id === id)))
    faults.push('lists a client she may not list');
  for (const dossier of listed) {
    const line = items.find(({ id }) => id === dossier.client.id);
    if (line) faults.push(...profileParts(calm, dossier, line));
    else if (whole) faults.push('does not list a client of hers');
  }
  return faults;
}
