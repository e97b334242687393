import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { STAFF_ROLES } from '@samenoud/domain';
import {
  changeProvider,
  type ConfiguredProvider,
  configureProvider,
  switchOn,
} from '../testing/organisation-sign-in.ts';
import { type ScriptedProvider, startScriptedProvider } from '../testing/scripted-provider.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const PATH = '/api/v1/identity-providers';

let stack: TestApp;
let provider: ScriptedProvider;
let manager: Agent;
let made: ConfiguredProvider;

beforeAll(async () => {
  stack = await startTestApp();
  provider = await startScriptedProvider();
  manager = await stack.as('PRACTICE_MANAGER');
  made = await configureProvider(stack, manager, provider, 'DISTRICT_NURSE', { emailDomains: ['thuiszorg.nl'] });
}, 60_000);
afterAll(async () => {
  await provider.close();
  await stack.close();
});
beforeEach(() => provider.reset());

const newProvider = (more: object = {}): object => ({
  organisationId: testMember('noord', 'ELDERLY_ADVISER').organisationId,
  issuer: 'https://inloggen.welzijn.nl',
  clientId: 'samenoud',
  clientSecret: 'een heel geheim woord',
  ...more,
});
const patch = async (change: object, version?: number) => {
  const { items } = (await manager.get(PATH).expect(200)).body;
  return manager
    .patch(`${PATH}/${made.id}`)
    .set('If-Match', `"${version ?? items[0].version}"`)
    .send(change);
};
const finding = async (): Promise<string> => (await manager.post(`${PATH}/${made.id}/test`).expect(200)).body.finding;
const logged = async (type: string): Promise<object[]> => {
  const sql = 'SELECT query, object_id FROM audit.event WHERE event_type = $1 ORDER BY seq DESC LIMIT 1';
  return (await stack.owner.query<{ query: object }>(sql, [type])).rows;
};

