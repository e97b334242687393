/**
 * Who may do what with whose row, typed from the papers alone: trust paper 3 (matrix, relation, consent, emergency access)
 * and domain paper 13.8. Imports nothing from the product, and was typed before any of it was read.
 */
export const PAPER_ROLES = [
  'GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT',
  'PRACTICE_MANAGER', 'LOG_OFFICER',
] as const; // prettier-ignore
export type PaperRole = (typeof PAPER_ROLES)[number];
export type PaperAction = 'READ' | 'CREATE' | 'UPDATE' | 'FINALISE' | 'VOID' | 'EXPORT';
export type Category = 1 | 2 | 3 | 4 | 5 | 6;

/** The table of the paper, cell by cell, in the order of its columns; the column of the client is left out. */
const TABLE = `
IDENTITY             | R C U p,g     | R t,g; U t    | R t,g; U t           | R t,c; U t,c         | R C U p      | R C U p     | – | –
BSN                  | R C p         | R t           | R t                  | –                    | R C p        | R C p       | – | –
CLIENT_IMPORT        | C F p         | –             | –                    | –                    | C F p        | C F p       | – | –
TEAM                 | R C U p       | R t           | R t                  | R t                  | R C U p      | R C U p     | – | R
CASE_MANAGER         | R C U p       | R t           | R t; C U t caseload  | R t; C U t caseload  | R C U p      | R C U p     | – | –
CONSENT              | R C V p       | R t           | R C V t              | R C V t              | R C V p      | R C V p     | – | R
SCREENING            | R C U F p     | R t           | R C U t              | R C U t,c            | R C U F p    | R C U p     | – | –
HEALTH_ANSWERS       | R C U F t/p,g | R C U F t,g   | R C U F t,g          | R t,c; C U F t       | R C U F p    | C U F p     | – | –
WELLBEING_ANSWERS    | R C U F t/p   | R C U F t     | R C U F t            | R t,c; C U F t       | R C U F p    | C U F p     | – | –
RISK_PROFILE         | R F t/p,g     | R F t,g       | R t,g                | R t,c                | R p          | R p class   | – | –
GP_REVIEW            | R F t/p       | R F t         | –                    | –                    | R C p        | –           | – | –
CARE_PLAN            | R C U F t/p,g | R C U t,g     | R C U F t,g          | R C U F t,c          | R p; C U F t | R p dates   | – | –
TREATMENT_PLAN       | R C U F t/p,g | R C U F t,g   | R t,c,g              | –                    | R t          | –           | – | –
DIRECTIVES           | R C U F t/p,g | R C U F t,g   | R t,c,g              | R t,c flag           | R t          | –           | – | –
MEETING              | R C U F t/p   | R C U F t     | R C U t              | R C U t,c            | R C U F t    | C agenda    | – | –
MEDICAL_ANNEX        | R C U t/p     | R C U t       | R t,c                | –                    | –            | –           | – | –
CONTACTS             | R C U t/p     | R C U t       | R C U t              | R C U t,c            | R C U p      | C p; U p; R p kind | – | –
TASKS                | R C U t/p     | R C U t       | R C U t              | R C U t,c            | R C U p      | R C U p     | – | –
HIS_SUMMARY          | R p           | –             | –                    | –                    | R p          | –           | – | –
TIMELINE             | R t/p,g       | R t,g         | R t,g                | R t,c                | R p          | R p         | – | –
CLIENT_LIST          | R p           | R t           | R t                  | R t,c                | R p          | R p         | R counts | –
CLIENT_EXPORT        | X p           | X t           | X t                  | X t,c                | –            | –           | – | –
BULK_EXPORT          | X p           | –             | –                    | –                    | –            | –           | – | –
MERGE                | F p           | –             | –                    | –                    | C propose    | C propose   | – | –
DESTRUCTION          | F p           | –             | –                    | –                    | C register   | C register  | – | R
ACCESS_EXPLANATION   | R p           | R t           | R t                  | R t                  | R p          | R p         | – | R
BREAK_GLASS          | R C F p       | C             | C                    | –                    | –            | –           | – | R F
ACCESS_LOG_CLIENT    | R p           | –             | –                    | –                    | –            | –           | – | R X`;

export type Paper = 'IDENTITY' | 'BSN' | 'HEALTH_ANSWERS' | 'WELLBEING_ANSWERS' | 'RISK_PROFILE' | (string & {});

interface Clause {
  readonly actions: readonly PaperAction[];
  /** `anyone` of the tenant, where the cell names no relation. */
  readonly relation: 'p' | 't' | 't/p' | 'anyone';
  readonly emergency: boolean;
}

const LETTERS: Readonly<Record<string, PaperAction>> = {
  R: 'READ', C: 'CREATE', U: 'UPDATE', F: 'FINALISE', V: 'VOID', X: 'EXPORT',
}; // prettier-ignore

function readCell(cell: string): Clause[] {
  if (cell === '–') return [];
  return cell.split('; ').map((part) => {
    const words = part.split(' ');
    const actions = words.flatMap((word) => LETTERS[word] ?? []);
    const [relation, ...marks] = words.find((word) => /^(t\/p|t|p)(,[cg])*$/.test(word))?.split(',') ?? ['anyone'];
    return { actions, relation: relation as Clause['relation'], emergency: marks.includes('g') };
  });
}

const MATRIX = new Map(
  TABLE.trim().split('\n').map((line) => {
    const [resource = '', ...cells] = line.split('|').map((cell) => cell.trim());
    return [resource, PAPER_ROLES.map((role, column) => [role, readCell(cells[column] ?? '–')] as const)];
  }),
); // prettier-ignore

