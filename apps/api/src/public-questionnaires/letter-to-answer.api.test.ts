import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readAccessCode } from '@samenoud/domain';
import { planRound } from '../testing/planned-round.ts';
import { type ReadPdf, readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';

const HOME = '/api/v1/public/questionnaire';
const BORN = '1941-04-03';
const LETTERHEAD = {
  name: 'Praktijk Noord',
  street: 'Dorpsstraat 1',
  postcode: '9501AB',
  city: 'Stadskanaal',
  phone: '0599123456',
  openingHours: 'ma–vr 8.00–17.00',
  senderName: 'J. Smit',
  senderRole: 'huisarts',
};
const ADDRESS = { street: 'Dorpsstraat', houseNumber: '12', postcode: '9501 AB', city: 'Stadskanaal' };
const PRINTED_CODE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/;

let stack: TestApp;
let assistant: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  const manager = await stack.as('PRACTICE_MANAGER');
  await manager.put('/api/v1/letterhead').set('If-Match', '"0"').send(LETTERHEAD).expect(200);
});
afterAll(() => stack.close());

async function print(roundId: string, wave: string): Promise<ReadPdf> {
  const { body } = await assistant.post(`/api/v1/screening-rounds/${roundId}/letters`).send({ wave }).expect(202);
  await stack.workJobs();
  const { body: job } = await assistant.get(`/api/v1/jobs/${body.jobId}`).expect(200);
  const { body: content } = await assistant.get(job.href).buffer(true).parse(asBuffer).expect(200);
  return readPdf(content);
}

type Parse = Parameters<ReturnType<Agent['get']>['parse']>[0];
const asBuffer: Parse = (response, done) => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: string | Buffer) => chunks.push(Buffer.from(chunk as string, 'binary')));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};

const open = (code: string) => stack.visitor().post(`${HOME}/access`).send({ code, birthDate: BORN });
const squareIn = ({ pages }: ReadPdf): string => new URL(pages.flatMap(({ qr }) => qr ?? [])[0] ?? '').hash.slice(1);
const printedIn = ({ pages }: ReadPdf): string =>
  PRINTED_CODE.exec(pages.map(({ text }) => text).join('\n'))?.[0] ?? '';

it('opens with the code of the letter, typed or scanned, and with that of the reminder; then with none of them', async () => {
  const { body: client } = await assistant
    .post('/api/v1/clients')
    .send({ name: { initials: 'A.', family: 'Brief' }, sex: 'FEMALE', birthDate: BORN, address: ADDRESS })
    .expect(201);
  const { roundId } = await planRound(stack.owner, [client.id]);
  const letter = await print(roundId, 'INVITATION');
  expect(readAccessCode(squareIn(letter))).toBe(readAccessCode(printedIn(letter)));
  const first = await open(printedIn(letter)).expect(200);
  expect(first.body.practice).toEqual({
    name: 'Praktijk Noord',
    phone: '+31599123456',
    openingHours: 'ma–vr 8.00–17.00',
  });
  await stack.owner.query(`UPDATE care.screening_invitation SET sent_on = sent_on - 21 WHERE round_id = $1`, [roundId]);
  const reminder = await print(roundId, 'REMINDER_1');
  const codes = [printedIn(letter), squareIn(letter), printedIn(reminder), squareIn(reminder)];
  for (const code of codes) expect((await open(code)).body.responseId).toBe(first.body.responseId);
  const agent = stack.visitor();
  await agent
    .post(`${HOME}/access`)
    .send({ code: printedIn(reminder), birthDate: BORN })
    .expect(200);
  await agent.post(`${HOME}/responses/${first.body.responseId}/complete`).send({ completedBy: 'SELF' }).expect(200);
  for (const code of codes) expect((await open(code)).body.code).toBe('QUESTIONNAIRE_ANSWERED');
}, 60_000);