describe('the identity provider of an organisation', () => {
  it('is kept with its secret encrypted, which no answer shows', async () => {
    const { body } = await manager.get(PATH).expect(200);
    expect(body.items).toEqual([
      {
        id: made.id, version: 3, issuer: provider.issuer, clientId: 'samenoud', emailDomains: ['thuiszorg.nl'], secondFactor: false,
        enabled: true, isWaiting: false, code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/), people: [],
        organisation: { id: testMember('noord', 'DISTRICT_NURSE').organisationId, name: 'Thuiszorg noord', kind: 'HOME_CARE' },
      },
    ]); // prettier-ignore
    const { rows } = await stack.owner.query('SELECT client_secret FROM care.identity_provider');
    expect(rows[0].client_secret.toString('latin1')).not.toContain(provider.clientSecret);
    expect(JSON.stringify(await logged('ADD_IDENTITY_PROVIDER'))).not.toContain(provider.clientSecret);
    expect(await logged('CHANGE_IDENTITY_PROVIDER')).toEqual([
      { object_id: made.id, query: { version: 2, fields: ['enabled'], enabled: false } },
    ]);
  });

  it('is off at first, of one practice, and one for each organisation', async () => {
    const elsewhere = await stack.as('PRACTICE_MANAGER', 'zuid');
    expect((await elsewhere.get(PATH).expect(200)).body.items).toEqual([]);
    await elsewhere.post(`${PATH}/${made.id}/test`).expect(404);
    await elsewhere.patch(`${PATH}/${made.id}`).set('If-Match', '"2"').send({ enabled: false }).expect(404);
    const { body } = await elsewhere.post(PATH).send(newProvider()).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/organisationId' }]);
    const { body: added } = await manager.post(PATH).send(newProvider()).expect(201);
    expect(added).toMatchObject({ enabled: false, version: 1, secondFactor: false, emailDomains: [] });
    expect((await manager.post(PATH).send(newProvider()).expect(409)).body.code).toBe('PROVIDER_EXISTS');
  });

  it('is changed by the manager only, and read by the log officer too', async () => {
    for (const role of STAFF_ROLES) {
      const agent = await stack.as(role);
      const statuses = [
        await agent.get(PATH),
        await agent.post(PATH).send({}),
        await agent.post(`${PATH}/${made.id}/test`),
      ];
      const expected = { PRACTICE_MANAGER: [200, 400, 200], LOG_OFFICER: [200, 403, 403] }[role as string] ?? [
        403, 403, 403,
      ];
      expect([role, ...statuses.map(({ status }) => status)]).toEqual([role, ...expected]);
    }
  });

  it('wants a fresh second factor for every change', async () => {
    await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);
    const answers = [
      await manager.post(PATH).send(newProvider()),
      await patch({ enabled: false }),
      await manager.delete(`${PATH}/${made.id}/people/${made.id}`),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'STEP_UP_REQUIRED'));
    await manager.get(PATH).expect(200);
    await manager.post('/api/v1/session/step-up').send({}).expect(200);
  });

  it.each([
    ['http://inloggen.zorggroep.nl', 'INVALID_ISSUER'],
    ['https://10.0.0.8', 'INVALID_ISSUER'],
    ['https://169.254.169.254', 'INVALID_ISSUER'],
    ['https://inloggen.zorggroep.nl/?tenant=1', 'INVALID_ISSUER'],
    ['https://inloggen.zorggroep.nl/#', 'INVALID_ISSUER'],
    ['https://gebruiker:geheim@inloggen.zorggroep.nl', 'INVALID_ISSUER'],
    ['zorggroep', 'INVALID_ISSUER'],
    ['javascript:alert(1)', 'INVALID_ISSUER'],
    ['', 'REQUIRED'],
  ])('is no %s', async (issuer, code) => {
    const { body } = await manager.post(PATH).send(newProvider({ issuer })).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/issuer', code }]);
  });

  it.each([[['@zorggroep.nl']], [['Zorggroep.nl']], [['zorggroep.nl', 'zorggroep.nl']], [[7]], [['']]])(
    'has no e-mail domains %j',
    async (emailDomains) => {
      const { body } = await manager.post(PATH).send(newProvider({ emailDomains })).expect(400);
      expect(body.errors).toMatchObject([{ pointer: '/emailDomains', code: 'INVALID_EMAIL_DOMAIN' }]);
    },
  );

  it('hands its secret to no other issuer or client', async () => {
    for (const change of [{ issuer: 'https://elders.example' }, { clientId: 'een-ander' }]) {
      const { status, body } = await patch(change);
      expect([status, body.errors]).toMatchObject([400, [{ pointer: '/clientSecret', code: 'REQUIRED' }]]);
    }
    const { status } = await patch({ clientId: 'een-ander', clientSecret: provider.clientSecret });
    expect(status).toBe(200);
    await changeProvider(manager, made, { clientId: 'samenoud', clientSecret: provider.clientSecret });
  });

  it('is changed by the version that was seen', async () => {
    await manager.patch(`${PATH}/${made.id}`).send({ enabled: true }).expect(428);
    const { status, body } = await patch({ enabled: false }, 1);
    expect([status, body.code, body.current.id]).toEqual([412, 'STALE', made.id]);
    const { version } = body.current;
    const twice = await Promise.all([patch({ emailDomains: [] }, version), patch({ emailDomains: [] }, version)]);
    expect(twice.map(({ status: one }) => one).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });
});

describe('switching it on', () => {
  const approvals = async (agent: Agent): Promise<{ id: string; state: string; kind: string }[]> =>
    (await agent.get('/api/v1/approvals').expect(200)).body.items;
  const decide = (agent: Agent, id: string | undefined, verdict: string) =>
    agent.post(`/api/v1/approvals/${id}/decision`).send({ verdict, note: 'Gezien' });

  it('takes a second person, and what was asked before a change is no longer carried out', async () => {
    await changeProvider(manager, made, { enabled: false });
    expect(await changeProvider(manager, made, { enabled: true })).toMatchObject({ enabled: false, isWaiting: true });
    const own = (await approvals(manager)).find(({ state }) => state === 'OPEN');
    expect(own?.kind).toBe('IDENTITY_PROVIDER');
    expect((await decide(manager, own?.id, 'APPROVE').expect(403)).body.code).toBe('NOT_ONESELF');
    await changeProvider(manager, made, { clientSecret: provider.clientSecret, enabled: true });
    const officer = await stack.as('LOG_OFFICER');
    await decide(officer, own?.id, 'APPROVE').expect(409);
    const now = (await approvals(officer)).find(({ state }) => state === 'OPEN');
    await decide(officer, now?.id, 'APPROVE').expect(200);
    expect((await manager.get(PATH)).body.items[0]).toMatchObject({ enabled: true, isWaiting: false });
  });

  it.each([
    [{ clientSecret: 'heel geheim van de thuiszorg' }, false],
    [{ secondFactor: true }, false],
    [{ secondFactor: false }, false],
    [{ emailDomains: ['thuiszorg.nl', 'nog-een.nl'] }, true],
  ])('is undone by what lets people in otherwise: after %j it is %s', async (change, enabled) => {
    await changeProvider(manager, made, { enabled: false });
    await switchOn(stack, manager, made);
    expect(await changeProvider(manager, made, change)).toMatchObject({ enabled, isWaiting: false });
  });

  it('is not done when the second person refuses', async () => {
    await changeProvider(manager, made, { enabled: false });
    await changeProvider(manager, made, { enabled: true });
    const gp = await stack.as('GP');
    const open = (await approvals(gp)).find(({ state }) => state === 'OPEN');
    await decide(gp, open?.id, 'REFUSE').expect(200);
    expect((await manager.get(PATH)).body.items[0]).toMatchObject({ enabled: false, isWaiting: false });
  });

  it('waits for a second person to be there', async () => {
    const others = `role IN ('GP', 'LOG_OFFICER', 'PRACTICE_MANAGER') AND id <> '${testMember('noord', 'PRACTICE_MANAGER').userId}'`;
    await stack.owner.query(`UPDATE care.membership SET valid = tstzrange(lower(valid), now()) WHERE ${others}`);
    const { status, body } = await patch({ enabled: true });
    expect([status, body.code]).toEqual([409, 'SECOND_PERSON_MISSING']);
    await stack.owner.query(`UPDATE care.membership SET valid = tstzrange(lower(valid), NULL) WHERE ${others}`);
  });
});

