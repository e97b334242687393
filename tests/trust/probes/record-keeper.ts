import { type Facts, hasBasis, type Row, type Rule } from './rights-oracle.ts';
import type { Employee, Staffing } from './people.ts';
import type { Kept } from './seen-oracle.ts';

/** What the harness knows of one client from what it did itself; nothing is read back from the product. */
export interface Dossier {
  readonly client: Kept;
  readonly things: Kept[];
  gpId: string | null;
  caseManagerId: string | null;
  standIn: { readonly userId: string; readonly handoverId: string; readonly ownerOrg: string } | null;
  readonly members: Set<string>;
  readonly rules: (Rule & { readonly id: string })[];
  /** Of a restriction that is in force. */
  restrictionId: string | null;
  /** From then on a line on an agenda may have gone until the agenda is built again. */
  wasRestricted: boolean;
  readonly emergencies: { readonly id: string; readonly userId: string; readonly vital: boolean }[];
  /** Newest last: the class that was assigned, and the one a form came to. */
  assigned: { readonly kept: Kept; readonly profile: string } | null;
  proposed: { readonly kept: Kept; readonly profile: string } | null;
}

export const newDossier = (client: Kept, gpId: string | null): Dossier => ({
  client, gpId, things: [client], caseManagerId: null, standIn: null, members: new Set(), rules: [], emergencies: [],
  assigned: null, proposed: null, restrictionId: null, wasRestricted: false,
}); // prettier-ignore

const placesOf = ({ gpId, caseManagerId, standIn, members }: Dossier): Set<string> =>
  new Set([...members, ...[gpId, caseManagerId, standIn?.userId].filter((id) => typeof id === 'string')]);

/** The facts as the oracle takes them. */
export function factsOf({ people, organisations }: Staffing, dossiers: readonly Dossier[]): Facts {
  return {
    organisations,
    people: new Map(people.map((person) => [person.id, person])),
    tenantOf: new Map(dossiers.map(({ client }) => [client.clientId, tenantOfOrg(people, client.ownerOrg)])),
    places: new Map(dossiers.map((dossier) => [dossier.client.clientId, placesOf(dossier)])),
    rules: dossiers.flatMap(({ rules }) => rules),
    emergencies: dossiers.flatMap(({ client, emergencies }) =>
      emergencies.map(({ userId, vital }) => ({ clientId: client.clientId, userId, vital })),
    ),
    restricted: new Set(dossiers.flatMap((one) => (one.restrictionId === null ? [] : [one.client.clientId]))),
  };
}

const tenantOfOrg = (people: readonly Employee[], orgId: string): string =>
  people.find((person) => person.orgId === orgId)?.tenant ?? '';

/** Domain 9: an ouderenadviseur takes part only while category 1 of the practice may be shared with her organisation. */
export function adviserMayTakePart(facts: Facts, dossier: Dossier, adviser: Employee): boolean {
  const { clientId, ownerOrg } = dossier.client;
  const row: Row = { clientId, ownerOrg, category: 1 };
  return hasBasis(facts, row, adviser.orgId);
}

/** What a withdrawal ends at once. */
export function endAdvisers(staffing: Staffing, dossier: Dossier): void {
  const facts = factsOf(staffing, [dossier]);
  for (const person of staffing.people) {
    if (person.role !== 'ELDERLY_ADVISER' || adviserMayTakePart(facts, dossier, person)) continue;
    dossier.members.delete(person.id);
    if (dossier.standIn?.userId === person.id) dossier.standIn = null;
    if (dossier.caseManagerId === person.id) dossier.caseManagerId = null;
  }
}
