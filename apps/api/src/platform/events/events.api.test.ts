import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CareTeams } from '../../care-teams/care-teams.service.ts';
import { Consents } from '../../consents/consents.service.ts';
import { actAs } from '../../testing/acting.ts';
import { type EventListener, listen, listenWith } from '../../testing/event-listener.ts';
import { type Agent, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { testMember } from '../../testing/test-network.ts';
import { newId } from '../http/uuid.ts';
import { LiveEvents } from './live-events.ts';

let stack: TestApp;
let assistant: Agent;
let events: LiveEvents;
let teams: CareTeams;
const nurse = testMember('noord', 'DISTRICT_NURSE').userId;
const adviser = testMember('noord', 'ELDERLY_ADVISER');

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  events = stack.app.get(LiveEvents, { strict: false });
  teams = stack.app.get(CareTeams, { strict: false });
}, 60_000);
afterAll(() => stack.close(), 30_000);

async function newClient(): Promise<string> {
  const body = { name: { family: 'Jansen' }, sex: 'MALE', birthDate: '1940-03-01', confirmDuplicate: true };
  return (await assistant.post('/api/v1/clients').send(body).expect(201)).body.id;
}

const hint = (type: string, id: string, clientId?: string): Promise<void> =>
  actAs(stack, 'GP', () => events.hint(type, id, 1, clientId));
const setTeam = (clientId: string, memberIds: string[]): Promise<void> =>
  actAs(stack, 'GP', () => teams.formTeam(clientId, { caseManagerId: null, memberIds }));

/** What was heard from `first` on: hints of before the stream may still have been on their way when it opened. */
const heardFrom = async ({ until }: EventListener, first: string, last: string): Promise<string[]> => {
  const heard = await until(last);
  return heard.slice(heard.indexOf(first));
};

/** Something everybody hears: what was to come before it has come, or never will. */
async function mark(): Promise<string> {
  const id = newId();
  await hint('MARK', id);
  return `MARK ${id}`;
}

