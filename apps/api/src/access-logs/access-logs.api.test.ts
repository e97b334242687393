import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dayOfInstant } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import type { AccessLogEvent, AccessLogPage } from '../platform/access-log/access-log-page.dto.ts';

jest.setTimeout(60_000);

const OTTILIE = {
  name: { initials: 'O.', prefix: 'van der', family: 'Zoëterme', partnerPrefix: 'de', partnerFamily: 'Vries', use: 'PARTNER_OWN' },
  sex: 'FEMALE',
  birthDate: '1938-11-02',
}; // prettier-ignore

const TODAY = dayOfInstant(Date.now());

let stack: TestApp;
let gp: Agent;
let officer: Agent;
let clientId: string;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, officer] = await Promise.all([stack.as('GP'), stack.as('LOG_OFFICER')]);
  const assistant = await stack.as('PRACTICE_ASSISTANT');
  const { body } = await assistant.post('/api/v1/clients').send(OTTILIE).expect(201);
  clientId = body.id;
  await gp.get(`/api/v1/clients/${clientId}`).expect(200);
});
afterAll(() => stack.close());

const logOf = async (agent: Agent, path: string): Promise<AccessLogPage> => (await agent.get(path).expect(200)).body;
const statusOf = async (agent: Agent, path: string): Promise<number> => (await agent.get(path)).status;
const types = (page: AccessLogPage): string[] => page.items.map(({ type }) => type);

