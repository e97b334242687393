/** „Wie kan dit zien?” against what the papers let each colleague see: it must tell what their own requests would find. */
import { pick } from '../support/random.ts';
import { type Asked, leaks } from './judge.ts';
import { byRole, type Life } from './life.ts';
import type { Dossier } from './record-keeper.ts';
import { type Category, isKeptFrom, mayRead, type Paper } from './rights-oracle.ts';

/** Whoever reads one of these sees something of the category. Of a meeting it depends on who attends, which is asked elsewhere. */
const READING: readonly (readonly [Category, readonly Paper[]])[] = [
  [1, ['IDENTITY']], [2, ['WELLBEING_ANSWERS']], [3, ['HEALTH_ANSWERS', 'RISK_PROFILE']], [4, ['CARE_PLAN']],
  [5, ['TREATMENT_PLAN']],
]; // prettier-ignore

interface Explained {
  readonly organisations: readonly {
    readonly people: readonly {
      readonly userId: string;
      readonly categories: readonly {
        readonly category: number;
        readonly writers: readonly { readonly fromOrganisationId: string; readonly allow: boolean }[];
      }[];
    }[];
  }[];
}

/** Asked by a GP of the practice: for every colleague, category and organisation that writes. */
export async function probeExplanation(life: Life, asked: Asked, dossier: Dossier): Promise<boolean> {
  const tenant = asked.facts.tenantOf.get(dossier.client.clientId);
  const gps = byRole(life.staffing.people, 'GP').filter((person) => person.tenant === tenant);
  const gp = pick(life.random, gps);
  const answer = await gp.agent.get(`/api/v1/clients/${dossier.client.id}/access-explanation`);
  const found = leaks({ ...asked, person: gp }, answer);
  if (answer.status === 200) found.push(...differences(life, asked, dossier, answer.body));
  else found.push(`${answer.status} instead of 200`);
  life.faults.push(...found.map((fault) => `the explanation ${fault}`));
  return answer.status === 200;
}

function differences(life: Life, { facts }: Asked, { client }: Dossier, { organisations }: Explained): string[] {
  const told = new Map(organisations.flatMap(({ people }) => people.map((person) => [person.userId, person])));
  const colleagues = life.staffing.people.filter(({ tenant }) => tenant === facts.tenantOf.get(client.clientId));
  return colleagues.flatMap((person) =>
    READING.flatMap(([category, papers]) => {
      const writers = told.get(person.id)?.categories.find((one) => one.category === category)?.writers ?? [];
      return [...facts.organisations.keys()].flatMap((ownerOrg) => {
        const row = { clientId: client.clientId, ownerOrg, category };
        const sees = !isKeptFrom(facts, person, row.clientId) && papers.some((paper) => mayRead(facts, person, row, paper)); // prettier-ignore
        const writer = writers.find(({ fromOrganisationId }) => fromOrganisationId === ownerOrg);
        if (writer === undefined || writer.allow === sees) return [];
        return [`says ${writer.allow ? 'yes' : 'no'} of category ${category} for ${person.role}`];
      });
    }),
  );
}
