import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError } from '../platform/http/problem.ts';
import { query } from '../platform/request/request-context.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import type { AskOptions } from './approval-kinds.ts';
import { Approvals } from './approvals.service.ts';

const APPROVALS = '/api/v1/approvals';

let stack: TestApp;
let nurse: Agent;
let gp: Agent;
let officer: Agent;
let client = '';
let done: string[] = [];

beforeAll(async () => {
  stack = await startTestApp();
  [nurse, gp, officer] = [await stack.as('PRACTICE_NURSE'), await stack.as('GP'), await stack.as('LOG_OFFICER')];
  const person = { name: { family: 'Akkoord' }, sex: 'FEMALE', birthDate: '1940-06-15' };
  client = (await nurse.post('/api/v1/clients').send(person).expect(201)).body.id;
  stack.app.get(Approvals).register('TRIAL', {
    mayDecide: (role) => role === 'GP' || role === 'LOG_OFFICER',
    carryOut: async ({ fails }, id) => {
      if (fails === true) {
        await query(`UPDATE care.practice SET phone = '+31599000000' WHERE id = ctx.practice_id()`);
        throw new DomainError('WRONG_STATE');
      }
      done.push(id);
    },
  });
}, 60_000);
afterAll(() => stack.close());
beforeEach(() => {
  done = [];
});

const ask = (subject: object = {}, options?: AskOptions): Promise<string> =>
  actAs(stack, 'PRACTICE_NURSE', () => stack.app.get(Approvals).ask('TRIAL', { ...subject }, options));

const decide = (by: Agent, id: string, verdict = 'APPROVE') =>
  by.post(`${APPROVALS}/${id}/decision`).send({ verdict, note: 'Gezien' });

const kept = async (id: string) =>
  (await stack.owner.query('SELECT state, version, decided_by, note FROM care.approval WHERE id = $1', [id])).rows[0];

const shown = async (by: Agent, id: string) =>
  (await by.get(`${APPROVALS}?limit=200`).expect(200)).body.items.find((item: { id: string }) => item.id === id);

describe('approvals', () => {
  it('are carried out in the act of the second person', async () => {
    const id = await ask({}, { clientIds: [client], reason: 'Dubbel' });
    const { body } = await decide(gp, id).expect(200);
    expect(body).toMatchObject({ state: 'APPROVED', note: 'Gezien', reason: 'Dubbel', mayDecide: false });
    expect(body.clients).toEqual([{ id: client, name: 'Akkoord', birthDate: '1940-06-15' }]);
    expect(done).toEqual([id]);
    expect(await kept(id)).toMatchObject({ state: 'APPROVED', decided_by: testMember('noord', 'GP').userId });
  });

  it('are refused without carrying anything out', async () => {
    const id = await ask();
    expect((await decide(gp, id, 'REFUSE').expect(200)).body.state).toBe('REFUSED');
    expect(done).toEqual([]);
    expect((await decide(gp, id).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('stay open, with nothing done, where carrying out is refused', async () => {
    const id = await ask({ fails: true });
    await decide(gp, id).expect(409);
    expect(await kept(id)).toMatchObject({ state: 'OPEN', version: 1, note: null });
    const { rows } = await stack.owner.query(`SELECT 1 FROM care.practice WHERE phone = '+31599000000'`);
    expect(rows).toEqual([]);
  });

  it('never decides the asker, whatever the hat, nor whom it is about', async () => {
    const own = await actAs(stack, 'GP', () => stack.app.get(Approvals).ask('TRIAL', {}));
    expect((await decide(gp, own).expect(403)).body.code).toBe('NOT_ONESELF');
    expect(await shown(gp, own)).toMatchObject({ mayDecide: false, mayWithdraw: true });
    const { account_id: aboutAccountId } = (
      await stack.owner.query('SELECT account_id FROM care.membership WHERE id = $1', [
        testMember('noord', 'GP').userId,
      ])
    ).rows[0];
    const about = await ask({}, { aboutAccountId });
    expect((await decide(gp, about).expect(403)).body.code).toBe('NOT_ONESELF');
    await decide(officer, about).expect(200);
    await stack.owner.query('UPDATE care.membership SET account_id = $1 WHERE id = $2', [
      aboutAccountId,
      testMember('noord', 'PRACTICE_NURSE').userId,
    ]);
    expect((await decide(gp, await ask()).expect(403)).body.code).toBe('NOT_ONESELF');
    await stack.owner.query(
      'UPDATE care.membership m SET account_id = s.account_id FROM auth.session s WHERE m.id = $1 AND s.membership_id = m.id',
      [testMember('noord', 'PRACTICE_NURSE').userId],
    );
  });

  it('are decided once when two people decide at the same moment', async () => {
    const id = await ask();
    const answers = await Promise.all([decide(gp, id), decide(officer, id, 'REFUSE')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await kept(id)).version).toBe(2);
  });

  it('expire after 14 days', async () => {
    const id = await ask();
    await stack.owner.query(`UPDATE care.approval SET asked_at = asked_at - interval '14 days' WHERE id = $1`, [id]);
    expect((await decide(gp, id).expect(409)).body.code).toBe('APPROVAL_EXPIRED');
    expect((await shown(nurse, id)).state).toBe('EXPIRED');
    expect(await shown(gp, id)).toBeUndefined();
  });

  it('are taken back by the asker only', async () => {
    const id = await ask();
    expect((await gp.post(`${APPROVALS}/${id}/withdraw`).expect(403)).body.code).toBe('ROLE');
    expect((await nurse.post(`${APPROVALS}/${id}/withdraw`).expect(200)).body.state).toBe('WITHDRAWN');
    await decide(gp, id).expect(409);
  });

  it('do not exist for a role without a say, nor in another practice', async () => {
    const id = await ask();
    for (const by of [await stack.as('DISTRICT_NURSE'), await stack.as('GP', 'zuid')]) {
      await decide(by, id).expect(404);
      expect(await shown(by, id)).toBeUndefined();
    }
  });

  it('names clients by the rights of the reader', async () => {
    const id = await ask({}, { clientIds: [client] });
    expect(await shown(officer, id)).toMatchObject({
      clients: [],
      clientCount: 1,
      hidden: [{ pointer: '/clients', code: 'ROLE' }],
      mayDecide: true,
    });
    expect((await officer.get(APPROVALS).expect(200)).body.toDecide).toBeGreaterThan(0);
  });
});
