/**
 * `trust:online`: many people answer their own questionnaire at once while the practice enters paper. No answer is lost, none
 * ends up in another form, and guessing leads nowhere. Source: trust paper 7, API paper "The yearly round".
 */
import { inviteOnline } from '../../apps/api/src/testing/online-invitation.ts';
import { PaperDesk } from './online/assistant.ts';
import { guessingFaults } from './online/guessing.ts';
import { type Answers, type Letter, Respondent } from './online/respondent.ts';
import { randomAnswers } from './oracles/scoring-oracle.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { rewriteStatements } from './support/plant.ts';
import { pick, type Random, randomFrom } from './support/random.ts';
import { startTestApp, type TestApp } from './support/staff.ts';

const DESKS = ['PRACTICE_ASSISTANT', 'PRACTICE_ASSISTANT', 'PRACTICE_NURSE', 'GP'];
const PAPER_PER_PERSON = 0.3;
const BIRTH_DATES = ['1924-02-29', '1937-07-01', '1940-05-16', '1941-04-03', '1944-02-29'];

defineHarness({
  name: 'online',
  claim: 'what each person sent is what stands in her form and nowhere else, and guessing is slowed',
  control: 'an answer takes the place of those before it',
  runs: { quick: 10, command: 100, full: 200 },
  measure: answerTogether,
});

async function answerTogether({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  const undo = planted ? rewriteStatements((sql) => sql.replace('s.answers || n.value', 'n.value')) : () => undefined;
  try {
    await stack.app.listen(0, '127.0.0.1');
    const address = (await stack.app.getUrl()).replace('[::1]', '127.0.0.1');
    const desks = await Promise.all(DESKS.map((role) => openDesk(address, role)));
    const letters = await sendLetters(stack, desks[0] ?? new PaperDesk(address), random, runs + 2);
    const [victim, neighbour, ...answering] = letters;
    if (!victim || !neighbour) throw new Error('two letters at least');
    const people: Respondent[] = answering.map((letter) => respondent(address, random, letter, () => people));
    const paper = await paperPiles(desks, random, Math.ceil(runs * PAPER_PER_PERSON));
    const since = performance.now();
    await Promise.all([...people.map(answer), ...desks.map((desk, index) => enterPile(desk, paper[index] ?? []))]);
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    const guessing = await guessingFaults(stack, address, random, [victim, neighbour]);
    const faults = [...people, ...desks].flatMap((one) => one.faults);
    faults.push(...(await storedFaults(stack, people)), ...(await paperFaults(stack, desks)), ...guessing.faults);
    return {
      faults,
      figures: {
        people: runs,
        paper: paper.flat().length,
        guesses: guessing.tries,
        answering: seconds,
        ...waits(people),
      },
    };
  } finally {
    undo();
    await stack.close();
  }
}

async function openDesk(address: string, role: string): Promise<PaperDesk> {
  const desk = new PaperDesk(address);
  await desk.signIn(role);
  return desk;
}

async function sendLetters({ owner }: TestApp, desk: PaperDesk, random: Random, count: number): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (let number = 0; number < count; number++) {
    const family = `Antwoord${inLetters(number)}`;
    const birthDate = pick(random, BIRTH_DATES);
    const clientId = await desk.register(family, birthDate);
    letters.push({ clientId, birthDate, family, ...(await inviteOnline(owner, clientId)) });
  }
  return letters;
}

const inLetters = (number: number): string =>
  [...String(number)].map((digit) => 'abcdefghij'[Number(digit)] ?? '').join('');

function respondent(address: string, random: Random, letter: Letter, all: () => readonly Respondent[]): Respondent {
  const own = randomFrom(Math.floor(random() * 2 ** 31));
  const others = (): string[] => all().flatMap(({ formId }) => (formId === '' ? [] : [formId]));
  return new Respondent(address, own, letter, randomAnswers(own, 0.1), others);
}

