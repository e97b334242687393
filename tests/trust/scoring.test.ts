/** `trust:scoring` (R27): scores, bounds and profiles against a second implementation, in the domain and over HTTP. */
import {
  answerProblems, assess, type Answers, type Assessment, type InstrumentPack, type InstrumentPacks, SHIPPED_PACKS,
} from '@samenoud/domain'; // prettier-ignore
import {
  oracleAssess,
  oracleRejected,
  type OracleAnswers,
  type OracleSum,
  randomAnswers,
} from './oracles/scoring-oracle.ts';
import { VECTORS } from './oracles/scoring-vectors.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import type { Random } from './support/random.ts';
import { type Agent, startTestApp } from './support/staff.ts';

const OVER_HTTP = 200;
const QUICK_OVER_HTTP = 20;

defineHarness({
  name: 'scoring',
  claim: 'scores, bounds, deciding items and profiles equal those of an independent implementation',
  control: 'one answer weighs one point more',
  runs: { quick: 1_000, command: 10_000, full: 100_000 },
  measure: compareScores,
});

async function compareScores({ runs, random, planted }: Trial): Promise<Outcome> {
  const packs = planted ? withOneWeightChanged(SHIPPED_PACKS) : SHIPPED_PACKS;
  const sets = [...vectorAnswers(), ...Array.from({ length: runs }, () => randomAnswers(random, random() * 0.4))];
  const inDomain = sets.flatMap((answers) => differences(assess(packs, answers as Answers), answers));
  const refusals = refusalFaults(packs);
  const http = planted ? [] : await compareOverHttp(random, runs > 1_000 ? OVER_HTTP : QUICK_OVER_HTTP);
  return {
    faults: [...inDomain, ...refusals, ...http],
    figures: { answerSets: sets.length, refusedVectors: VECTORS.rejected.length, overHttp: planted ? 0 : OVER_HTTP },
  };
}

const vectorAnswers = (): OracleAnswers[] =>
  [...VECTORS.gfi, ...VECTORS.imesa, ...VECTORS.missing].map(({ answers }) => answers);

/** What differs between the product's assessment and the oracle's, as one line per set of answers. */
function differences({ instruments, ...outcome }: Assessment, answers: OracleAnswers): string[] {
  const { gfi, imesa, ...expected } = oracleAssess(answers);
  const bounds = ({ lower, upper, missing }: OracleSum): object => ({ lower, upper, missing });
  const { proposedProfile, possibleProfiles, determined, deciding } = outcome;
  const actual = {
    gfi: bounds({ ...instruments.gfi, missing: [...instruments.gfi.missing] }),
    imesa: bounds({ ...instruments.imesa, missing: [...instruments.imesa.missing] }),
    domains: knownDomains(instruments.imesa.domains, imesa.domains),
    outcome: { proposedProfile, possibleProfiles, determined, deciding },
  };
  const wanted = { gfi: bounds(gfi), imesa: bounds(imesa), domains: imesa.domains, outcome: expected };
  const [is, should] = [JSON.stringify(actual), JSON.stringify(wanted)];
  return is === should ? [] : [`${JSON.stringify(answers)}: ${is} instead of ${should}`];
}

/** The product gives a domain with a missing item as null; the oracle adds up what is known. */
function knownDomains(actual: object, expected: Readonly<Record<string, number>>): object {
  return Object.fromEntries(
    Object.entries(expected).map(([domain, points]) => {
      const found: unknown = Reflect.get(actual, domain);
      return [domain, found === null ? points : found];
    }),
  );
}

function refusalFaults(packs: InstrumentPacks): string[] {
  return VECTORS.rejected.flatMap(([id, answer]) => {
    const answers = { ...VECTORS.gfi[0]?.answers, [id]: answer };
    const product = [...new Set(answerProblems(answers, packs).map(({ item }) => item))];
    const oracle = oracleRejected(answers);
    return JSON.stringify(product) === JSON.stringify(oracle)
      ? []
      : [`${id} = ${JSON.stringify(answer)} is not refused`];
  });
}

async function compareOverHttp(random: Random, forms: number): Promise<string[]> {
  const stack = await startTestApp();
  try {
    const gp = await stack.as('GP');
    const body = { name: { family: 'Scorings' }, sex: 'FEMALE', birthDate: '1940-01-01' };
    const { body: client } = await gp.post('/api/v1/clients').send(body).expect(201);
    const faults: string[] = [];
    for (let form = 0; form < forms; form++) {
      faults.push(...(await scoreOne(gp, client.id, randomAnswers(random, random() * 0.4))));
    }
    return faults;
  } finally {
    await stack.close();
  }
}

async function scoreOne(gp: Agent, clientId: string, answers: OracleAnswers): Promise<string[]> {
  const completedOn = new Date().toISOString().slice(0, 10);
  const head = { channel: 'PAPER', completedBy: 'SELF', completedOn, status: 'COMPLETED' };
  const { status, body } = await gp.post(`/api/v1/clients/${clientId}/responses`).send({ ...head, answers });
  return status === 201
    ? differences(body.assessment, answers)
    : [`HTTP ${status} ${body.code}: ${JSON.stringify(answers)}`];
}

/** The negative control: the heaviest answer of one INTERMED item counts one point more. */
function withOneWeightChanged({ gfi, imesa }: InstrumentPacks): InstrumentPacks {
  const items = imesa.items.map((item, index): InstrumentPack['items'][number] => {
    if (index !== 7 || item.answer.kind !== 'CHOICE') return item;
    const options = item.answer.options.map((option) => ({ ...option, score: option.score === 2 ? 3 : option.score }));
    return { ...item, answer: { ...item.answer, options } };
  });
  return { gfi, imesa: { ...imesa, items } };
}
