import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let assistant: Agent;
let nurse: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, nurse] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('DISTRICT_NURSE')];
});
afterAll(() => stack.close());

async function clientOf(family: string): Promise<string> {
  const address = { street: 'Dorpsstraat', houseNumber: '12', suffix: 'a', postcode: '9501 AB', city: 'Stadskanaal' };
  const marks = { gettingIn: 'Sleutel bij de buren', atTheDoor: 'Hond' };
  const person = { name: { family }, sex: 'FEMALE', birthDate: '1940-06-15', address, phone: '0599 123456', marks };
  const { body } = await assistant.post('/api/v1/clients').send(person).expect(201);
  const { userId } = testMember('noord', 'DISTRICT_NURSE');
  await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).nameCaseManager(body.id, userId));
  return body.id;
}
const contact = (client: string, body: object): Promise<unknown> =>
  nurse.post(`/api/v1/clients/${client}/contacts`).send({ type: 'PHONE', on: addDays(TODAY, -7), ...body }).expect(201); // prettier-ignore
const names = async (by: Agent): Promise<string[]> =>
  (await by.get('/api/v1/visits').expect(200)).body.items.map(({ clientName }: { clientName: string }) => clientName);

describe('the visits of today', () => {
  it('are of one’s own clients whose newest contact names today: visits first, by time, then as they were put', async () => {
    const [bel, laat, vroeg, anders, morgen] = await Promise.all(['Bel', 'Laat', 'Vroeg', 'Anders', 'Morgen'].map(clientOf)); // prettier-ignore
    await contact(bel ?? '', { next: { on: TODAY, type: 'PHONE' } });
    await contact(laat ?? '', { next: { on: TODAY, type: 'HOME_VISIT', time: '15:00' } });
    await contact(vroeg ?? '', { next: { on: TODAY, type: 'HOME_VISIT', time: '09:15' } });
    await contact(anders ?? '', { next: { on: TODAY } });
    await contact(morgen ?? '', { next: { on: TODAY } });
    await contact(morgen ?? '', { on: TODAY, next: { on: addDays(TODAY, 1) } });
    expect(await names(nurse)).toEqual(['Vroeg', 'Laat', 'Anders', 'Bel']);
    const { body } = await nurse.get('/api/v1/visits');
    expect(body.items[0]).toMatchObject({
      time: '09:15',
      address: 'Dorpsstraat 12a, 9501 AB Stadskanaal',
      gettingIn: 'Sleutel bij de buren',
      atTheDoor: 'Hond',
    });
    const contactIds = [body.items[3].contactId, body.items[2].contactId];
    await nurse.put('/api/v1/visits/order').send({ contactIds }).expect(200);
    expect(await names(nurse)).toEqual(['Vroeg', 'Laat', 'Bel', 'Anders']);
    expect(await names(await stack.as('GP'))).toEqual([]);
    await assistant.put('/api/v1/visits/order').send({ contactIds }).expect(403);
    const gp = await stack.as('GP');
    const { body: refused } = await gp.put('/api/v1/visits/order').send({ contactIds }).expect(400);
    expect(refused.errors).toMatchObject([{ pointer: '/contactIds', code: 'INVALID_ID' }]);
  });
});

describe('the page to prepare a visit', () => {
  const paper = async (
    by: Agent,
    client: string,
  ): Promise<{ words: string; pdf: Awaited<ReturnType<typeof readPdf>> }> => {
    const { body } = await by.get(`/api/v1/clients/${client}/visit.pdf`).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    }).expect(200); // prettier-ignore
    const pdf = await readPdf(body, { scan: false });
    return { pdf, words: pdf.pages.map(({ text }) => text).join(' ').replaceAll(/\s+/g, ' ') }; // prettier-ignore
  };

  it('is tagged, in Dutch, and holds who, how to get in, the plan, tasks and the last contact; reading it is logged per part', async () => {
    const client = await clientOf('Papier');
    await assistant.post(`/api/v1/clients/${client}/contact-persons`).send({ name: 'Jan Papier', relation: 'zoon', phone: '0612345678', isFirstContact: true }).expect(201); // prettier-ignore
    await contact(client, { note: 'De rollator is stuk' });
    await nurse.post(`/api/v1/clients/${client}/tasks`).send({ text: 'Rollator laten maken', owner: { kind: 'CLIENT' }, dueOn: TODAY }).expect(201); // prettier-ignore
    await nurse.post(`/api/v1/clients/${client}/signals`).send({ type: 'FALL', on: TODAY, text: 'Over de mat' }).expect(201); // prettier-ignore
    await nurse.post(`/api/v1/clients/${client}/care-plans`).send({ whatMatters: 'De tuin' }).expect(201);
    const { pdf, words } = await paper(nurse, client);
    expect([pdf.language, pdf.isTagged]).toEqual(['nl-NL', true]);
    for (const shown of [
      'Bezoek aan Papier',
      'Jan Papier (zoon)',
      'let op aan de deur: Hond',
      'De tuin',
      'Rollator laten maken',
      'Over de mat',
      'De rollator is stuk',
      'Vernietig dit blad na het bezoek',
    ])
      // prettier-ignore
      expect(words).toContain(shown);
    const { rows } = await stack.owner.query<{ type: string }>(
      `SELECT DISTINCT object_type AS type FROM audit.event WHERE client_id = $1 AND action = 'R'`,
      [client],
    );
    expect(rows.map(({ type }) => type)).toEqual(expect.arrayContaining(['ACTIONS', 'CARE_PLAN', 'CLIENT', 'CONTACTS', 'SIGNALS'])); // prettier-ignore
  });

  it('names what its reader may not see and shows nothing of it; without a relation there is no page', async () => {
    const client = await clientOf('Verborgen');
    await contact(client, { note: 'Alleen voor de wijk' });
    await nurse.post(`/api/v1/clients/${client}/care-plans`).send({ whatMatters: 'De tuin' }).expect(201);
    const { words } = await paper(assistant, client);
    expect(words).toContain('Dit ziet u niet.');
    expect(words).not.toContain('De tuin');
    expect(words).not.toContain('Alleen voor de wijk');
    await (await stack.as('ELDERLY_ADVISER')).get(`/api/v1/clients/${client}/visit.pdf`).expect(404);
    await (await stack.as('PRACTICE_MANAGER')).get(`/api/v1/clients/${client}/visit.pdf`).expect(403);
  });
});
