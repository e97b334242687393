import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, addMonths, dayOfInstant, monthOf, weekdayOf } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import type { LogReview, ReviewLine } from './log-review.dto.ts';

jest.setTimeout(60_000);

const TODAY = dayOfInstant(Date.now());
const LAST_MONTH = addMonths(monthOf(TODAY), -1);
const WEDNESDAY = addDays(LAST_MONTH, 7 + ((10 - weekdayOf(LAST_MONTH)) % 7));
const { practiceId } = testMember('noord', 'GP');

let stack: TestApp;
let officer: Agent;
let review: LogReview;
let clientId: string;

beforeAll(async () => {
  stack = await startTestApp();
  officer = await stack.as('LOG_OFFICER');
  const assistant = await stack.as('PRACTICE_ASSISTANT');
  const client = { name: { initials: 'A.', family: 'Zeldzaam' }, sex: 'FEMALE', birthDate: '1940-04-04' };
  clientId = (await assistant.post('/api/v1/clients').send(client).expect(201)).body.id;
  await stack.owner.query(
    `UPDATE care.membership SET display_name = 'Piet Zeldzaam' WHERE practice_id = $1 AND id = $2`,
    [practiceId, testMember('noord', 'PRACTICE_NURSE').userId],
  );
  await (await stack.as('PRACTICE_NURSE')).get(`/api/v1/clients/${clientId}`).expect(200);
  // the database's own clock keeps the log; last month is written into the rows
  await stack.owner.query(
    `UPDATE audit.event SET occurred_at = $3::date + interval '10 hours' + (seq * interval '1 second') WHERE practice_id = $1 AND client_id = $2`,
    [practiceId, clientId, WEDNESDAY],
  );
  await stack.owner.query(`UPDATE care.practice SET created_at = now() - interval '100 days' WHERE id = $1`, [
    practiceId,
  ]);
});
afterAll(() => stack.close());

const lineBy = (role: string): ReviewLine => {
  const line = review.items.find((one) => one.role === role);
  if (!line) throw new Error(`no line by ${role}`);
  return line;
};
const judge = (line: ReviewLine, body: object, version = line.version) =>
  officer.post(`/api/v1/log-review-lines/${line.id}/outcome`).set('If-Match', `"${version}"`).send(body);

describe('the months', () => {
  it('are those that are over since the practice began, and say which is late', async () => {
    const { body } = await officer.get('/api/v1/log-reviews').expect(200);
    expect(body.items[0]).toMatchObject({ month: LAST_MONTH, state: 'NOT_BEGUN', id: null });
    expect(body.items.length).toBeGreaterThanOrEqual(3);
    expect(body.items.at(-1).overdue).toBe(true);
  });

  it('that are late are told to the GP too, and to nobody else', async () => {
    const gp = await stack.as('GP');
    const { body } = await gp.get('/api/v1/log-reviews/overdue').expect(200);
    expect(body.items.length).toBeGreaterThanOrEqual(1);
    expect(body.items[0]).toMatchObject({ state: 'NOT_BEGUN', overdue: true, lines: 0 });
    for (const role of ['PRACTICE_MANAGER', 'PRACTICE_ASSISTANT', 'DISTRICT_NURSE'] as const)
      await (await stack.as(role)).get('/api/v1/log-reviews/overdue').expect(403);
    await gp.get('/api/v1/log-reviews').expect(403);
  });
});

describe('the sample of a month', () => {
  it('is drawn once and stays as it was drawn', async () => {
    review = (await officer.post('/api/v1/log-reviews').send({ month: LAST_MONTH }).expect(201)).body;
    expect(lineBy('PRACTICE_NURSE')).toMatchObject({ patterns: ['SAME_SURNAME'], clientId, acts: 1, verdict: null });
    expect(lineBy('PRACTICE_ASSISTANT').patterns).toEqual([]);
    const again = (await officer.post('/api/v1/log-reviews').send({ month: LAST_MONTH }).expect(201)).body;
    expect(again.items).toEqual(review.items);
    const { body } = await officer.get(`/api/v1/log-reviews/${review.id}`).expect(200);
    expect(body.items).toEqual(review.items);
  });

  it('is not drawn of a month that is not over, or before the log', async () => {
    for (const month of [monthOf(TODAY), addMonths(monthOf(TODAY), 1), '2001-01-01', LAST_MONTH.replace(/01$/, '02')]) {
      const { status } = await officer.post('/api/v1/log-reviews').send({ month });
      expect([month, status]).toEqual([month, 400]);
    }
  });

  it('logs that the log was gone through', async () => {
    const { rows } = await stack.owner.query(
      `SELECT event_type, purpose, query ->> 'view' AS view FROM audit.event
       WHERE practice_id = $1 AND event_type = 'REVIEW_ACCESS_LOG' ORDER BY seq LIMIT 1`,
      [practiceId],
    );
    expect(rows).toEqual([{ event_type: 'REVIEW_ACCESS_LOG', purpose: 'AUDIT', view: 'REVIEW' }]);
  });

  it('shows the rows a line stands on, and logs that too', async () => {
    const { body } = await officer.get(`/api/v1/log-review-lines/${lineBy('PRACTICE_NURSE').id}/events`).expect(200);
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual(['READ_CLIENT']);
    const { rows } = await stack.owner.query(
      `SELECT client_id FROM audit.event WHERE practice_id = $1 AND query ->> 'view' = 'REVIEW' AND event_type = 'READ_ACCESS_LOG'`,
      [practiceId],
    );
    expect(rows).toEqual([{ client_id: clientId }]);
  });

  it('is of the own practice only', async () => {
    const elsewhere = await stack.as('LOG_OFFICER', 'zuid');
    const paths = [`log-reviews/${review.id}`, `log-review-lines/${lineBy('PRACTICE_NURSE').id}/events`];
    for (const path of paths) expect((await elsewhere.get(`/api/v1/${path}`)).status).toBe(404);
  });
});

