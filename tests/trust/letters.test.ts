/**
 * `trust:letters`: a round in which people die, move, refuse and answer while letters are printed. Who must get one gets it,
 * nobody else is in it, and every code leads to its own client and page. Source: domain reference 7 and 13.7, trust paper 7.
 */
import {
  type Addressee,
  anyAddressee,
  type ClientStatus,
  hasSomewhereToGo,
  leftOutFor,
  REFERENCE_DAYS,
  registration,
} from './letters/addressees.ts';
import { type Expectation, judgeLetters } from './letters/judge-letters.ts';
import {
  change, fetchLetters, type Invitation, invitationsOf, inviteAll, makeRound, setLetterhead, startLetters,
} from './letters/round-by-api.ts'; // prettier-ignore
import { randomAnswers } from './oracles/scoring-oracle.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { pick, type Random } from './support/random.ts';
import { type Agent, startTestApp, type TestApp } from './support/staff.ts';

const WAVES = ['INVITATION', 'REMINDER_1', 'REMINDER_2'] as const;
type Wave = (typeof WAVES)[number];
/** Every so many pages are scanned in the quick form; the figure is of all of them. */
const QUICK_SCANS = 0.08;

defineHarness({
  name: 'letters',
  claim: 'letters go to exactly whom they should, and every code on them leads to its own client and page',
  control: 'the oracle does not hear of one death',
  runs: { quick: 8, command: 40, full: 200 },
  // of eight people sometimes one alone gets a letter, and after her death there is nothing to print
  controlRuns: 24,
  measure: printRound,
});

/** What has become of an invitation, as far as letters go. */
type Fate = 'PLANNED' | 'SENT' | 'REMINDED' | 'ANSWERED' | 'REFUSED' | 'UNDELIVERABLE' | 'NOT_REACHED' | 'GONE';

interface Invited {
  readonly one: Addressee;
  readonly invitation: Invitation;
  fate: Fate;
}

interface Round {
  readonly stack: TestApp;
  readonly random: Random;
  readonly assistant: Agent;
  readonly roundId: string;
  readonly addressees: readonly Addressee[];
  readonly invited: readonly Invited[];
  readonly faults: string[];
  readonly figures: { letters: number; pages: number; scans: number; codesTried: number };
  readonly scanned: number;
}

async function printRound({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    await setLetterhead(await stack.as('PRACTICE_MANAGER'));
    const assistant = await stack.as('PRACTICE_ASSISTANT');
    const round = await openRound(stack, assistant, random, runs, planted ? 0 : scansFor(runs));
    if (planted) await printAfterADeath(round);
    else for (const wave of WAVES) await printWave(round, wave);
    return { faults: round.faults, figures: { clients: runs, invited: round.invited.length, ...round.figures } };
  } finally {
    await stack.close();
  }
}

const scansFor = (runs: number): number => (runs < 20 ? QUICK_SCANS : 1);

async function openRound(
  stack: TestApp,
  assistant: Agent,
  random: Random,
  runs: number,
  scanned: number,
): Promise<Round> {
  const addressees = Array.from({ length: runs }, (_, number) => anyAddressee(random, number));
  for (const one of addressees)
    one.clientId = (await assistant.post('/api/v1/clients').send(registration(one)).expect(201)).body.id;
  await inviteToAnotherRound(assistant, random, addressees);
  const referenceDay = pick(random, REFERENCE_DAYS);
  const { id: roundId, eligible } = await makeRound(assistant, referenceDay);
  const told = await inviteAll(assistant, roundId);
  const invitations = await invitationsOf(assistant, roundId);
  const faults = selectionFaults(addressees, referenceDay, { eligible, ...told }, invitations);
  const invited = invitations.flatMap((invitation) => {
    const one = addressees.find(({ clientId }) => clientId === invitation.client.id);
    return one ? [{ one, invitation, fate: 'PLANNED' as const }] : [];
  });
  const figures = { letters: 0, pages: 0, scans: 0, codesTried: 0 };
  return { stack, random, assistant, roundId, addressees, invited, faults, figures, scanned };
}

/** Some are in another round already; what was taken back there does not count. */
async function inviteToAnotherRound(assistant: Agent, random: Random, addressees: readonly Addressee[]): Promise<void> {
  const { id } = await makeRound(assistant, new Date().toISOString().slice(0, 10));
  await inviteAll(assistant, id);
  for (const invitation of await invitationsOf(assistant, id)) {
    const one = addressees.find(({ clientId }) => clientId === invitation.client.id);
    if (one && random() < 0.1) one.inOtherRound = true;
    else await change(assistant, `invitations/${invitation.id}`, { state: 'CANCELLED', reason: 'vergissing' });
  }
}