const answer = (one: Respondent): Promise<void> =>
  one.answerEverything().catch((error: unknown) => void one.faults.push(`${one.letter.family}: ${String(error)}`));

interface Sheet {
  readonly clientId: string;
  readonly answers: Answers;
}

async function paperPiles(desks: readonly PaperDesk[], random: Random, count: number): Promise<Sheet[][]> {
  const piles: Sheet[][] = desks.map(() => []);
  for (let number = 0; number < count; number++) {
    const clientId = await desks[0]?.register(`Papier${inLetters(number)}`, '1939-09-09');
    if (clientId !== undefined) piles[number % desks.length]?.push({ clientId, answers: randomAnswers(random, 0.1) });
  }
  return piles;
}

async function enterPile(desk: PaperDesk, pile: readonly Sheet[]): Promise<void> {
  for (const { clientId, answers } of pile) await desk.enter(clientId, answers);
}

interface StoredForm {
  readonly id: string;
  readonly status: string;
  readonly channel: string;
  readonly completed_by: string | null;
  readonly remark: string | null;
  readonly answers: Answers;
}

async function formsOf({ owner }: TestApp, clientId: string): Promise<StoredForm[]> {
  const { rows } = await owner.query<StoredForm>(
    `SELECT r.id, r.status, r.channel, r.completed_by, (SELECT m.remark FROM care.response_remark m WHERE m.response_id = r.id) AS remark,
       coalesce((SELECT jsonb_object_agg(a.key, a.value) FROM care.answer_sheet s, jsonb_each(s.answers) AS a
         WHERE s.response_id = r.id AND s.practice_id = r.practice_id), '{}') AS answers
     FROM care.response r WHERE r.client_id = $1`,
    [clientId],
  );
  return rows;
}

async function storedFaults(stack: TestApp, people: readonly Respondent[]): Promise<string[]> {
  const faults: string[] = [];
  for (const one of people) {
    const found = compare(one, await formsOf(stack, one.letter.clientId));
    faults.push(...found.map((fault) => `${one.letter.family}, ${one.end}: ${fault}`));
  }
  return faults;
}

function compare({ formId, sent, end, remark, completedBy }: Respondent, forms: readonly StoredForm[]): string[] {
  const [form, ...more] = forms;
  if (!form || more.length > 0) return [`has ${forms.length} forms`];
  const status = end === 'REFUSED' ? 'VOID' : end;
  const is = { id: form.id, status: form.status, channel: form.channel, by: form.completed_by, remark: form.remark };
  const should = { id: formId, status, channel: 'ONLINE', by: completedBy, remark };
  const head =
    JSON.stringify(is) === JSON.stringify(should) ? [] : [`${JSON.stringify(is)} instead of ${JSON.stringify(should)}`];
  return [...head, ...answerFaults(form.answers, sent)];
}

function answerFaults(is: Answers, should: Answers): string[] {
  const wrong = Object.keys({ ...is, ...should }).filter(
    (item) => JSON.stringify(is[item]) !== JSON.stringify(should[item]),
  );
  return wrong.map((item) => `${item} is ${JSON.stringify(is[item])}, sent was ${JSON.stringify(should[item])}`);
}

async function paperFaults(stack: TestApp, desks: readonly PaperDesk[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { clientId, answers } of desks.flatMap(({ entered }) => entered)) {
    const [form] = await formsOf(stack, clientId);
    if (form?.status !== 'COMPLETED' || form.channel !== 'PAPER')
      faults.push(`a paper form is ${String(form?.status)}`);
    faults.push(...answerFaults(form?.answers ?? {}, answers).map((fault) => `paper: ${fault}`));
  }
  return faults;
}

/** How long one request took, of all that people at home sent. */
function waits(people: readonly Respondent[]): { requests: number; p50Ms: number; p99Ms: number } {
  const sorted = people.flatMap((one) => one.waits).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { requests: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99) };
}
