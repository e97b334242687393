import { hash } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import type { Agent, TestApp } from './test-app.ts';

export const PASSWORD = 'vier paarse stoelen dansen';

/** What an authenticator app shows for a secret, `stepsLater` times 30 seconds from now. */
export function codeOf(secret: string, stepsLater = 0): string {
  const timestamp = Date.now() + stepsLater * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Gives a person of the test network a password, without the way a person gets one. */
export async function givePassword(
  { owner }: Pick<TestApp, 'owner'>,
  email: string,
  password = PASSWORD,
): Promise<void> {
  const stored = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 });
  const { rowCount } = await owner.query('UPDATE auth.account SET password_hash = $1 WHERE email = $2', [
    stored,
    email,
  ]);
  if (rowCount !== 1) throw new Error(`no account ${email}`);
}

interface Enrolled {
  readonly agent: Agent;
  readonly secret: string;
  readonly recoveryCodes: string[];
}

/** Gives a person a password and a second factor; the agent is signed in with both. */
export async function enrol(app: TestApp, email: string): Promise<Enrolled> {
  await givePassword(app, email);
  const agent = app.visitor();
  const offer = await agent.post('/api/v1/session').send({ email, password: PASSWORD }).expect(200);
  const { secret }: { secret: string } = offer.body;
  const confirmed = await agent
    .post('/api/v1/session/second-factor')
    .send({ code: codeOf(secret) })
    .expect(200);
  await letStepsCountAgain(app);
  return { agent, secret, recoveryCodes: confirmed.body.recoveryCodes };
}

/** Time passes for the authenticator: its steps of now were not used yet. */
export async function letStepsCountAgain({ owner }: TestApp): Promise<void> {
  await owner.query('UPDATE auth.account SET totp_last_step = 0');
}

/** Time passes for whoever was slowed down. */
export async function letWaitsPass({ owner }: TestApp): Promise<void> {
  await owner.query('UPDATE auth.throttle SET next_attempt_at = now()');
}