function clausesFor(role: PaperRole, resource: Paper, action: PaperAction): Clause[] {
  const row = MATRIX.get(resource);
  if (!row) throw new RangeError(`the paper has no row ${resource}`);
  return (new Map(row).get(role) ?? []).filter(({ actions }) => actions.includes(action));
}

/** F: does this role ever do this? */
export const mayEver = (role: PaperRole, resource: Paper, action: PaperAction): boolean =>
  clausesFor(role, resource, action).length > 0;

export type OrganisationKind = 'PRACTICE' | 'HOME_CARE' | 'SPECIALIST' | 'SOCIAL_WORK';
export interface Person {
  readonly id: string;
  readonly tenant: string;
  readonly orgId: string;
  readonly role: PaperRole;
}
export interface Rule {
  readonly clientId: string;
  readonly kind: 'GRANT' | 'DENY' | 'OPTOUT';
  readonly toOrg: string;
  /** Null: every organisation. */
  readonly fromOrg: string | null;
  readonly categories: readonly number[];
}
export interface Facts {
  readonly organisations: ReadonlyMap<string, OrganisationKind>;
  readonly people: ReadonlyMap<string, Person>;
  readonly tenantOf: ReadonlyMap<string, string>;
  /** Who is in the team of a client now, by client. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
  /** Registered and not withdrawn. */
  readonly rules: readonly Rule[];
  /** Emergency accesses that run now. */
  readonly emergencies: readonly { readonly clientId: string; readonly userId: string; readonly vital: boolean }[];
  /** Clients whose record is restricted now: author and GP only (trust paper 2, AVG 18). */
  readonly restricted: ReadonlySet<string>;
}

/** Whether the record of this client is kept from this person by a restriction. */
export const isKeptFrom = ({ restricted }: Facts, { role }: Person, clientId: string): boolean =>
  restricted.has(clientId) && role !== 'GP';

/** A row of one client: who wrote it, and of which category it is. */
export interface Row {
  readonly clientId: string;
  readonly ownerOrg: string;
  readonly category: Category;
}

export const isPlaced = (facts: Facts, person: Person, clientId: string): boolean =>
  facts.places.get(clientId)?.has(person.id) ?? false;

/** The registered rule that decides, by: specific beats general; among equally specific ones deny beats grant. */
function decidingRule({ rules }: Facts, { clientId, ownerOrg, category }: Row, toOrg: string): Rule | undefined {
  const fitting = rules.filter(
    (rule) =>
      rule.clientId === clientId &&
      rule.toOrg === toOrg &&
      rule.categories.includes(category) &&
      (rule.fromOrg === null || rule.fromOrg === ownerOrg),
  );
  const specific = fitting.filter(({ fromOrg }) => fromOrg !== null);
  const heard = specific.length > 0 ? specific : fitting;
  return heard.find(({ kind }) => kind !== 'GRANT') ?? heard[0];
}

/** Care organisations share what they are involved in; the medical plan only between practice and specialist. */
function isInvolved(facts: Facts, { clientId, ownerOrg, category }: Row, toOrg: string): boolean {
  const [from, to] = [facts.organisations.get(ownerOrg), facts.organisations.get(toOrg)];
  if (to === undefined || to === 'SOCIAL_WORK') return false;
  const inTeam = [...(facts.places.get(clientId) ?? [])].some((userId) => facts.people.get(userId)?.orgId === toOrg);
  if (to !== 'PRACTICE' && !inTeam) return false;
  const physicians: readonly unknown[] = ['PRACTICE', 'SPECIALIST'];
  return category !== 5 || (physicians.includes(from) && physicians.includes(to));
}

/** C: what an organisation wrote itself it reads; of others it needs a basis. */
export function hasBasis(facts: Facts, row: Row, toOrg: string): boolean {
  if (row.ownerOrg === toOrg) return true;
  if (row.category === 5 && facts.organisations.get(toOrg) === 'SOCIAL_WORK') return false;
  const rule = decidingRule(facts, row, toOrg);
  return rule ? rule.kind === 'GRANT' : isInvolved(facts, row, toOrg);
}

const emergencyOf = (facts: Facts, { id }: Person, clientId: string) =>
  facts.emergencies.find((access) => access.userId === id && access.clientId === clientId);

/** T and R; `byEmergency` where nothing but a running emergency access lets her in, which reads and does nothing else. */
export function relationOf(
  facts: Facts,
  person: Person,
  clientId: string,
  resource: Paper,
  action: PaperAction,
): 'related' | 'byEmergency' | 'none' {
  if (facts.tenantOf.get(clientId) !== person.tenant) return 'none';
  const clauses = clausesFor(person.role, resource, action);
  // the setting „huisarts ziet alleen eigen patiënten" is off in this world: t/p is p
  if (clauses.some(({ relation }) => relation !== 't')) return 'related';
  if (clauses.length > 0 && isPlaced(facts, person, clientId)) return 'related';
  const emergency = action === 'READ' && clauses.some((clause) => clause.emergency);
  return emergency && emergencyOf(facts, person, clientId) ? 'byEmergency' : 'none';
}

/** F ∧ T ∧ R ∧ C for one row of a client. */
export function mayRead(facts: Facts, person: Person, row: Row, resource: Paper): boolean {
  const relation = relationOf(facts, person, row.clientId, resource, 'READ');
  if (relation === 'none') return false;
  if (relation === 'related' && hasBasis(facts, row, person.orgId)) return true;
  const emergency = emergencyOf(facts, person, row.clientId);
  const marked = clausesFor(person.role, resource, 'READ').some((clause) => clause.emergency);
  if (!emergency || !marked) return false;
  if (row.ownerOrg === person.orgId) return true;
  const rule = decidingRule(facts, row, person.orgId);
  return rule === undefined || rule.kind === 'GRANT' || emergency.vital;
}
