import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let assistant: Agent;
let client: string;
const social = testMember('noord', 'ELDERLY_ADVISER').organisationId;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  const person = {
    name: { initials: 'J.M.', prefix: 'van der', family: 'Berg' },
    sex: 'FEMALE',
    birthDate: '1941-04-03',
  };
  client = (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}, 60_000);
afterAll(() => stack.close());

async function print(body: object): Promise<{ title: string | undefined; words: string }> {
  const { href } = (await assistant.post(`/api/v1/clients/${client}/consent-papers`).send(body).expect(201)).body;
  const fetched = await assistant.get(href).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  }); // prettier-ignore
  const { title, pages } = await readPdf(fetched.body);
  return { title, words: pages.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ') };
}

describe('the paper about consent', () => {
  it('says that nothing is shared, and whom to call', async () => {
    const { title, words } = await print({ kind: 'AGREED' });
    expect(title).toBe('Wat u hebt afgesproken over uw gegevens');
    for (const part of ['van der Berg', '3 april 1941', 'Er is nu niets afgesproken', 'Wilt u stoppen?'])
      expect(words).toContain(part);
  });

  it('says what was agreed with whom, and no more of what was withdrawn', async () => {
    const rule = { toOrganisationId: social, rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: TODAY };
    const consents = `/api/v1/clients/${client}/consents`;
    await assistant.post(consents).send({ ...rule, categories: [1, 4] }).expect(201); // prettier-ignore
    const { body } = await assistant.post(consents).send({ ...rule, categories: [2] }).expect(201); // prettier-ignore
    await assistant.post(`/api/v1/consents/${body.id}/withdraw`).send({}).expect(200);
    const { words } = await print({ kind: 'AGREED' });
    expect(words).toContain('Welzijn noord mag dit zien');
    expect(words).toContain('mijn naam, adres en telefoonnummer');
    expect(words).toContain('mijn zorgleefplan');
    expect(words).not.toContain('mijn bezigheden');
  });

  it('is a form to tick and sign, without what can never be shared', async () => {
    const { title, words } = await print({ kind: 'FORM', toOrganisationId: social });
    expect(title).toBe('Formulier toestemming');
    expect(words).toContain('Organisatie: Welzijn noord');
    expect(words.match(/\[ +\]/g)).toHaveLength(5);
    expect(words).not.toContain('mijn medische plan');
    expect(words).toContain('toestemming-1');
  });

  it('is for who may ask, about a client of hers', async () => {
    const nurse = await stack.as('DISTRICT_NURSE');
    const path = `/api/v1/clients/${client}/consent-papers`;
    expect((await nurse.post(path).send({ kind: 'AGREED' })).status).toBe(404);
    const manager = await stack.as('PRACTICE_MANAGER');
    expect((await manager.post(path).send({ kind: 'AGREED' })).status).toBe(403);
  });
});
