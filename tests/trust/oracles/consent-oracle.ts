/**
 * Factor C of the access decision: may what one organisation wrote about a client in a category be read by another,
 * at an instant? Typed from section 3 of the trust paper ("Consent", "Between organisations"); it reads a plain
 * description of a world and nothing else. The care relation (factor R) and the role (factor F) are other questions.
 */

export type OracleOrgKind = 'PRACTICE' | 'HOME_CARE' | 'SPECIALIST' | 'SOCIAL_WORK';
/** 1 identity · 2 wellbeing answers · 3 health answers, profile · 4 zorgleefplan · 5 medical plan · 6 meeting. */
export type OracleCategory = 1 | 2 | 3 | 4 | 5 | 6;

/** Instants are ISO 8601 in UTC, all of one length; a period holds its first instant and not its last. */
interface Period {
  from: string;
  until: string | null;
}

export interface OracleConsentRule extends Period {
  id: string;
  clientId: string;
  kind: 'GRANT' | 'DENY' | 'OPTOUT';
  /** null = every organisation */
  toOrg: string | null;
  fromOrg: string | null;
  categories: readonly OracleCategory[];
  withdrawnAt: string | null;
}

export interface ConsentWorld {
  organisations: ReadonlyArray<{ id: string; tenant: string; kind: OracleOrgKind }>;
  clients: ReadonlyArray<{ id: string; tenant: string; ownPractice: string }>;
  team: ReadonlyArray<Period & { clientId: string; orgId: string }>;
  rules: readonly OracleConsentRule[];
}

function holds(period: Period, at: string): boolean {
  return period.from <= at && (period.until === null || at < period.until);
}

function isCare(kind: OracleOrgKind): boolean {
  return kind === 'PRACTICE' || kind === 'HOME_CARE' || kind === 'SPECIALIST';
}

/** The rules of the register that speak about this question now. A grant of 5 to social work cannot exist. */
function registered(
  world: ConsentWorld,
  clientId: string,
  fromOrg: string,
  toOrg: { id: string; kind: OracleOrgKind },
  category: OracleCategory,
  at: string,
): OracleConsentRule[] {
  return world.rules.filter((rule) => {
    if (rule.clientId !== clientId || !rule.categories.includes(category)) return false;
    if (rule.kind === 'GRANT' && category === 5 && toOrg.kind === 'SOCIAL_WORK') return false;
    if (rule.toOrg !== null && rule.toOrg !== toOrg.id) return false;
    if (rule.fromOrg !== null && rule.fromOrg !== fromOrg) return false;
    return holds(rule, at) && (rule.withdrawnAt === null || at < rule.withdrawnAt);
  });
}

/** Named organisations make a rule specific: two beat one, one beats none. */
function namedOrganisations(rule: OracleConsentRule): number {
  return (rule.toOrg === null ? 0 : 1) + (rule.fromOrg === null ? 0 : 1);
}

/** Only the most specific rules count; one refusal among them closes. */
function registerAllows(rules: readonly OracleConsentRule[]): boolean {
  const most = Math.max(...rules.map(namedOrganisations));
  const strongest = rules.filter((rule) => namedOrganisations(rule) === most);
  return strongest.every((rule) => rule.kind === 'GRANT');
}

/** What follows from the team without asking: care organisations that take part, never social work. */
function isInvolved(
  world: ConsentWorld,
  client: { id: string; ownPractice: string },
  from: { kind: OracleOrgKind },
  to: { id: string; kind: OracleOrgKind },
  category: OracleCategory,
  at: string,
): boolean {
  if (!isCare(to.kind)) return false;
  const takesPart =
    client.ownPractice === to.id ||
    world.team.some((place) => place.clientId === client.id && place.orgId === to.id && holds(place, at));
  if (!takesPart) return false;
  if (category !== 5) return true;
  const pair = `${from.kind} → ${to.kind}`;
  return pair === 'PRACTICE → SPECIALIST' || pair === 'SPECIALIST → PRACTICE';
}

/** True when `toOrg` may read what `fromOrg` wrote about the client in the category, at the instant. */
export function oracleMaySee(
  world: ConsentWorld,
  clientId: string,
  fromOrg: string,
  toOrg: string,
  category: OracleCategory,
  at: string,
): boolean {
  const client = world.clients.find((each) => each.id === clientId);
  const from = world.organisations.find((each) => each.id === fromOrg);
  const to = world.organisations.find((each) => each.id === toOrg);
  if (client === undefined || from === undefined || to === undefined) return false;
  if (from.tenant !== client.tenant || to.tenant !== client.tenant) return false;
  if (from.id === to.id) return true;
  const rules = registered(world, clientId, fromOrg, to, category, at);
  return rules.length > 0 ? registerAllows(rules) : isInvolved(world, client, from, to, category, at);
}
