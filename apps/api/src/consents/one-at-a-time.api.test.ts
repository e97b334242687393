import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessBasisRows, type ConsentRuleKind } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { AnswerHandover } from '../handovers/answer-handover.service.ts';
import { ProposeHandover } from '../handovers/propose-handover.service.ts';
import { query } from '../platform/request/request-context.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import { AccessBasis } from './access-basis.service.ts';
import { Consents } from './consents.service.ts';

const PAIRS = Array.from({ length: 15 }, (_, index) => index);
const NURSE = testMember('noord', 'DISTRICT_NURSE');
const POH = testMember('noord', 'PRACTICE_NURSE').userId;
const ADVISER = testMember('noord', 'ELDERLY_ADVISER');
const TODAY = new Date().toISOString().slice(0, 10);

let stack: TestApp;
let assistant: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
}, 60_000);
afterAll(() => stack.close(), 30_000);

const teams = () => stack.app.get(CareTeams, { strict: false });
const consents = () => stack.app.get(Consents, { strict: false });

async function newClient(): Promise<string> {
  const body = { name: { family: 'Jansen' }, sex: 'MALE', birthDate: '1940-03-01', confirmDuplicate: true };
  return (await assistant.post('/api/v1/clients').send(body).expect(201)).body.id;
}

const register = (client: string, kind: ConsentRuleKind, toOrgId: string): Promise<string> =>
  actAs(stack, 'GP', () =>
    consents().register(client, {
      kind, fromOrgId: null, toOrgId, categories: [1, 2, 3, 4], givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-11-01', textVersion: '1',
    }),
  ); // prettier-ignore

/** What is written down as open now, beside what team and register say of now. */
function books(client: string) {
  return actAs(stack, 'GP', async () => {
    const { rules, team, organisations, now } = await stack.app.get(AccessBasis, { strict: false }).facts(client);
    const wanted = accessBasisRows(rules, team, organisations, now).map(
      ({ category, fromOrgId, toOrgId, ruleId }) => `${category} ${fromOrgId} ${toOrgId} ${ruleId}`,
    );
    const open = await query<{ row: string }>(
      `SELECT concat_ws(' ', category, from_org_id, to_org_id, rule_id) AS row FROM care.access_basis
       WHERE practice_id = ctx.practice_id() AND client_id = $1 AND validity @> now()`,
      [client],
    );
    return { open: open.map(({ row }) => row).toSorted(), wanted: wanted.toSorted() };
  });
}

async function expectEqualBooks(clients: readonly string[]): Promise<void> {
  for (const client of clients) {
    const { open, wanted } = await books(client);
    expect(open).toEqual(wanted);
  }
}

const inTeam = async (client: string, userId: string): Promise<number | null> =>
  (
    await stack.owner.query('SELECT FROM care.team_member WHERE client_id = $1 AND user_id = $2 AND active @> now()', [
      client,
      userId,
    ])
  ).rowCount;

describe('two changes of what is shared at the same moment', () => {
  it('leave nothing open for an organisation that is refused while its nurse joins', async () => {
    const clients: string[] = [];
    for (const _ of PAIRS) clients.push(await newClient());
    await Promise.all(
      clients.flatMap((client) => [
        register(client, 'DENY', NURSE.organisationId),
        actAs(stack, 'PRACTICE_ASSISTANT', () => teams().setMembers(client, [NURSE.userId])),
      ]),
    );
    await expectEqualBooks(clients);
  }, 60_000);

  it('leave no ouderenadviseur in the team who accepts while the consent is withdrawn', async () => {
    const pairs: { client: string; consent: string; handover: string }[] = [];
    for (const _ of PAIRS) {
      const client = await newClient();
      await actAs(stack, 'GP', () => teams().nameCaseManager(client, POH));
      const consent = await register(client, 'GRANT', ADVISER.organisationId);
      const { items } = await actAs(stack, 'PRACTICE_NURSE', () =>
        stack.app
          .get(ProposeHandover, { strict: false })
          .propose({ clientId: client, toUserId: ADVISER.userId, fromOn: TODAY, reason: 'verhuisd' }),
      );
      pairs.push({ client, consent, handover: items[0]?.id ?? '' });
    }
    await Promise.all(
      pairs.flatMap(({ client, consent, handover }) => [
        actAs(stack, 'GP', () => consents().withdraw(client, consent)),
        actAs(stack, 'ELDERLY_ADVISER', () => stack.app.get(AnswerHandover, { strict: false }).accept(handover)).catch(
          () => undefined,
        ),
      ]),
    );
    await expectEqualBooks(pairs.map(({ client }) => client));
    for (const { client } of pairs) expect(await inTeam(client, ADVISER.userId)).toBe(0);
  }, 60_000);
});

describe('two practices', () => {
  it('never wait for each other, however many clients one of them holds', async () => {
    const everywhere = Array.from({ length: 20_000 }, (_, index) => `client ${index}`);
    const basis = stack.app.get(AccessBasis, { strict: false });
    const both = actAs(stack, 'GP', async () => {
      await basis.hold(...everywhere);
      await actAs(stack, 'GP', () => basis.hold(...everywhere), 'zuid');
    });
    await expect(both).resolves.toBeUndefined();
  });
});