interface Told {
  readonly eligible: number;
  readonly invited: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

function selectionFaults(
  addressees: readonly Addressee[],
  day: string,
  told: Told,
  invitations: readonly Invitation[],
): string[] {
  const reasons = addressees.map((one) => leftOutFor(one, day));
  const must = addressees.filter((_, index) => reasons[index] === null);
  const is = invitations.map(({ client }) => client.id);
  const faults = must
    .filter(({ clientId }) => !is.includes(clientId))
    .map((one) => `${one.token}, born ${one.birthDate}, is not invited on ${day}`);
  const wrongly = addressees.filter((one) => is.includes(one.clientId) && !must.includes(one));
  faults.push(...wrongly.map((one) => `${one.token}, born ${one.birthDate}, is invited on ${day}`));
  if (told.invited !== must.length || told.eligible !== must.length)
    faults.push(`told ${told.invited} of ${told.eligible}, ${must.length} should be invited`);
  for (const [reason, count] of Object.entries(told.leftOut)) {
    const should = reasons.filter((one) => one === reason).length;
    if (should !== count) faults.push(`left out for ${reason}: ${count} instead of ${should}`);
  }
  return faults;
}

async function printWave(round: Round, wave: Wave): Promise<void> {
  await live(round, 0.25);
  if (getting(round, wave).size === 0) return;
  const jobId = await startLetters(round.assistant, round.roundId, wave);
  await live(round, 0.12);
  await judgeWave(round, wave, jobId);
}

async function judgeWave(round: Round, wave: Wave, jobId: string): Promise<void> {
  const { stack, assistant, faults, figures, addressees, invited, random, scanned } = round;
  const expected = getting(round, wave);
  const pdf = await fetchLetters(stack, assistant, jobId);
  if (typeof pdf === 'string') return void (expected.size > 0 && faults.push(`${wave}: ${pdf}`));
  const invitations = invited.map(({ invitation }) => invitation);
  const expectation: Expectation = { addressees, invitations, getting: expected, scanned };
  const judged = await judgeLetters(pdf, expectation, random);
  faults.push(...judged.faults.map((fault) => `${wave}: ${fault}`));
  figures.letters += judged.codes.size;
  figures.pages += judged.pages;
  figures.scans += judged.scans;
  for (const each of invited) if (expected.has(each.one)) each.fate = wave === 'INVITATION' ? 'SENT' : 'REMINDED';
  faults.push(...(await stateFaults(round, wave)), ...(await logFaults(round, expected, wave)));
  faults.push(...(await codeFaults(round, judged.codes)));
}

/** Who gets a letter of this wave as things stand. Source: domain reference 7. */
function getting({ invited }: Round, wave: Wave): Set<Addressee> {
  const from = { INVITATION: ['PLANNED'], REMINDER_1: ['SENT'], REMINDER_2: ['REMINDED'] }[wave];
  const fitting = invited.filter(
    ({ one, fate }) => from.includes(fate) && one.status === 'ACTIVE' && !one.noPost && hasSomewhereToGo(one),
  );
  return new Set(fitting.map(({ one }) => one));
}

/** Meanwhile people die, move, refuse, answer, and envelopes come back. */
async function live(round: Round, share: number): Promise<void> {
  const { random, assistant } = round;
  for (const each of round.invited) {
    if (random() >= share || each.one.status !== 'ACTIVE' || !['PLANNED', 'SENT', 'REMINDED'].includes(each.fate))
      continue;
    const kind = random();
    if (kind < 0.4)
      await leave(assistant, each, pick(random, ['DECEASED', 'DECEASED', 'MOVED', 'ADMITTED', 'DEREGISTERED']));
    else if (kind < 0.5) await stopPost(assistant, each);
    else if (kind < 0.65) await step(assistant, each, 'REFUSED');
    else if (each.fate === 'PLANNED') continue;
    else if (kind < 0.75) await step(assistant, each, 'UNDELIVERABLE');
    else if (kind < 0.8) await step(assistant, each, 'NOT_REACHED');
    else await answer(round, each, random() < 0.7 ? 'COMPLETED' : 'IN_PROGRESS');
  }
}

async function leave(assistant: Agent, each: Invited, status: ClientStatus): Promise<void> {
  await change(assistant, `clients/${each.one.clientId}`, { status, statusOn: new Date().toISOString().slice(0, 10) });
  each.one.status = status;
  each.fate = 'GONE';
}

async function stopPost(assistant: Agent, { one }: Invited): Promise<void> {
  await change(assistant, `clients/${one.clientId}`, { marks: { noPost: true, noPostReason: 'wil geen brieven' } });
  one.noPost = true;
}

async function step(
  assistant: Agent,
  each: Invited,
  state: 'REFUSED' | 'UNDELIVERABLE' | 'NOT_REACHED',
): Promise<void> {
  await change(assistant, `invitations/${each.invitation.id}`, { state });
  each.fate = state;
}

async function answer(
  { assistant, random, roundId }: Round,
  each: Invited,
  status: 'COMPLETED' | 'IN_PROGRESS',
): Promise<void> {
  const completedOn = new Date().toISOString().slice(0, 10);
  const head = { channel: 'PAPER', completedBy: 'SELF', completedOn, status, roundId };
  const { status: answered } = await assistant
    .post(`/api/v1/clients/${each.one.clientId}/responses`)
    .send({ ...head, answers: randomAnswers(random, 0.1) });
  if (status === 'COMPLETED' && answered === 201) each.fate = 'ANSWERED';
}

const STATE_OF: Readonly<Record<Fate, RegExp>> = {
  PLANNED: /^PLANNED$/, SENT: /^SENT$/, REMINDED: /^REMINDED$/, ANSWERED: /^(SCORED|RECEIVED_)/, REFUSED: /^REFUSED$/,
  UNDELIVERABLE: /^UNDELIVERABLE$/, NOT_REACHED: /^NOT_REACHED$/, GONE: /./,
}; // prettier-ignore

/** Only printing makes an invitation sent. */
async function stateFaults({ assistant, roundId, invited }: Round, wave: Wave): Promise<string[]> {
  const states = new Map((await invitationsOf(assistant, roundId)).map(({ id, state }) => [id, state]));
  return invited.flatMap(({ one, invitation, fate }) => {
    const state = states.get(invitation.id) ?? 'nothing';
    return STATE_OF[fate].test(state) ? [] : [`${wave}: ${one.token} is ${state}, expected was ${fate}`];
  });
}

/** A long act logs blocks of clients: everybody whose letter was printed is named in one. Source: trust paper 6. */
async function logFaults({ stack, roundId }: Round, printed: ReadonlySet<Addressee>, wave: Wave): Promise<string[]> {
  const { rows } = await stack.owner.query<{ client: string }>(
    `SELECT jsonb_array_elements_text(query -> 'ids') AS client FROM audit.event
     WHERE action = 'E' AND object_id = $1 AND query ->> 'wave' = $2 AND query ? 'ids'`,
    [roundId, wave],
  );
  const logged = new Set(rows.map(({ client }) => client));
  const unlogged = [...printed].filter(({ clientId }) => !logged.has(clientId));
  return unlogged.map(({ token }) => `${wave}: the letter of ${token} is not in the log`);
}

/** The code opens the questionnaire of whoever still may answer, and of nobody else. */
async function codeFaults(round: Round, codes: ReadonlyMap<Addressee, string>): Promise<string[]> {
  const faults: string[] = [];
  const tried = [...codes].slice(0, 2);
  for (const [one, code] of tried) {
    const access = { code, birthDate: one.birthDate };
    const { status, body, text } = await round.stack.visitor().post('/api/v1/public/questionnaire/access').send(access);
    round.figures.codesTried += 1;
    if (![200, 409].includes(status) || (status === 409 && body.code === undefined))
      faults.push(`the code of ${one.token} answers ${status}`);
    if (text.includes(one.token)) faults.push(`the code of ${one.token} tells her name`);
  }
  return faults;
}

/** Somebody dies after being selected, and nobody tells the oracle. */
async function printAfterADeath(round: Round): Promise<void> {
  const [one] = [...getting(round, 'INVITATION')];
  if (!one) return void round.faults.push('nobody gets a letter');
  const statusOn = new Date().toISOString().slice(0, 10);
  await change(round.assistant, `clients/${one.clientId}`, { status: 'DECEASED', statusOn });
  await judgeWave(round, 'INVITATION', await startLetters(round.assistant, round.roundId, 'INVITATION'));
}
