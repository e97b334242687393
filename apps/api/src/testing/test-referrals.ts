import type { ReferralState, ReferralStep } from '@samenoud/domain';
import type { Agent } from './test-app.ts';
import { TODAY } from './test-forms.ts';

export interface TestReferral {
  readonly id: string;
  readonly version: number;
  readonly state: ReferralState;
}

export const WELFARE = {
  type: 'WELFARE_ON_PRESCRIPTION',
  receiver: 'Welzijn Noord',
  reason: 'Wil weer onder de mensen komen.',
} as const;

/** What each step takes. */
export const STEP_BODIES: Readonly<Record<ReferralStep, object>> = {
  SEND: { permission: { on: TODAY } },
  FEEDBACK: { text: 'Gaat elke dinsdag', outcome: 'STARTED' },
  CLOSE: { reason: 'Verhuist' },
};

export async function newClient(by: Agent, family = 'Verwijzing'): Promise<string> {
  const person = { name: { family }, sex: 'FEMALE', birthDate: '1940-06-15', confirmDuplicate: true };
  return (await by.post('/api/v1/clients').send(person).expect(201)).body.id;
}

export const writeReferral = async (by: Agent, client: string, body: object = WELFARE): Promise<TestReferral> =>
  (await by.post(`/api/v1/clients/${client}/referrals`).send(body).expect(201)).body;

type Post = ReturnType<Agent['post']>;

export const takeStep = (
  by: Agent,
  { id, version }: TestReferral,
  step: ReferralStep,
  body = STEP_BODIES[step],
): Post => by.post(`/api/v1/referrals/${id}/${step.toLowerCase()}`).set('If-Match', `"${version}"`).send(body);

export const changeReferral = (by: Agent, { id, version }: TestReferral, body: object): Post =>
  by.patch(`/api/v1/referrals/${id}`).set('If-Match', `"${version}"`).send(body);

export const referralsOf = async (by: Agent, client: string) =>
  (await by.get(`/api/v1/clients/${client}/referrals`).expect(200)).body.items;