describe('live hints', () => {
  it('reach who has a relation, and nobody without one, not even with an id', async () => {
    const client = await newClient();
    const [gp, outsider, elsewhere] = [
      await listen(stack, 'GP'),
      await listen(stack, 'DISTRICT_NURSE'),
      await listen(stack, 'GP', 'zuid'),
    ];
    await hint('PLAN', newId(), client);
    await actAs(stack, 'GP', () => events.hint('ELSEWHERE', newId()), 'zuid');
    const end = await mark();
    expect((await gp.until(end)).filter((one) => one.startsWith('PLAN'))).toHaveLength(1);
    expect(await outsider.until(end)).toEqual([end]);
    expect(elsewhere.heard.filter((one) => !one.startsWith('ELSEWHERE'))).toEqual([]);
  });

  it('stop at once when the relation ends, and the last one says so to who lost it', async () => {
    const client = await newClient();
    const visitor = await listen(stack, 'DISTRICT_NURSE');
    await setTeam(client, [nurse]);
    await hint('PLAN', client, client);
    await visitor.until(`PLAN ${client}`);
    await setTeam(client, []);
    await hint('PLAN', newId(), client);
    await setTeam(client, [testMember('noord', 'ELDERLY_CARE_PHYSICIAN').userId]);
    const end = await mark();
    expect(await heardFrom(visitor, `PLAN ${client}`, end)).toEqual([
      `PLAN ${client}`,
      `ACCESS_CHANGED ${client}`,
      end,
    ]);
  });

  it('tell the ouderenadviseur that a consent was withdrawn, and nothing after it', async () => {
    const client = await newClient();
    const consents = stack.app.get(Consents, { strict: false });
    const consent = await actAs(
      stack,
      'GP',
      () =>
      consents.register(client, {
        kind: 'GRANT', fromOrgId: null, toOrgId: adviser.organisationId, categories: [1], givenBy: 'CLIENT', how: 'ORAL',
        givenOn: '2026-11-01', textVersion: '1',
      }), // prettier-ignore
    );
    await setTeam(client, [adviser.userId]);
    const visitor = await listen(stack, 'ELDERLY_ADVISER');
    await hint('PLAN', client, client);
    await visitor.until(`PLAN ${client}`);
    await actAs(stack, 'GP', () => consents.withdraw(client, consent));
    await hint('PLAN', newId(), client);
    const end = await mark();
    expect(await heardFrom(visitor, `PLAN ${client}`, end)).toEqual([
      `PLAN ${client}`,
      `ACCESS_CHANGED ${client}`,
      end,
    ]);
  });

  it('say nothing of what was undone', async () => {
    const gp = await listen(stack, 'GP');
    const failed = actAs(stack, 'GP', async () => {
      await events.hint('UNDONE', newId());
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    const end = await mark();
    expect(await gp.until(end)).toEqual([end]);
  });

  it('are for named members only, where they are named', async () => {
    const gp = await listen(stack, 'GP');
    const nobody = await listen(stack, 'PRACTICE_NURSE');
    await actAs(stack, 'GP', () => events.tell([testMember('noord', 'GP').userId], 'NOTICE', gp.cookie.slice(0, 8)));
    const end = await mark();
    expect(await gp.until(end)).toHaveLength(2);
    expect(await nobody.until(end)).toEqual([end]);
  });
});

describe('a stream', () => {
  it('ends with the session, with the membership, and after a quarter of an hour without input', async () => {
    const [out, idle] = [await listen(stack, 'GP'), await listen(stack, 'PRACTICE_NURSE')];
    const gone = await listen(stack, 'LOG_OFFICER', 'zuid');
    await stack.visitor().delete('/api/v1/session').set('Cookie', out.cookie).expect(204);
    await stack.owner.query(
      `UPDATE auth.session s SET last_input_at = now() - interval '16 minutes' FROM care.membership m
       WHERE m.id = s.membership_id AND m.role = 'PRACTICE_NURSE'`,
    );
    await stack.owner.query(
      `UPDATE care.membership SET valid = tstzrange(lower(valid), now()) WHERE id = '${testMember('zuid', 'LOG_OFFICER').userId}'`,
    );
    await Promise.all([out.ended, idle.ended, gone.ended]);
    expect((await listenWith(stack, out.cookie)).status).toBe(401);
  });

  it('does not count as input', async () => {
    const listener = await listen(stack, 'DISTRICT_NURSE');
    const before = `SELECT max(last_input_at) AS at FROM auth.session`;
    await stack.owner.query(
      `UPDATE auth.session SET last_input_at = now() - interval '14 minutes' WHERE ended_at IS NULL`,
    );
    const { rows } = await stack.owner.query(before);
    const again = await listenWith(stack, listener.cookie);
    expect(again.status).toBe(200);
    expect((await stack.owner.query(before)).rows).toEqual(rows);
    await Promise.all([listener.leave(), again.leave()]);
  });

  it('comes back when the database cut the connection, and then says to ask for everything', async () => {
    const gp = await listen(stack, 'GP');
    await stack.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'smd_app' AND query LIKE 'LISTEN%' AND datname = current_database()`,
    );
    await gp.until('REFETCH');
    const end = await mark();
    expect(await gp.until(end)).toEqual(['REFETCH', end]);
    await gp.leave();
  });

  it('holds no connection: twenty of them leave the pool free', async () => {
    const listeners = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        listen(stack, number % 2 === 0 ? 'GP' : 'ELDERLY_CARE_PHYSICIAN', number % 4 < 2 ? 'zuid' : 'leeg'),
      ),
    );
    expect(listeners.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const busy = async (): Promise<number> => {
      const { rows } = await stack.owner.query<{ busy: number }>(
        `SELECT count(*)::integer AS busy FROM pg_stat_activity WHERE usename = 'smd_app' AND datname = current_database() AND state <> 'idle'`,
      );
      return rows[0]?.busy ?? Number.NaN;
    };
    // an answer is on its way before its transaction has ended; a stream that held one would never let it go
    while ((await busy()) > 0) await pause(10);
    await Promise.all(listeners.map((listener) => listener.leave()));
  });

  it('is refused past ten for one person', async () => {
    const first = await listen(stack, 'PRACTICE_MANAGER');
    const more = await Promise.all(Array.from({ length: 10 }, () => listenWith(stack, first.cookie)));
    expect(more.filter(({ status }) => status === 429)).toHaveLength(1);
    await Promise.all([first, ...more].map((listener) => listener.leave()));
  });
});