describe('a test of the connection', () => {
  it('is right when everything is', async () => {
    expect(await finding()).toBe('OK');
    expect(await logged('TEST_IDENTITY_PROVIDER')).toEqual([{ object_id: made.id, query: { finding: 'OK' } }]);
  });

  it('says that the client or its secret is not known', async () => {
    await changeProvider(manager, made, { clientSecret: 'niet het goede' });
    expect(await finding()).toBe('CLIENT_REFUSED');
    await changeProvider(manager, made, { clientSecret: provider.clientSecret });
  });

  it('says that the provider calls itself otherwise', async () => {
    provider.description = { issuer: 'https://elders.example' };
    expect(await finding()).toBe('ISSUER_DIFFERS');
  });

  it('says that there are no keys', async () => {
    provider.instead = { '/keys': (_, response) => response.end('{"keys":[]}') };
    expect(await finding()).toBe('KEYS_MISSING');
    provider.reset();
    provider.description = { jwks_uri: undefined };
    expect(await finding()).toBe('KEYS_MISSING');
  });

  it.each([
    ['something else', (response: Writable) => response.end('<html>Welkom</html>')],
    ['a page of another kind', (response: Writable) => response.writeHead(404).end('{}')],
    ['the way inward', (response: Writable) => response.writeHead(302, { location: `${provider.issuer}/keys` }).end()],
    ['a list', (response: Writable) => response.writeHead(200, { 'content-type': 'application/json' }).end('[]')],
  ])('finds no provider in %s', async (_, answer) => {
    provider.instead = { '/.well-known/openid-configuration': (__, response) => void answer(response) };
    expect(await finding()).toBe('NOT_A_PROVIDER');
    expect(provider.asked).toEqual(['/.well-known/openid-configuration']);
  });

  it('reads no more than a provider has to say', async () => {
    const long = JSON.stringify({ issuer: provider.issuer, padding: 'x'.repeat(300_000) });
    provider.instead = { '/.well-known/openid-configuration': (_, response) => response.end(long) };
    expect(await finding()).toBe('UNREACHABLE');
  });

  it('waits no longer than five seconds', async () => {
    provider.instead = { '/.well-known/openid-configuration': (_, response) => void response.write('{') };
    expect(await finding()).toBe('UNREACHABLE');
  }, 15_000);

  it('asks no address inside, and shows no page there', async () => {
    provider.description = { jwks_uri: 'http://169.254.169.254/latest/meta-data' };
    expect(await finding()).toBe('ADDRESS_REFUSED');
    provider.description = { token_endpoint: 'https://10.0.0.1/token' };
    expect(await finding()).toBe('ADDRESS_REFUSED');
    provider.description = { authorization_endpoint: 'https://192.168.0.1/login' };
    expect(await finding()).toBe('ADDRESS_REFUSED');
    provider.description = { authorization_endpoint: 'javascript:alert(1)' };
    expect(await finding()).toBe('ADDRESS_REFUSED');
  });
});

type Writable = import('node:http').ServerResponse;
