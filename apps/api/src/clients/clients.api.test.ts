import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const JOHANNA = {
  name: { initials: 'J.M.', given: 'Johanna', prefix: 'van der', family: 'Berg' },
  sex: 'FEMALE',
  birthDate: '1941-04-03',
};

let stack: TestApp;
let assistant: Agent;
let gp: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  gp = await stack.as('GP');
});
afterAll(() => stack.close());

describe('registering a client', () => {
  it('answers the whole client, with the BSN masked and stored encrypted', async () => {
    const gpId = testMember('noord', 'GP').userId;
    const { body } = await assistant
      .post('/api/v1/clients')
      .send({
        ...JOHANNA,
        bsn: '999911120',
        hisNumber: '10482',
        phone: '0599 123456',
        gpId,
        address: { postcode: '9501ab' },
      })
      .expect(201);
    expect(body).toMatchObject({ version: 1, bsn: '*****1120', phone: '0599 123456', gpId, age: expect.any(Number) });
    expect(body.address.postcode).toBe('9501 AB');
    const { rows } = await stack.owner.query(
      `SELECT encode(bsn_cipher, 'escape') AS cipher FROM care.client WHERE id = $1`,
      [body.id],
    );
    expect(rows[0].cipher).not.toContain('999911120');
    const revealed = await assistant.post(`/api/v1/clients/${body.id}/bsn/reveal`).expect(200);
    expect(revealed.body).toEqual({ bsn: '999911120' });
    const log = await stack.owner.query(`SELECT event_type FROM audit.event WHERE client_id = $1 ORDER BY seq`, [
      body.id,
    ]);
    expect(log.rows.map((row) => row.event_type)).toEqual(['CREATE_CLIENT', 'READ_BSN']);
  });

  it('names every field that is wrong, in Dutch', async () => {
    const { body } = await assistant
      .post('/api/v1/clients')
      .send({ name: { family: ' ' }, sex: 'F', birthDate: '1941-02-31', bsn: '000000000', phone: '1', unknown: 1 })
      .expect(400)
      .expect('content-type', /application\/problem\+json/);
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]).toSorted(),
    ).toEqual([
      ['/birthDate', 'INVALID_DAY'],
      ['/bsn', 'INVALID_BSN'],
      ['/name/family', 'REQUIRED'],
      ['/phone', 'INVALID_PHONE'],
      ['/sex', 'INVALID_VALUE'],
      ['/unknown', 'UNKNOWN_PROPERTY'],
    ]);
  });

  it.each([
    ['tomorrow', '2999-01-01', 'IN_FUTURE'],
    ['the nineteenth century', '1899-12-31', 'BEFORE_1900'],
  ])('refuses a birth date in %s', async (_, birthDate, code) => {
    const { body } = await assistant
      .post('/api/v1/clients')
      .send({ ...JOHANNA, birthDate })
      .expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/birthDate', code }]);
  });

  it('refuses a BSN or HIS number that is in use, and asks about the same name and birth date', async () => {
    const twin = { ...JOHANNA, birthDate: '1940-01-01' };
    await assistant
      .post('/api/v1/clients')
      .send({ ...twin, bsn: '123456782', hisNumber: '7' })
      .expect(201);
    const byBsn = await assistant
      .post('/api/v1/clients')
      .send({ ...JOHANNA, birthDate: '1940-02-02', bsn: '123456782' })
      .expect(409);
    expect(byBsn.body.code).toBe('BSN_IN_USE');
    const byNumber = await assistant
      .post('/api/v1/clients')
      .send({ ...JOHANNA, birthDate: '1940-02-02', hisNumber: '7' })
      .expect(409);
    expect(byNumber.body.code).toBe('HIS_NUMBER_IN_USE');
    const asked = await assistant.post('/api/v1/clients').send(twin).expect(409);
    expect(asked.body).toMatchObject({ code: 'POSSIBLE_DUPLICATE', candidates: [{ birthDate: '1940-01-01' }] });
    await assistant
      .post('/api/v1/clients')
      .send({ ...twin, confirmDuplicate: true })
      .expect(201);
  });

  it('gives the first answer again for the same Idempotency-Key, and refuses another body with it', async () => {
    const body = { ...JOHANNA, birthDate: '1939-05-05' };
    const first = await assistant.post('/api/v1/clients').set('Idempotency-Key', 'k-1').send(body).expect(201);
    const again = await assistant.post('/api/v1/clients').set('Idempotency-Key', 'k-1').send(body).expect(201);
    expect(again.text).toBe(first.text);
    const other = await assistant.post('/api/v1/clients').set('Idempotency-Key', 'k-1').send(JOHANNA).expect(422);
    expect(other.body.code).toBe('IDEMPOTENCY_MISMATCH');
    const { rows } = await stack.owner.query(
      `SELECT count(*)::integer AS n FROM care.client WHERE birth_date = '1939-05-05'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('changing a client', () => {
  it('merges what is sent, needs the version, and shows the current one to who is late', async () => {
    const { body: client } = await assistant
      .post('/api/v1/clients')
      .send({ ...JOHANNA, birthDate: '1938-01-01' })
      .expect(201);
    const path = `/api/v1/clients/${client.id}`;
    await assistant.patch(path).send({ phone: '0599 111111' }).expect(428);
    const changed = await assistant
      .patch(path)
      .set('If-Match', '"1"')
      .send({ phone: '0599 111111', name: { prefix: null } })
      .expect(200);
    expect(changed.body).toMatchObject({
      version: 2,
      phone: '0599 111111',
      name: { prefix: null, family: 'Berg', initials: 'J.M.' },
    });
    const late = await gp.patch(path).set('If-Match', '"1"').send({ phone: '0599 222222' }).expect(412);
    expect(late.body).toMatchObject({ code: 'STALE', current: { version: 2, phone: '0599 111111' } });
  });
});

describe('finding clients', () => {
  it('finds by name with and without prefix and diacritics, by birth date and by HIS number', async () => {
    await assistant
      .post('/api/v1/clients')
      .send({
        ...JOHANNA,
        name: { ...JOHANNA.name, prefix: 'van de', family: 'Zoëtermé' },
        birthDate: '1945-12-24',
        hisNumber: '9981',
      })
      .expect(201);
    for (const text of ['zoeter', 'van de zoe', 'vd zoeterme', '24-12-1945', '24121945', '9981', 'zoe 1945']) {
      const { body } = await gp.post('/api/v1/clients/search').send({ text }).expect(200);
      expect([text, body.items.map((item: { birthDate: string }) => item.birthDate)]).toEqual([text, ['1945-12-24']]);
    }
  });

  it('walks through pages without missing or repeating anyone', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    let total = 0;
    do {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null; total: number } } = await gp
        .post('/api/v1/clients/search')
        .send({ sort: 'PRIORITY', limit: 2, cursor })
        .expect(200);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
      total = body.total;
    } while (cursor !== null);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });
});

describe('practices are apart', () => {
  it('shows nothing of another practice, not even that it exists', async () => {
    const { body: client } = await assistant
      .post('/api/v1/clients')
      .send({ ...JOHANNA, birthDate: '1930-01-01' })
      .expect(201);
    const elsewhere = await stack.as('GP', 'zuid');
    await elsewhere.get(`/api/v1/clients/${client.id}`).expect(404);
    const { body } = await elsewhere.post('/api/v1/clients/search').send({}).expect(200);
    expect(body).toMatchObject({ items: [], total: 0 });
  });

  it('shows nothing to care professionals outside the team', async () => {
    const { body: client } = await assistant
      .post('/api/v1/clients')
      .send({ ...JOHANNA, birthDate: '1931-01-01' })
      .expect(201);
    const nurse = await stack.as('DISTRICT_NURSE');
    await nurse.get(`/api/v1/clients/${client.id}`).expect(404);
    const { body } = await nurse.post('/api/v1/clients/search').send({}).expect(200);
    expect(body.total).toBe(0);
  });
});
