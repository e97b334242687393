import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, freshSteps } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const DAY = '2026-01-05';
const DAUGHTER = {
  name: 'Anja',
  relation: 'dochter',
  frequency: 'WEEKLY',
  support: ['PRACTICAL', 'COMPANY'],
  closeness: 1,
  wish: 'MORE',
  strain: 'SOME',
};
const CALL = {
  name: 'Anja Berg',
  relation: 'dochter',
  phone: '06-12345678',
  hasKey: true,
  permission: 'YES',
  permissionOn: DAY,
};
const SURROUNDINGS = { signs: 'Slaapt niet\nBelt ’s nachts', helps: 'Even zitten', avoid: 'Discussie', calls: [CALL] };

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let assistant: Agent;
let practiceNurse: Agent;
let people = 0;
let anybody: string;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse, assistant, practiceNurse] = await Promise.all([
    stack.as('GP'),
    stack.as('DISTRICT_NURSE'),
    stack.as('PRACTICE_ASSISTANT'),
    stack.as('PRACTICE_NURSE'),
  ]);
  anybody = await newClient();
}, 60_000);
afterAll(() => stack.close());

async function newClient(): Promise<string> {
  people += 1;
  const person = { name: { family: `Netwerk ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  const id: string = (await gp.post('/api/v1/clients').send(person).expect(201)).body.id;
  await actAs(stack, 'GP', () =>
    stack.app.get(CareTeams, { strict: false }).join(id, testMember('noord', 'DISTRICT_NURSE').userId),
  );
  return id;
}

const network = (id: string): string => `/api/v1/clients/${id}/network`;
const surroundings = (id: string): string => `/api/v1/clients/${id}/surroundings-plan`;
const put = (by: Agent, path: string, version: number, body: object) =>
  by.put(path).set('If-Match', `"${version}"`).send(body);

describe('a network', () => {
  it('is drawn by one and changed by another of the team, each version kept', async () => {
    const id = await newClient();
    expect((await nurse.get(network(id)).expect(200)).body).toMatchObject({ version: 0, ties: [], coaching: null });
    await put(nurse, network(id), 0, { ties: [DAUGHTER], drawnOn: DAY }).expect(200);
    const neighbour = { ...DAUGHTER, name: 'Buurman', closeness: 3, strain: null };
    const { body } = await put(gp, network(id), 1, { ties: [DAUGHTER, neighbour], drawnOn: DAY }).expect(200);
    expect(body).toMatchObject({
      version: 2,
      ties: [
        { name: 'Anja', comment: null },
        { name: 'Buurman', strain: null },
      ],
    });
    expect((await put(nurse, network(id), 1, { ties: [] }).expect(412)).body.current.ties).toHaveLength(2);
    expect((await gp.get(`${network(id)}/versions`).expect(200)).body.items[1].content.ties).toHaveLength(1);
  });

  it('shows the assistant days only, and lets the POH write while she is case manager', async () => {
    const id = await newClient();
    await put(nurse, network(id), 0, { ties: [DAUGHTER], drawnOn: DAY }).expect(200);
    const { body } = await assistant.get(network(id)).expect(200);
    expect(body).toMatchObject({ ties: [], drawnOn: DAY, hidden: [{ pointer: '/ties' }, { pointer: '/coaching' }] });
    expect((await assistant.get(`${network(id)}/versions`).expect(200)).body.items).toEqual([]);
    await put(practiceNurse, network(id), 1, { ties: [] }).expect(404);
    const { userId } = testMember('noord', 'PRACTICE_NURSE');
    const teams = stack.app.get(CareTeams, { strict: false });
    await actAs(stack, 'GP', () => teams.join(id, userId));
    expect((await put(practiceNurse, network(id), 1, { ties: [] }).expect(403)).body.code).toBe('ROLE');
    await actAs(stack, 'GP', () => teams.nameCaseManager(id, userId));
    await put(practiceNurse, network(id), 1, { ties: [] }).expect(200);
  });

  it('of a shielded record tells who has no relation to write in it the same as ever', async () => {
    const id = await newClient();
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [id]);
    await put(practiceNurse, network(id), 0, { ties: [] }).expect(404);
    expect((await put(nurse, network(id), 0, { ties: [] }).expect(403)).body.code).toBe('RESTRICTED');
  });

  it('keeps the ten steps in the order the client takes them', async () => {
    const id = await newClient();
    const [first, second, ...rest] = freshSteps();
    const steps = [{ ...second, doneOn: DAY }, { ...first, skipped: true }, ...rest];
    const { body } = await put(nurse, network(id), 0, {
      ties: [],
      coaching: { coach: 'Gerda', startedOn: DAY, steps, evaluation: null },
    }).expect(200);
    expect(body.coaching.steps.slice(0, 2)).toEqual([
      { step: 2, doneOn: DAY, skipped: false },
      { step: 1, doneOn: null, skipped: true },
    ]);
  });

  const tomorrow = addDays(dayOfInstant(Date.now()), 2);
  const coaching = (fault: object): object => ({
    ties: [],
    coaching: { coach: null, startedOn: DAY, steps: freshSteps(), evaluation: null, ...fault },
  });
  it.each([
    ['a ring that is not there', { ties: [{ ...DAUGHTER, closeness: 4 }] }, '/ties/0/closeness', 'OUT_OF_RANGE'],
    ['a name that is blank', { ties: [{ ...DAUGHTER, name: ' ' }] }, '/ties/0/name', 'REQUIRED'],
    ['a day to come', { ties: [], drawnOn: tomorrow }, '/drawnOn', 'IN_FUTURE'],
    ['nine steps', coaching({ steps: freshSteps().slice(1) }), '/coaching/steps', 'INVALID_VALUE'],
    [
      'a step before the start',
      coaching({ steps: [{ step: 1, doneOn: '2026-01-04', skipped: false }, ...freshSteps().slice(1)] }),
      '/coaching/steps/0/doneOn',
      'BEFORE_START',
    ],
  ])('is refused with %s, at its field', async (_, body, pointer, code) => {
    const answer = await put(gp, network(anybody), 0, body).expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });
});

describe('a surroundings plan', () => {
  it('is kept with the order of the call list, and printed on one page with who agreed only', async () => {
    const id = await newClient();
    await gp.post(`${surroundings(id)}/paper`).expect(409);
    const others = [
      { ...CALL, name: 'Piet de Wit', permission: 'NO', hasKey: false },
      { ...CALL, name: 'Rika', permission: 'NOT_ASKED', permissionOn: null, hasKey: false },
    ];
    const { body } = await put(nurse, surroundings(id), 0, { ...SURROUNDINGS, calls: [...others, CALL] }).expect(200);
    expect(body.calls.map(({ name }: { name: string }) => name)).toEqual(['Piet de Wit', 'Rika', 'Anja Berg']);
    expect(body.calls[2].phone).toBe('+31612345678');
    const { body: paper } = await nurse.post(`${surroundings(id)}/paper`).expect(200);
    expect(paper).toMatchObject({ leftOut: 2, pages: 1 });
    const { pages, words } = await read(nurse, paper.href);
    expect(pages).toBe(1);
    expect(words).toContain('1. Anja Berg (dochter): 06 12345678. Heeft een sleutel');
    expect(words).toContain('Bij spoed: bel 112 of de huisarts.');
    expect(words).not.toMatch(/Piet|Rika/);
    expect((await assistant.post(`${surroundings(id)}/paper`).expect(403)).body.code).toBe('ROLE');
  });

  it('that is filled to its limits says that it takes two pages', async () => {
    const id = await newClient();
    const long = 'woord '.repeat(50);
    const calls = Array.from({ length: 5 }, () => ({
      ...CALL,
      name: 'Naam '.repeat(12),
      relation: 'buur '.repeat(8),
      does: 'helpt '.repeat(13),
    }));
    await put(nurse, surroundings(id), 0, { signs: long, helps: long, avoid: long, calls }).expect(200);
    const { body: paper } = await nurse.post(`${surroundings(id)}/paper`).expect(200);
    expect(paper.pages).toBe(2);
    expect((await read(nurse, paper.href)).pages).toBe(2);
  });

  it.each([
    ['a yes without its day', { calls: [{ ...CALL, permissionOn: null }] }, '/calls/0/permissionOn', 'REQUIRED'],
    ['a number that is none', { calls: [{ ...CALL, phone: '12' }] }, '/calls/0/phone', 'INVALID_PHONE'],
  ])('is refused with %s, at its field', async (_, body, pointer, code) => {
    const answer = await put(gp, surroundings(anybody), 0, body).expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });
});

async function read(by: Agent, href: string): Promise<{ pages: number; words: string }> {
  const answer = await by.get(href).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  }).expect(200); // prettier-ignore
  const { pages } = await readPdf(answer.body as Buffer, { scan: false });
  return {
    pages: pages.length,
    words: pages
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  };
}