describe('the log of one client', () => {
  it('tells who did what, in which role, of which organisation, and why it was allowed', async () => {
    const { items, total } = await logOf(gp, `/api/v1/clients/${clientId}/access-log`);
    expect([total, items.map(({ type, action }) => [type, action])]).toEqual([
      2,
      [
        ['READ_CLIENT', 'R'],
        ['CREATE_CLIENT', 'C'],
      ],
    ]);
    expect(items[0]).toMatchObject({
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      outcome: 'SUCCESS',
      person: { displayName: 'GP noord', role: 'GP', organisation: 'Praktijk noord' },
      clientId,
      category: 1,
      rule: 'IDENTITY.READ.GP',
      relation: 'PRACTICE',
      consent: 'OWN',
      emergency: false,
      purpose: 'TREATMENT',
      accessPoint: expect.stringMatching(/127\.0\.0\.1$/),
    });
  });

  it('keeps the reading of itself, with the view and the number of rows shown', async () => {
    const { body: kept } = await gp.get(`/api/v1/clients/${clientId}/access-log`).expect(200);
    expect(kept.items[0]).toMatchObject({
      type: 'READ_ACCESS_LOG',
      purpose: 'AUDIT',
      rule: 'ACCESS_LOG_CLIENT.READ.GP',
      person: { role: 'GP' },
    });
    const { rows } = await stack.owner.query(
      `SELECT query FROM audit.event WHERE event_type = 'READ_ACCESS_LOG' AND client_id = $1 ORDER BY seq LIMIT 1`,
      [clientId],
    );
    expect(rows[0].query).toMatchObject({ view: 'CLIENT', count: 2 });
  });

  it('shows a refusal that named the client, and which check refused', async () => {
    const nurse = await stack.as('DISTRICT_NURSE');
    await nurse.get(`/api/v1/clients/${clientId}`).expect(404);
    const { items } = await logOf(officer, `/api/v1/clients/${clientId}/access-log`);
    expect(items.find(({ type }) => type === 'REFUSED')).toMatchObject({
      outcome: 'DENIED',
      refusal: 'NOT_FOUND',
      rule: 'IDENTITY.READ.DISTRICT_NURSE',
      person: { role: 'DISTRICT_NURSE', organisation: 'Thuiszorg noord' },
    });
  });

  it('walks back through pages without missing or repeating a row', async () => {
    const all: AccessLogEvent[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: AccessLogPage = await logOf(
        officer,
        `/api/v1/clients/${clientId}/access-log?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    const sequences = all.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => b - a));
    expect(types({ items: all, nextCursor: null, total: 0 }).slice(-2)).toEqual(['READ_CLIENT', 'CREATE_CLIENT']);
  });

  it('is for the GP and the log officer of the practice itself', async () => {
    const path = `/api/v1/clients/${clientId}/access-log`;
    expect(await statusOf(stack.visitor(), path)).toBe(401);
    for (const role of ['PRACTICE_ASSISTANT', 'PRACTICE_NURSE', 'PRACTICE_MANAGER', 'DISTRICT_NURSE'] as const)
      expect([role, await statusOf(await stack.as(role), path)]).toEqual([role, 403]);
    for (const role of ['GP', 'LOG_OFFICER'] as const)
      expect([role, await statusOf(await stack.as(role, 'zuid'), path)]).toEqual([role, 404]);
    expect(await statusOf(officer, '/api/v1/clients/none/access-log')).toBe(404);
  });

  it.each(['limit=0', 'limit=201', 'limit=ten', 'cursor=0', 'cursor=x', 'since=1'])('refuses ?%s', async (query) => {
    expect(await statusOf(officer, `/api/v1/clients/${clientId}/access-log?${query}`)).toBe(400);
  });
});

describe('the overviews', () => {
  it('give the whole practice for one Dutch day, and nothing of another practice', async () => {
    await (await stack.as('GP', 'zuid')).post('/api/v1/clients/search').send({}).expect(200);
    const today = await logOf(officer, '/api/v1/access-log/by-day?limit=200');
    expect(types(today)).toEqual(expect.arrayContaining(['SIGN_IN', 'CREATE_CLIENT', 'READ_CLIENT', 'REFUSED']));
    expect(today.total).toBe(today.items.length);
    const others = today.items.filter(({ person }) => person.organisation?.endsWith('zuid'));
    expect(others).toEqual([]);
  });

  it('count a day from midnight to midnight in Amsterdam', async () => {
    const { practiceId } = testMember('noord', 'GP');
    await stack.owner.query(
      `UPDATE audit.event SET occurred_at = '2026-07-01T21:59:59.999999Z' WHERE practice_id = $1 AND seq = 1`,
      [practiceId],
    );
    await stack.owner.query(
      `UPDATE audit.event SET occurred_at = '2026-07-01T22:00:00Z' WHERE practice_id = $1 AND seq = 2`,
      [practiceId],
    );
    const onDay = async (date: string): Promise<number[]> =>
      (await logOf(officer, `/api/v1/access-log/by-day?date=${date}`)).items.map(({ sequence }) => sequence);
    expect([await onDay('2026-07-01'), await onDay('2026-07-02')]).toEqual([[1], [2]]);
  });

  it('give all acts of one person, also within a period', async () => {
    const { userId } = testMember('noord', 'GP');
    const { items } = await logOf(officer, `/api/v1/access-log/by-employee?userId=${userId}&limit=200`);
    expect(new Set(items.map(({ person }) => person.userId))).toEqual(new Set([userId]));
    expect(types({ items, nextCursor: null, total: 0 })).toContain('READ_CLIENT');
    const before = await logOf(officer, `/api/v1/access-log/by-employee?userId=${userId}&until=2020-01-01`);
    expect(before.total).toBe(0);
    await officer.get(`/api/v1/access-log/by-employee?userId=${userId}&from=2026-02-02&until=2026-02-01`).expect(400);
  });

  it('ask for a fresh second factor before they show one person', async () => {
    const { userId } = testMember('noord', 'LOG_OFFICER');
    const path = `/api/v1/access-log/by-employee?userId=${userId}`;
    const earlier = (seconds: number): Promise<unknown> =>
      stack.owner.query(
        `UPDATE auth.session SET second_factor_at = now() - make_interval(secs => $2) WHERE membership_id = $1`,
        [userId, seconds],
      );
    await earlier(290);
    expect(await statusOf(officer, path)).toBe(200);
    await earlier(301);
    const { body } = await officer.get(path).expect(403);
    expect(body.code).toBe('STEP_UP_REQUIRED');
    expect(await statusOf(officer, '/api/v1/access-log/by-day')).toBe(200);
    await earlier(0);
  });

  it('list colleagues of now and of before', async () => {
    const { userId, practiceId } = testMember('noord', 'PRACTICE_NURSE');
    await stack.owner.query(
      `UPDATE care.membership SET valid = tstzrange(lower(valid), lower(valid) + interval '1 microsecond')
       WHERE practice_id = $1 AND id = $2`,
      [practiceId, userId],
    );
    const { body } = await officer.get('/api/v1/access-log/employees').expect(200);
    const left = body.items.filter((one: { left: boolean }) => one.left);
    expect(left).toMatchObject([{ userId, role: 'PRACTICE_NURSE', organisation: 'Praktijk noord' }]);
  });

  it.each(['by-day', `by-employee?userId=${testMember('noord', 'GP').userId}`, 'employees'])(
    'are closed to everybody but the log officer: %s',
    async (path) => {
      for (const role of ['GP', 'PRACTICE_MANAGER', 'ELDERLY_ADVISER'] as const) {
        expect([role, await statusOf(await stack.as(role), `/api/v1/access-log/${path}`)]).toEqual([role, 403]);
      }
    },
  );
});

describe('finding the client who asks for the log', () => {
  const find = async (family: string, birthDate = OTTILIE.birthDate): Promise<unknown[]> => {
    const { body } = await officer.post('/api/v1/access-log/clients/search').send({ family, birthDate }).expect(200);
    return body.items;
  };

  it.each(['Zoëterme', 'zoeterme', 'van der Zoëterme', 'Vries', 'de Vries'])('finds her as %s', async (family) => {
    expect(await find(family)).toEqual([
      { id: clientId, name: { given: null, ...OTTILIE.name }, birthDate: OTTILIE.birthDate },
    ]);
  });

  it.each([
    ['the beginning of a name', 'Zoëter', OTTILIE.birthDate],
    ['initials', 'O.', OTTILIE.birthDate],
    ['a sign', '%', OTTILIE.birthDate],
    ['the day after', 'Zoëterme', '1938-11-03'],
  ])('does not find her by %s', async (_, family, birthDate) => {
    expect(await find(family, birthDate)).toEqual([]);
  });

  it('keeps which fields were asked and whom it showed, not what was typed', async () => {
    await find('Zoëterme');
    const { rows } = await stack.owner.query(
      `SELECT query, object_role, purpose, authorisation_rule, relation_rule FROM audit.event
       WHERE event_type = 'SEARCH_CLIENTS_FOR_LOG' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]).toEqual({
      query: { criteria: ['family', 'birthDate'], count: 1, ids: [clientId] },
      object_role: 'QUERY',
      purpose: 'AUDIT',
      authorisation_rule: 'LOG_CLIENT_SEARCH.READ.LOG_OFFICER',
      relation_rule: 'TENANT',
    });
  });

  it('is for the log officer alone, within the own practice', async () => {
    const search = { family: 'Zoëterme', birthDate: OTTILIE.birthDate };
    await gp.post('/api/v1/access-log/clients/search').send(search).expect(403);
    const elsewhere = await stack.as('LOG_OFFICER', 'zuid');
    const { body } = await elsewhere.post('/api/v1/access-log/clients/search').send(search).expect(200);
    expect(body.items).toEqual([]);
  });
});

