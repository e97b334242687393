import { CareTeams } from '../../../apps/api/src/care-teams/care-teams.service.ts';
import { Consents } from '../../../apps/api/src/consents/consents.service.ts';
import { actAs, type Agent, type PracticeName, type Staff, type TestApp, testMember } from './staff.ts';

/** Every role that can have a care relation by being in the team. */
const TEAM_ROLES = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE'] as const;

export interface ClientRecord {
  readonly clientId: string;
  readonly responseId: string;
}

/** A client with one form in progress, begun by the practice; nobody is in the team. */
export async function makeRecord(staff: Staff, practice: PracticeName, family: string): Promise<ClientRecord> {
  const nurse = staff(practice, 'PRACTICE_NURSE');
  const { body: client } = await nurse
    .post('/api/v1/clients')
    .send({ name: { family }, sex: 'FEMALE', birthDate: '1940-04-04', confirmDuplicate: true })
    .expect(201);
  return { clientId: client.id, responseId: await beginForm(nurse, client.id) };
}

export async function beginForm(agent: Agent, clientId: string): Promise<string> {
  const completedOn = new Date().toISOString().slice(0, 10);
  const head = { channel: 'PAPER', completedBy: 'SELF', completedOn };
  const { body } = await agent
    .post(`/api/v1/clients/${clientId}/responses`)
    .send({ ...head, answers: { 'gfi-01': 'dependent', 'gfi-11': 'yes' } })
    .expect(201);
  return body.id;
}

/** Opens a record as wide as it goes: everyone in the team, everything shared with everyone it can be shared with. */
export async function openRecord(stack: TestApp, practice: PracticeName, clientId: string): Promise<void> {
  const consents = stack.app.get(Consents, { strict: false });
  const teams = stack.app.get(CareTeams, { strict: false });
  await actAs(stack, practice, 'GP', async () => {
    const given = {
      kind: 'GRANT',
      fromOrgId: null,
      givenBy: 'CLIENT',
      how: 'ORAL',
      givenOn: '2026-01-05',
      textVersion: '1',
    } as const;
    const social = testMember(practice, 'ELDERLY_ADVISER').organisationId;
    const homeCare = testMember(practice, 'DISTRICT_NURSE').organisationId;
    await consents.register(clientId, { ...given, toOrgId: social, categories: [1, 2, 3, 4, 6] });
    await consents.register(clientId, { ...given, toOrgId: homeCare, categories: [5] });
    for (const role of TEAM_ROLES) await teams.join(clientId, testMember(practice, role).userId);
  });
}
