import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Consents } from '../consents/consents.service.ts';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import type { ClientOverviewPage, OverviewLine } from './client-overview.dto.ts';

jest.setTimeout(60_000);

const WHO = { family: 'Zoëterme', birthDate: '1938-11-02' };
const CLIENT = { name: { initials: 'O.', family: WHO.family }, sex: 'FEMALE', birthDate: WHO.birthDate };

let stack: TestApp;
let gp: Agent;
let officer: Agent;
let assistant: Agent;
let clientId: string;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, officer, assistant] = await Promise.all([
    stack.as('GP'),
    stack.as('LOG_OFFICER'),
    stack.as('PRACTICE_ASSISTANT'),
  ]);
  clientId = (await assistant.post('/api/v1/clients').send(CLIENT).expect(201)).body.id;
  await actAs(stack, 'GP', async () => {
    await stack.app.get(CareTeams, { strict: false }).join(clientId, testMember('noord', 'DISTRICT_NURSE').userId);
    const social = testMember('noord', 'ELDERLY_ADVISER');
    await stack.app.get(Consents, { strict: false }).register(clientId, {
      kind: 'GRANT', fromOrgId: null, toOrgId: social.organisationId, categories: [1], givenBy: 'CLIENT', how: 'ORAL',
      givenOn: '2026-01-05', textVersion: '1',
    }); // prettier-ignore
    await stack.app.get(CareTeams, { strict: false }).join(clientId, social.userId);
  });
  for (let times = 0; times < 3; times += 1) await gp.get(`/api/v1/clients/${clientId}`).expect(200);
  await gp.get(`/api/v1/clients/${clientId}/profiles`).expect(200);
  await (await stack.as('DISTRICT_NURSE')).get(`/api/v1/clients/${clientId}`).expect(200);
  await (await stack.as('ELDERLY_ADVISER')).get(`/api/v1/clients/${clientId}`).expect(200);
  await (await stack.as('ELDERLY_CARE_PHYSICIAN')).get(`/api/v1/clients/${clientId}`).expect(404);
  await (await stack.as('PRACTICE_MANAGER')).get(`/api/v1/clients/${clientId}`).expect(403);
  await assistant.post('/api/v1/clients/search').send({ text: 'zoeterme' }).expect(200);
});
afterAll(() => stack.close());

const path = (): string => `/api/v1/clients/${clientId}/access-overview`;
const read = async (agent: Agent, query = ''): Promise<ClientOverviewPage> =>
  (await agent.get(`${path()}${query}`).expect(200)).body;
const lineOf = (page: ClientOverviewPage, words: RegExp): OverviewLine | undefined =>
  page.items.find(({ sentence }) => words.test(sentence));