describe('the rows', () => {
  it('have every field of NEN 7513 that an act on a record can fill', async () => {
    const { rows } = await stack.owner.query(
      `SELECT to_jsonb(e) AS row FROM audit.event e WHERE event_type = 'READ_CLIENT' ORDER BY seq LIMIT 1`,
    );
    const empty = Object.entries(rows[0].row).filter(([, value]) => value === null || value === '-');
    // No BIG number in the test network, nothing searched for, no emergency.
    expect(empty.map(([column]) => column).toSorted()).toEqual(['break_glass_id', 'query', 'user_alt_id']);
  });

  it('name the consent rule that opened what another organisation reads', async () => {
    const { organisationId, practiceId } = testMember('noord', 'DISTRICT_NURSE');
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await stack.owner.query(
      `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, 'TEAM')`,
      [practiceId, clientId, userId, organisationId],
    );
    await stack.owner.query(
      `INSERT INTO care.access_basis (practice_id, client_id, category, from_org_id, to_org_id, rule_id, kind, validity)
       VALUES ($1, $2, 1, $3, $4, 'rule-77', 'GRANT', tstzrange(now(), NULL))`,
      [practiceId, clientId, testMember('noord', 'GP').organisationId, organisationId],
    );
    await (await stack.as('DISTRICT_NURSE')).get(`/api/v1/clients/${clientId}`).expect(200);
    const { items } = await logOf(officer, `/api/v1/clients/${clientId}/access-log`);
    expect(items[0]).toMatchObject({ type: 'READ_CLIENT', relation: 'TEAM', consent: 'rule-77' });
  });

  it('keep addresses apart, so that erasing one changes no row', async () => {
    const { rows } = await stack.owner.query(
      `SELECT count(*)::integer AS rows FROM audit.event WHERE to_jsonb(event)::text LIKE '%127.0.0.1%'`,
    );
    expect(rows).toEqual([{ rows: 0 }]);
  });
});

