import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FORM_PAGES, itemsOf, SHIPPED_PACKS } from '@samenoud/domain';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';

const LETTERHEAD = {
  name: 'Huisartsenpraktijk De Brug', street: 'Dorpsstraat 12', postcode: '9501 AB', city: 'Stadskanaal', phone: '0599 123456',
  senderName: 'J. Smit', senderRole: 'huisarts',
}; // prettier-ignore
const PATH = '/api/v1/letters/blank-form';

let stack: TestApp;
let assistant: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
});
afterAll(() => stack.close());

it('a blank form waits for the letterhead, as every page says whom to call', async () => {
  const { body } = await assistant.post(PATH).send({}).expect(409);
  expect(body).toMatchObject({ code: 'LETTERHEAD_INCOMPLETE', missing: expect.arrayContaining(['phone']) });
});

it('a blank form has every question, room for name and birth date, and no code of anybody', async () => {
  const manager = await stack.as('PRACTICE_MANAGER');
  await manager.put('/api/v1/letterhead').set('If-Match', '"0"').send(LETTERHEAD).expect(200);
  const { href } = (await assistant.post(PATH).send({}).expect(201)).body;
  const fetched = await assistant.get(href).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  }); // prettier-ignore
  expect(fetched.headers['content-type']).toBe('application/pdf');
  const { pages, title } = await readPdf(fetched.body);
  expect(title).toBe('Lege vragenlijst');
  expect(pages).toHaveLength(FORM_PAGES.length);
  expect(pages.map(({ barcode, qr }) => [barcode, qr])).toEqual(pages.map(() => [null, null]));
  for (const { text } of pages)
    for (const part of ['Naam:', 'Geboortedatum:', '0599 123456']) expect(text).toContain(part);
  const words = pages.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
  for (const [index, item] of itemsOf(SHIPPED_PACKS).entries()) expect(words).toContain(`${index + 1}. ${item.text}`);
});

it('a blank form is printed by who works on rounds', async () => {
  for (const role of ['PRACTICE_MANAGER', 'LOG_OFFICER'] as const) {
    const { status, body } = await (await stack.as(role)).post(PATH).send({});
    expect([role, status, body.code]).toEqual([role, 403, 'ROLE']);
  }
});
