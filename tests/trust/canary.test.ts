/**
 * `trust:canary` (R36), for the yearly round: a name, a BSN, an answer and a secret code go through import, round, letters, entry
 * and the online questionnaire; none of them is in what the program prints, in addresses, in the access log or in jobs, and
 * BSN and code are nowhere in the database as they are. Source: trust paper 7 and 8, uploads, logs, online questionnaire.
 */
import { withPages } from './letters/read-letters.ts';
import { fetchLetters, inviteAll, makeRound, setLetterhead, startLetters } from './letters/round-by-api.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { type Agent, startTestApp, type TestApp } from './support/staff.ts';

const NAME = 'Kanariepiet';
const BSN = '999911120';
const WORDS = 'Zwaluwstaart';
const STREET = 'Kanariestraat';
/** Where names, addresses and remarks belong; letters are documents of who asked for them, for a day. */
const HOME_OF_WORDS =
  /^care\.(client|contact_person|response|response_remark|document|screening_invitation|screening_step)$/;

defineHarness({
  name: 'canary',
  claim:
    'names, BSNs, answers and codes of the yearly round are in no output, address, log or job, and codes nowhere as they are',
  control: 'a job keeps a name among its parameters',
  runs: { quick: 1, command: 1, full: 1 },
  measure: sing,
});

async function sing({ planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  const output = listen();
  try {
    const addresses: string[] = [];
    stack.app
      .getHttpAdapter()
      .getInstance()
      .server.on('request', ({ url }: { url?: string }) => addresses.push(url ?? ''));
    const code = await playRound(stack);
    if (planted) await stack.owner.query(`UPDATE care.job SET params = params || $1`, [JSON.stringify({ name: NAME })]);
    const secrets = [BSN, code, `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`];
    const faults = [
      ...hits('the output', output.text(), [NAME, WORDS, STREET, ...secrets]),
      ...hits('an address', addresses.join('\n'), [NAME, WORDS, STREET, ...secrets]),
      ...(await hitsInDatabase(stack, secrets, [NAME, WORDS, STREET])),
    ];
    return { faults, figures: { requests: addresses.length, printed: output.text().length } };
  } finally {
    output.stop();
    await stack.close();
  }
}

/** Everything the program prints. */
function listen(): { text: () => string; stop: () => void } {
  const lines: string[] = [];
  const stops = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write.bind(stream);
    stream.write = (chunk: string | Uint8Array): boolean => {
      lines.push(String(chunk));
      return write(chunk);
    };
    return () => void (stream.write = write);
  });
  return { text: () => lines.join(''), stop: () => stops.forEach((stop) => stop()) };
}

/** One client from the file to the sent form, with what goes wrong on the way; answers her access code. */
async function playRound(stack: TestApp): Promise<string> {
  await setLetterhead(await stack.as('PRACTICE_MANAGER'));
  const [assistant, nurse] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('PRACTICE_NURSE')];
  await importHer(stack, nurse);
  await assistant.post('/api/v1/clients/search').send({ text: NAME });
  await assistant
    .post('/api/v1/clients')
    .send({ name: { family: NAME }, bsn: BSN, sex: WORDS, birthDate: '1941-04-03' });
  await assistant.post('/api/v1/invitations/search').send({ family: NAME, birthDate: '1941-04-03' });
  const { id } = await makeRound(assistant, '2026-12-31');
  await inviteAll(assistant, id);
  const pdf = await fetchLetters(stack, assistant, await startLetters(assistant, id, 'INVITATION'));
  if (typeof pdf === 'string') throw new Error(pdf);
  const code = await withPages(pdf, (pages) => Promise.resolve(accessCodeIn(pages.map(({ text }) => text).join('\n'))));
  await answerOnline(stack, code);
  return code;
}

async function importHer(stack: TestApp, nurse: Agent): Promise<void> {
  const header = 'Achternaam;Geslacht;Geboortedatum;BSN;Straat;Huisnummer;Postcode;Woonplaats';
  const rows = [`${NAME};V;03-04-1941;${BSN};${STREET};1;9501 AB;Emmen`, `${NAME} Fout;V;31-02-1941;${BSN};;;;`];
  const file = Buffer.from([header, ...rows].join('\r\n'));
  const { body } = await nurse
    .post('/api/v1/client-imports')
    .attach('file', file, { filename: 'export.csv' })
    .expect(201);
  await nurse.get(`/api/v1/client-imports/${body.id}/rows`).expect(200);
  await nurse
    .post('/api/v1/client-imports')
    .attach('file', Buffer.from(`${NAME}\u0000${BSN}`), { filename: `${NAME}.csv` });
  await nurse.post(`/api/v1/client-imports/${body.id}/commit`).expect(202);
  await stack.workJobs();
}

function accessCodeIn(text: string): string {
  const code = /^([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z]{4})$/m.exec(text)?.slice(1).join('');
  if (!code) throw new Error('no access code in the letter');
  return code;
}

async function answerOnline(stack: TestApp, code: string): Promise<void> {
  const home = '/api/v1/public/questionnaire';
  await stack.visitor().post(`${home}/access`).send({ code, birthDate: '1940-01-01' }).expect(401);
  const visitor = stack.visitor();
  const { body } = await visitor.post(`${home}/access`).send({ code, birthDate: '1941-04-03' }).expect(200);
  const path = `${home}/responses/${body.responseId}`;
  await visitor
    .patch(path)
    .set('If-Match', '"1"')
    .send({ answers: { 'gfi-05': WORDS } })
    .expect(400);
  await visitor
    .patch(path)
    .set('If-Match', '"1"')
    .send({ answers: { 'gfi-05': 7 } })
    .expect(200);
  await visitor
    .put(`${path}/remark`)
    .set('If-Match', '"2"')
    .send({ remark: `De ${WORDS} vliegt laag.` })
    .expect(200);
  await visitor.post(`${path}/complete`).send({ completedBy: 'WITH_HELP', completedWithHelpOf: WORDS }).expect(200);
}

const hits = (where: string, text: string, canaries: readonly string[]): string[] =>
  canaries.filter((canary) => text.includes(canary)).map((canary) => `${canary} is in ${where}`);

const TABLES = `SELECT schemaname || '.' || tablename AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;

async function hitsInDatabase(
  { owner }: TestApp,
  secrets: readonly string[],
  words: readonly string[],
): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(TABLES);
  const faults: string[] = [];
  for (const { name } of tables) {
    const canaries = HOME_OF_WORDS.test(name) ? secrets : [...secrets, ...words];
    for (const canary of canaries) {
      const { rows } = await owner.query<{ found: number }>(
        `SELECT count(*)::integer AS found FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%'`,
        [canary],
      );
      if ((rows[0]?.found ?? 0) > 0) faults.push(`${canary} is in ${name}`);
    }
  }
  return faults;
}