describe('the overview for the client', () => {
  it('says in plain Dutch when, who, what and why, newest first', async () => {
    const page = await read(officer, '?limit=200');
    const seen = lineOf(page, /huisarts GP noord/);
    expect(seen).toMatchObject({
      times: 4,
      person: { name: 'GP noord', role: 'GP', organisation: 'Praktijk noord' },
      outcome: 'SUCCESS',
      emergency: false,
    });
    expect(seen?.sentence).toMatch(
      /^Op \d+ \w+ \d{4} (om \d\d\.\d\d|tussen \d\d\.\d\d en \d\d\.\d\d) uur bekeek de huisarts GP noord van Praktijk noord uw naam, adres en telefoonnummer en uw profiel \(4 keer\)\.$/,
    );
    expect(seen?.why).toBe('Dat mag, omdat u cliënt bent van deze huisartsenpraktijk. De noodknop is niet gebruikt.');
    expect(page.items.map(({ lastAt }) => lastAt)).toEqual(
      page.items
        .map(({ lastAt }) => lastAt)
        .toSorted()
        .toReversed(),
    );
  });

  it.each([
    [/wijkverpleegkundige/, /Dat mag, omdat de wijkverpleegkundige bij uw zorg betrokken is\./],
    [/ouderenadviseur .* uw naam/, /toestemming voor is\. Die toestemming is gegeven op 5 januari 2026\./],
    [/wilde de specialist ouderengeneeskunde/, /is niet bij uw zorg betrokken\. Er is niets van u getoond\./],
    [/wilde de praktijkbeheerder/, /hoort niet bij het werk van de praktijkbeheerder\./],
    [/zocht de doktersassistent .* in de lijst met cliënten/, /u cliënt bent/],
    [/legde de doktersassistent .* uw naam, adres en telefoonnummer vast/, /u cliënt bent/],
  ])('has a line like %s, with its reason', async (sentence, why) => {
    const line = lineOf(await read(officer, '?limit=200'), sentence);
    expect(line?.why).toMatch(why);
  });

  it('leaves nothing out: its lines stand for every row about the client', async () => {
    const { acts, items, total } = await read(officer, '?limit=200');
    const { rows } = await stack.owner.query(
      `SELECT count(*)::integer AS n FROM audit.event WHERE practice_id = $1
         AND (client_id = $2 OR query -> 'ids' @> jsonb_build_array($2::text))`,
      [testMember('noord', 'GP').practiceId, clientId],
    );
    expect(items.length).toBe(total);
    expect(items.reduce((sum, { times }) => sum + times, 0)).toBe(acts);
    expect(acts).toBe(rows[0].n - 1); // the reading itself came after
  });

  it('turns pages without missing or repeating a line, though reading adds lines', async () => {
    const whole = await read(officer, '?limit=200');
    const found: OverviewLine[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ClientOverviewPage = await read(officer, `?limit=2${cursor && `&cursor=${cursor}`}`);
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    const keys = (lines: readonly OverviewLine[]): string[] =>
      lines.filter(({ person }) => person.role !== 'LOG_OFFICER').map(({ sentence, why }) => sentence + why);
    expect(keys(found)).toEqual(keys(whole.items));
  });

  it('counts Dutch days, and refuses a period that ends before it begins', async () => {
    const before = await read(gp, '?until=2020-01-01');
    expect([before.total, before.acts, before.items]).toEqual([0, 0, []]);
    await gp.get(`${path()}?from=2026-02-02&until=2026-02-01`).expect(400);
    await gp.get(`${path()}?cursor=1`).expect(400);
  });

  it('names nobody where the practice chose so', async () => {
    const manager = await stack.as('PRACTICE_MANAGER');
    const setNames = async (logNames: boolean): Promise<void> => {
      const { version } = (await manager.get('/api/v1/practice-settings').expect(200)).body;
      await manager.patch('/api/v1/practice-settings').set('If-Match', `"${version}"`).send({ logNames }).expect(200);
    };
    await setNames(false);
    const { items } = await read(officer, '?limit=200');
    expect(items.every(({ person }) => person.name === null)).toBe(true);
    expect(items.filter(({ sentence }) => sentence.includes('GP noord'))).toEqual([]);
    await setNames(true);
  });

  it('tells also who opened a record that went into this one', async () => {
    const double = { ...CLIENT, birthDate: '1938-12-02', confirmDuplicate: true };
    const { id: mergedId } = (await assistant.post('/api/v1/clients').send(double).expect(201)).body;
    await (await stack.as('PRACTICE_NURSE')).get(`/api/v1/clients/${mergedId}`).expect(200);
    expect(lineOf(await read(officer, '?limit=200'), /bekeek de praktijkondersteuner/)).toBeUndefined();
    const merge = (state: string) =>
      stack.owner.query(
        `INSERT INTO care.merge (practice_id, id, survivor_id, merged_id, state, reason, proposed_by)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, 'dubbel', $5)`,
        [testMember('noord', 'GP').practiceId, clientId, mergedId, state, testMember('noord', 'GP').userId],
      );
    await merge('SPLIT');
    expect(lineOf(await read(officer, '?limit=200'), /bekeek de praktijkondersteuner/)).toBeUndefined();
    await stack.owner.query(`DELETE FROM care.merge WHERE merged_id = $1`, [mergedId]);
    await merge('DONE');
    await stack.owner.query('UPDATE care.client SET merged_into = $1 WHERE id = $2', [clientId, mergedId]);
    expect(lineOf(await read(officer, '?limit=200'), /bekeek de praktijkondersteuner/)?.times).toBe(1);
  });

  it('is itself in the log', async () => {
    await read(gp);
    const { rows } = await stack.owner.query(
      `SELECT client_id, purpose, query ->> 'view' AS view FROM audit.event WHERE event_type = 'READ_ACCESS_LOG' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]).toEqual({ client_id: clientId, purpose: 'AUDIT', view: 'OVERVIEW' });
  });
});

describe('the overview on paper', () => {
  const print = (agent: Agent, body: object = WHO) => agent.post(`${path()}/print`).send(body);

  it('is tagged, in Dutch, in large type, with the phone of the practice on each page, and says what the page says', async () => {
    const { jobId } = (await print(officer).expect(202)).body;
    await stack.workJobs();
    let job = (await officer.get(`/api/v1/jobs/${jobId}`).expect(200)).body;
    for (let tries = 0; tries < 50 && job.state !== 'DONE'; tries += 1) {
      await pause(100);
      job = (await officer.get(`/api/v1/jobs/${jobId}`).expect(200)).body;
    }
    const answer = await officer.get(job.href).buffer(true).expect(200);
    const pdf = await readPdf(answer.body as Buffer, { scan: false });
    const words = pdf.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
    expect([pdf.language, pdf.isTagged]).toEqual(['nl-NL', true]);
    expect(words).toContain('O. Zoëterme, geboren op 2 november 1938');
    expect(words).toContain('bekeek de huisarts GP noord van Praktijk noord uw naam, adres en telefoonnummer');
    expect(words).toContain('wilde de specialist ouderengeneeskunde');
    for (const page of pdf.pages) {
      expect(page.text).toContain('Praktijk noord');
      expect(page.sizes.filter((size) => size < 14 && size !== 9)).toEqual([]);
    }
    const { rows } = await stack.owner.query(
      `SELECT event_type FROM audit.event WHERE client_id = $1 AND event_type LIKE '%CLIENT_OVERVIEW' ORDER BY seq`,
      [clientId],
    );
    expect(rows.map(({ event_type: type }) => type)).toEqual(['START_CLIENT_OVERVIEW', 'EXPORT_CLIENT_OVERVIEW']);
  });

  it('is made for who had her record shielded too: she may ask first of all who saw it', async () => {
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [clientId]);
    expect((await print(officer)).status).toBe(202);
    await stack.workJobs();
    await stack.owner.query('UPDATE care.client SET restricted = false WHERE id = $1', [clientId]);
  });

  it('is made by the log officer alone, for who gave this name and birth date, with a fresh second factor', async () => {
    expect((await print(gp).expect(403)).body.code).toBe('ROLE');
    expect((await print(officer, { ...WHO, family: 'Anders' }).expect(409)).body.code).toBe('CLIENT_NOT_NAMED');
    expect((await print(officer, { ...WHO, birthDate: '1938-11-03' }).expect(409)).body.code).toBe('CLIENT_NOT_NAMED');
    const { userId } = testMember('noord', 'LOG_OFFICER');
    await stack.owner.query(
      `UPDATE auth.session SET second_factor_at = now() - interval '6 minutes' WHERE membership_id = $1`,
      [userId],
    );
    expect((await print(officer).expect(403)).body.code).toBe('STEP_UP_REQUIRED');
    await (await stack.as('LOG_OFFICER', 'zuid')).post(`${path()}/print`).send(WHO).expect(404);
  });
});