describe('an outcome', () => {
  it('wants words where it is not in order, a version, and keeps what was said before', async () => {
    const line = lineBy('PRACTICE_NURSE');
    const { body: refused } = await judge(line, { verdict: 'NOT_IN_ORDER', note: '  ' }).expect(400);
    expect(refused.errors[0]).toMatchObject({ pointer: '/note', code: 'REQUIRED' });
    await officer.post(`/api/v1/log-review-lines/${line.id}/outcome`).send({ verdict: 'IN_ORDER' }).expect(428);
    await judge(line, { verdict: 'LOOK_FURTHER', note: 'Zij is haar nicht. Ik vraag het na.' }).expect(200);
    const { body: stale } = await judge(line, { verdict: 'IN_ORDER' }).expect(412);
    expect(stale.current).toMatchObject({ id: line.id, version: 2, verdict: 'LOOK_FURTHER' });
    const { body } = await judge(line, { verdict: 'NOT_IN_ORDER', note: 'Geen reden.' }, 2).expect(200);
    expect(body.outcomes.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['NOT_IN_ORDER', 'LOOK_FURTHER']);
    for (const role of ['GP', 'PRACTICE_MANAGER'] as const) {
      const { body: told } = await (await stack.as(role)).get('/api/v1/notices').expect(200);
      expect(told.items).toMatchObject([{ kind: 'LOG_NOT_IN_ORDER', clientId: null, objectId: review.id }]);
    }
  });

  it('is not given by who did it herself', async () => {
    const line = lineBy('PRACTICE_ASSISTANT');
    const accounts = (from: string, to: string) =>
      stack.owner.query(`UPDATE care.membership SET account_id = $2 WHERE practice_id = $1 AND id = $3`, [
        practiceId,
        to,
        from,
      ]);
    const { rows } = await stack.owner.query<{ id: string; account_id: string }>(
      `SELECT id, account_id FROM care.membership WHERE practice_id = $1 AND role IN ('LOG_OFFICER', 'PRACTICE_ASSISTANT') ORDER BY role`,
      [practiceId],
    );
    const [mine, theirs] = rows;
    await accounts(theirs?.id ?? '', mine?.account_id ?? '');
    expect((await judge(line, { verdict: 'IN_ORDER' }).expect(409)).body.code).toBe('OWN_ACTS');
    await accounts(theirs?.id ?? '', theirs?.account_id ?? '');
  });
});

describe('signing off', () => {
  const sign = (version: number) =>
    officer.post(`/api/v1/log-reviews/${review.id}/sign`).set('If-Match', `"${version}"`);

  it('comes when every line has an outcome, and then nothing changes any more', async () => {
    expect((await sign(1).expect(409)).body.code).toBe('REVIEW_NOT_DONE');
    const open = (await officer.get(`/api/v1/log-reviews/${review.id}`)).body.items.filter(
      ({ verdict }: ReviewLine) => verdict === null,
    );
    for (const line of open) await judge(line, { verdict: 'IN_ORDER' }).expect(200);
    await sign(7).expect(412);
    const { body } = await sign(1).expect(200);
    expect(body).toMatchObject({ state: 'SIGNED', signedBy: 'LOG_OFFICER noord', overdue: false, notInOrder: 1 });
    await sign(2).expect(409);
    const [line] = open;
    expect((await judge(line, { verdict: 'IN_ORDER' }, 2).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('leaves every outcome where it was', async () => {
    const { rows } = await stack.owner.query(
      `SELECT o.verdict FROM care.log_review_outcome o JOIN care.log_review_line l USING (practice_id)
       WHERE l.id = o.line_id AND l.role_code = 'PRACTICE_NURSE' ORDER BY decided_at`,
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['LOOK_FURTHER', 'NOT_IN_ORDER']);
  });
});

describe('a client to be watched over', () => {
  it('is marked and unmarked by GP and practice nurse, with a version', async () => {
    const gp = await stack.as('GP');
    const path = `/api/v1/clients/${clientId}/watch`;
    expect((await gp.get(path).expect(200)).body).toEqual({ version: 0, watched: false, since: null, setBy: null });
    const put = (watched: boolean, version: number) => gp.put(path).set('If-Match', `"${version}"`).send({ watched });
    expect((await put(true, 0).expect(200)).body).toMatchObject({ version: 1, watched: true, setBy: 'GP noord' });
    await put(false, 0).expect(412);
    expect((await put(false, 1).expect(200)).body).toMatchObject({ version: 2, watched: false });
    expect((await put(true, 2).expect(200)).body).toMatchObject({ version: 3, watched: true });
    for (const role of ['PRACTICE_ASSISTANT', 'DISTRICT_NURSE', 'LOG_OFFICER'] as const)
      expect((await (await stack.as(role)).get(path).expect(403)).body.code).toBe('ROLE');
  });
});
