import type { StaffRole } from '@samenoud/domain';
import type { ScriptedProvider } from './scripted-provider.ts';
import type { Agent, TestApp } from './test-app.ts';
import { testMember } from './test-network.ts';

const BASE = '/api/v1/identity-providers';

export interface ConfiguredProvider {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly enabled: boolean;
  readonly isWaiting: boolean;
  readonly people: readonly { id: string; displayName: string }[];
}

/** The manager adds the provider of the organisation of this role, and it is switched on. */
export async function configureProvider(
  stack: TestApp,
  manager: Agent,
  provider: ScriptedProvider,
  role: StaffRole,
  more: object = {},
  practice = 'noord',
): Promise<ConfiguredProvider> {
  const { organisationId } = testMember(practice, role);
  const body = {
    organisationId,
    issuer: provider.issuer,
    clientId: 'samenoud',
    clientSecret: provider.clientSecret,
    ...more,
  };
  const { body: added } = await manager.post(BASE).send(body).expect(201);
  return switchOn(stack, manager, added as ConfiguredProvider, practice);
}

/** The manager asks for it, and a GP of the practice agrees. */
export async function switchOn(
  stack: TestApp,
  manager: Agent,
  provider: { id: string },
  practice = 'noord',
): Promise<ConfiguredProvider> {
  await changeProvider(manager, provider, { enabled: true });
  const gp = await stack.as('GP', practice);
  const { items } = (await gp.get('/api/v1/approvals').expect(200)).body as { items: { id: string; state: string }[] };
  const open = items.find(({ state }) => state === 'OPEN');
  await gp.post(`/api/v1/approvals/${open?.id}/decision`).send({ verdict: 'APPROVE' }).expect(200);
  return read(manager, provider.id);
}

async function read(manager: Agent, id: string): Promise<ConfiguredProvider> {
  const { items } = (await manager.get(BASE).expect(200)).body as { items: ConfiguredProvider[] };
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error('a provider was expected');
  return found;
}

export async function changeProvider(
  manager: Agent,
  { id }: { id: string },
  change: object,
): Promise<ConfiguredProvider> {
  const { version } = await read(manager, id);
  const answer = await manager.patch(`${BASE}/${id}`).set('If-Match', `"${version}"`).send(change).expect(200);
  return answer.body as ConfiguredProvider;
}

/** Goes to the provider and comes back with what it gave. */
export async function goThere(agent: Agent, name: string, provider: ScriptedProvider, more: object = {}) {
  const { body } = await agent
    .post('/api/v1/session/organisation')
    .send({ name, ...more })
    .expect(200);
  return provider.visit((body as { href: string }).href);
}

export async function signInThere(agent: Agent, name: string, provider: ScriptedProvider) {
  const brought = await goThere(agent, name, provider); // first: a request takes the cookies that are there when it is made
  return agent.post('/api/v1/session/organisation/return').send(brought);
}

/** Time passes for addresses that were slowed down. */
export async function forgetTries({ owner }: TestApp): Promise<void> {
  await owner.query('TRUNCATE auth.throttle');
}
