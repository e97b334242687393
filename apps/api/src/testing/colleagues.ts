import { ROLES_GRANTED_BY_TWO, type StaffRole } from '@samenoud/domain';
import { codeOf, PASSWORD } from './sign-in-steps.ts';
import type { Agent, TestApp } from './test-app.ts';
import { testMember } from './test-network.ts';

export interface Invited {
  readonly id: string;
  readonly email: string;
}

let invited = 0;

/** Asks somebody in, who has not used a link yet; without more words a district nurse of the home care organisation. */
export async function invite(
  manager: Agent,
  change: Record<string, unknown> = {},
  practice = 'noord',
): Promise<Invited> {
  const role = (change['role'] ?? 'DISTRICT_NURSE') as StaffRole;
  const { organisationId } = testMember(practice, role);
  const email = `collega-${++invited}@elders.example`;
  const body = { displayName: 'Kim de Boer', email, role, organisationId, ...change };
  const { body: user } = await manager.post('/api/v1/users').send(body).expect(201);
  return { id: user.id, email: user.email };
}

/** A fresh one-time link of somebody, as its token. */
export async function linkFor(manager: Agent, id: string): Promise<string> {
  const { body } = await manager.post(`/api/v1/users/${id}/link`).expect(200);
  return body.path.split('#')[1];
}

export async function choosePassword(app: TestApp, token: string, password = PASSWORD): Promise<number> {
  const { status } = await app.visitor().post('/api/v1/account-links/password').send({ token, password });
  return status;
}

/** Signs in with a password and enrols the second factor of a new account; answers what signing in came to. */
export async function firstSignIn(
  app: TestApp,
  email: string,
): Promise<{ agent: Agent; secret: string; answer: Record<string, unknown> }> {
  const agent = app.visitor();
  const first = await agent.post('/api/v1/session').send({ email, password: PASSWORD }).expect(200);
  const { secret }: { secret: string } = first.body;
  const { body } = await agent
    .post('/api/v1/session/second-factor')
    .send({ code: codeOf(secret) })
    .expect(200);
  return { agent, secret, answer: body };
}

/** A GP of the practice is the second person for this role. */
async function agree(app: TestApp, userId: string, practice: string): Promise<void> {
  const gp = await app.as('GP', practice);
  const { body } = await gp.get('/api/v1/approvals').expect(200);
  const asked = body.items.find(({ subject }: { subject: { userId?: string } }) => subject.userId === userId);
  await gp.post(`/api/v1/approvals/${asked.id}/decision`).send({ verdict: 'APPROVE' }).expect(200);
}

/** From invitation to a signed-in colleague, with a GP as the second person where the role takes one. */
export async function welcome(
  app: TestApp,
  manager: Agent,
  change: Record<string, unknown> = {},
  practice = 'noord',
): Promise<Invited & { agent: Agent; secret: string }> {
  const person = await invite(manager, change, practice);
  if (ROLES_GRANTED_BY_TWO.some((role) => role === change['role'])) await agree(app, person.id, practice);
  await choosePassword(app, await linkFor(manager, person.id));
  const { agent, secret } = await firstSignIn(app, person.email);
  return { ...person, agent, secret };
}
