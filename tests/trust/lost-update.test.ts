/** `trust:lost-update` (R14): two editors of one client and one form in every order, and racing: nothing is overwritten unseen. */
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { makeRecord } from './support/open-record.ts';
import { rewriteStatements } from './support/plant.ts';
import { pick, type Random } from './support/random.ts';
import { type Agent, signInEverybody, startTestApp } from './support/staff.ts';

const EDITORS = ['A', 'B'] as const;
type Editor = (typeof EDITORS)[number];
type Step = `${Editor} ${'reads' | 'writes'}`;

/** Every order of two readings and two writings in which each editor reads before she writes. */
const ORDERS: readonly (readonly Step[])[] = [
  ['A reads', 'A writes', 'B reads', 'B writes'],
  ['A reads', 'B reads', 'A writes', 'B writes'],
  ['A reads', 'B reads', 'B writes', 'A writes'],
  ['B reads', 'A reads', 'A writes', 'B writes'],
  ['B reads', 'A reads', 'B writes', 'A writes'],
  ['B reads', 'B writes', 'A reads', 'A writes'],
];

defineHarness({
  name: 'lost-update',
  claim: 'no accepted text is overwritten by somebody who had not seen it, and a refusal shows what stands',
  control: 'statements no longer compare the version',
  runs: { quick: 24, command: 1_000, full: 5_000 },
  measure: editTogether,
});

/** One thing two people edit, as each of them sees it through the API. */
interface Edited {
  readonly name: string;
  readonly path: string;
  readonly change: (text: string) => object;
  readonly textIn: (body: Body) => unknown;
}

type Body = Readonly<Record<string, unknown>>;

async function editTogether({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  const undo = planted ? plantBlindWrites() : () => undefined;
  try {
    const staff = await signInEverybody(stack);
    const { clientId, responseId } = await makeRecord(staff, 'noord', 'Bewerkt');
    const agents = { A: staff('noord', 'PRACTICE_ASSISTANT'), B: staff('noord', 'PRACTICE_NURSE') };
    const things = editedThings(clientId, responseId);
    const faults: string[] = [];
    for (let run = 0; run < runs; run++) {
      const thing = pick(random, things);
      const inOrder = run % 2 === 0;
      const found = inOrder
        ? await playOrder(thing, agents, ORDERS[(run / 2) % ORDERS.length] ?? [], random)
        : await race(thing, agents, random);
      faults.push(...found);
    }
    return { faults, figures: { histories: runs, orders: ORDERS.length } };
  } finally {
    undo();
    await stack.close();
  }
}

function editedThings(clientId: string, responseId: string): readonly Edited[] {
  return [
    {
      name: 'client',
      path: `/api/v1/clients/${clientId}`,
      change: (text) => ({ marks: { atTheDoor: text } }),
      textIn: ({ marks }) => (marks as Body)['atTheDoor'],
    },
    {
      name: 'form',
      path: `/api/v1/responses/${responseId}`,
      change: (text) => ({ completedBy: 'WITH_HELP', completedWithHelpOf: text }),
      textIn: ({ completedWithHelpOf }) => completedWithHelpOf,
    },
    {
      name: 'answers',
      path: `/api/v1/responses/${responseId}`,
      change: (text) => ({ answers: { 'gfi-05': Number(text) % 11, 'imesa-01': Number(text) % 4 } }),
      textIn: ({ answers }) => `${String((answers as Body)['gfi-05'])} ${String((answers as Body)['imesa-01'])}`,
    },
  ];
}

const newText = (random: Random): string => String(Math.floor(random() * 1_000_000));

const versionOf = (body: Body): string => `"${String(body['version'])}"`;

async function read(thing: Edited, agent: Agent): Promise<Body> {
  const { body } = await agent.get(thing.path).expect(200);
  return body;
}

/** Whoever wrote after the other without having read that writing must be refused, and shown it. */
async function playOrder(
  thing: Edited,
  agents: Readonly<Record<Editor, Agent>>,
  order: readonly Step[],
  random: Random,
): Promise<string[]> {
  const seen = new Map<Editor, Body>();
  const faults: string[] = [];
  for (const step of order) {
    const [editor, act] = step.split(' ') as [Editor, 'reads' | 'writes'];
    if (act === 'reads') {
      seen.set(editor, await read(thing, agents[editor]));
      continue;
    }
    const standing = await read(thing, agents[editor]);
    const known = seen.get(editor) ?? standing;
    const isStale = known['version'] !== standing['version'];
    const answer = await agents[editor]
      .patch(thing.path)
      .set('If-Match', versionOf(known))
      .send(thing.change(newText(random)));
    const where = `${thing.name}, ${order.join(', ')}: ${step}`;
    if (answer.status !== (isStale ? 412 : 200)) faults.push(`${where} got ${answer.status}`);
    if (answer.status === 412 && thing.textIn(answer.body.current) !== thing.textIn(standing))
      faults.push(`${where} is not shown what stands`);
  }
  return faults;
}

/** Both write on the same version at the same moment: exactly one is accepted, and hers is what stands. */
async function race(thing: Edited, agents: Readonly<Record<Editor, Agent>>, random: Random): Promise<string[]> {
  const before = await read(thing, agents.A);
  const answers = await Promise.all(
    EDITORS.map((editor) =>
      agents[editor]
        .patch(thing.path)
        .set('If-Match', versionOf(before))
        .send(thing.change(newText(random))),
    ),
  );
  const statuses = answers.map(({ status }) => String(status)).toSorted();
  if (statuses.join() !== '200,412') return [`${thing.name}, both at once: ${statuses.join(' and ')}`];
  const accepted = answers.find(({ status }) => status === 200)?.body;
  const refused = answers.find(({ status }) => status === 412)?.body;
  const after = await read(thing, agents.A);
  if (thing.textIn(after) !== thing.textIn(accepted)) return [`${thing.name}, both at once: the accepted text is gone`];
  return thing.textIn(refused.current) === thing.textIn(after)
    ? []
    : [`${thing.name}, both at once: the loser is not shown what stands`];
}

/** What `save()` would do: write whatever the version is. */
const plantBlindWrites = (): (() => void) =>
  rewriteStatements((sql) => sql.replaceAll(/AND "?version"? = (\$\d+)/g, 'AND $1::integer IS NOT NULL'));