describe('an overview as a file', () => {
  const file = (agent: Agent, body: object = {}) =>
    agent.post('/api/v1/access-log/files').send({ from: TODAY, until: TODAY, ...body });

  it('is a CSV of every row, made in a job that logs each page it read', async () => {
    const whole = await logOf(officer, '/api/v1/access-log/by-day?limit=200&role=GP');
    const { jobId } = (await file(officer, { role: 'GP' }).expect(202)).body;
    await stack.workJobs();
    const { body: job } = await officer.get(`/api/v1/jobs/${jobId}`).expect(200);
    const { text: csv } = await officer.get(job.href).buffer(true).expect(200);
    const lines = csv.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFWanneer;Wie;Rol;Organisatie;Wat;Cliënt;Gelukt;Op grond van;Noodknop');
    expect(lines.length - 1).toBe(whole.total);
    expect(lines.slice(1).every((line) => line.includes(';GP noord;huisarts;Praktijk noord;'))).toBe(true);
    const { rows } = await stack.owner.query(
      `SELECT event_type FROM audit.event WHERE query ->> 'view' = 'FILE' OR event_type LIKE '%ACCESS_LOG_FILE' ORDER BY seq`,
    );
    expect(rows.map(({ event_type: type }) => type)).toEqual([
      'START_ACCESS_LOG_FILE',
      'READ_ACCESS_LOG',
      'EXPORT_ACCESS_LOG_FILE',
      'EXPORT_ACCESS_LOG_FILE',
    ]);
  });

  it('is for the log officer, with a fresh second factor, and of a month at most', async () => {
    expect((await file(gp)).status).toBe(403);
    expect((await file(officer, { from: '2026-01-01', until: '2026-02-01' })).status).toBe(400);
    expect((await file(officer, { from: '2026-01-02', until: '2026-01-01' })).status).toBe(400);
    const { userId } = testMember('noord', 'LOG_OFFICER');
    await stack.owner.query(
      `UPDATE auth.session SET second_factor_at = now() - interval '6 minutes' WHERE membership_id = $1`,
      [userId],
    );
    expect((await file(officer).expect(403)).body.code).toBe('STEP_UP_REQUIRED');
    await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() WHERE membership_id = $1`, [userId]);
  });
});

describe('what an overview is narrowed to', () => {
  const outcomes = async (query: string): Promise<string[]> =>
    (await logOf(officer, `/api/v1/access-log/by-day?limit=200&${query}`)).items.map(({ outcome }) => outcome);

  it('is role, act, and what was refused', async () => {
    const gps = await logOf(officer, '/api/v1/access-log/by-day?limit=200&role=GP&action=R');
    expect(gps.total).toBeGreaterThan(0);
    expect(gps.items.every(({ person, action }) => person.role === 'GP' && action === 'R')).toBe(true);
    const refused = await outcomes('refused=true');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused).not.toContain('SUCCESS');
    expect(await outcomes('refused=false')).toContain('SUCCESS');
    expect(await outcomes('emergency=true')).toEqual([]);
  });

  it('shows a client also the lists she was part of', async () => {
    await (await stack.as('PRACTICE_ASSISTANT')).post('/api/v1/clients/search').send({ text: 'zoeterme' }).expect(200);
    const { items, total } = await logOf(
      officer,
      `/api/v1/clients/${clientId}/access-log?limit=200&role=PRACTICE_ASSISTANT&action=R`,
    );
    expect([total, types({ items, nextCursor: null, total })]).toEqual([1, ['SEARCH_CLIENTS']]);
  });
});
