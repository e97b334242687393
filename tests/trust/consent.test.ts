/** `trust:consent`: in random worlds the rows of access_basis say what the consent oracle says, and so do real readings. */
import { oracleMaySee, type OracleCategory } from './oracles/consent-oracle.ts';
import { applicationShows, databaseShows, readMarks } from './rls/expected.ts';
import { probeOverHttp } from './rls/http-line.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import type { TestApp } from './support/staff.ts';
import { readFacts, type WorldFacts, withRandomWorld } from './support/world.ts';

const CATEGORIES: readonly OracleCategory[] = [1, 2, 3, 4, 5, 6];
const PROBES_PER_CLIENT = 10;

defineHarness({
  name: 'consent',
  claim: 'what organisations may see of each other equals the consent oracle, in rows and in real answers',
  control: 'a basis outlives the consent it rests on',
  runs: { quick: 6, command: 100, full: 500 },
  measure: compareConsent,
});

function compareConsent({ runs, random, planted }: Trial): Promise<Outcome> {
  return withRandomWorld(random, Math.ceil(runs / 2), async (world) => {
    const { stack, clientIds } = world;
    if (planted) await stack.owner.query(OUTLIVING);
    const [facts, marks] = [await readFacts(stack), await readMarks(stack)];
    const basis = await basisDifferences(stack, facts);
    const probes = clientIds.length * PROBES_PER_CLIENT;
    const { faults } = await probeOverHttp(
      world,
      marks,
      random,
      probes,
      (person, mark) => databaseShows(facts, person, mark) && applicationShows(facts, person, mark),
    );
    return {
      faults: [...basis.faults, ...new Set(faults)],
      figures: { clients: clientIds.length, questions: basis.questions, open: basis.open, probes },
    };
  });
}

/** One client's withdrawal forgets to end what followed from the consent. */
const OUTLIVING = `UPDATE care.access_basis SET validity = tstzrange(lower(validity), NULL)
  WHERE NOT validity @> now() AND rule_id <> 'INVOLVED' OR kind = 'GRANT' AND NOT validity @> now();
  INSERT INTO care.access_basis (practice_id, client_id, category, from_org_id, to_org_id, rule_id, kind, validity)
  SELECT c.practice_id, c.id, 5, o.id, s.id, 'PLANTED', 'GRANT', tstzrange(now() - interval '1 second', NULL) FROM care.client c
  JOIN care.organisation o ON o.practice_id = c.practice_id AND o.kind = 'PRACTICE'
  JOIN care.organisation s ON s.practice_id = c.practice_id AND s.kind = 'SOCIAL_WORK' LIMIT 1`;

/** Every question between two organisations of the same network: the rows that hold now against the oracle. */
async function basisDifferences(
  { owner }: TestApp,
  facts: WorldFacts,
): Promise<{ faults: string[]; questions: number; open: number }> {
  const { rows } = await owner.query<{ key: string }>(
    `SELECT DISTINCT concat_ws(' ', client_id, from_org_id, to_org_id, category) AS key FROM care.access_basis
     WHERE validity @> $1::timestamptz`,
    [facts.at],
  );
  const open = new Set(rows.map(({ key }) => key));
  const faults: string[] = [];
  let questions = 0;
  for (const client of facts.clients) {
    const network = facts.organisations.filter(({ tenant }) => tenant === client.tenant);
    for (const from of network) {
      for (const to of network.filter(({ id }) => id !== from.id)) {
        for (const category of CATEGORIES) {
          questions += 1;
          const wanted = oracleMaySee(facts, client.id, from.id, to.id, category, facts.at);
          const is = open.delete(`${client.id} ${from.id} ${to.id} ${category}`);
          if (wanted !== is)
            faults.push(
              `client ${client.id}, category ${category}, ${from.kind} → ${to.kind}: ${is ? 'open' : 'closed'}`,
            );
        }
      }
    }
  }
  return {
    faults: [...faults, ...[...open].map((key) => `a basis between strangers: ${key}`)],
    questions,
    open: rows.length,
  };
}
