import { CareTeams } from '../../../apps/api/src/care-teams/care-teams.service.ts';
import { Consents } from '../../../apps/api/src/consents/consents.service.ts';
import { enterForm, LIGHTEST } from '../../../apps/api/src/testing/test-forms.ts';
import { pick, type Random } from '../support/random.ts';
import { beginForm } from '../support/open-record.ts';
import { actAs, type Staff, type TestApp, testMember } from '../support/staff.ts';

/** Clients with all that a record can hold: forms, profiles, contacts, team, consents, an invitation to the same round. */
export async function makePeople(stack: TestApp, staff: Staff, random: Random, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let person = 0; person < count; person += 1) ids.push(await makePerson(stack, staff, random, person));
  const gp = staff('noord', 'GP');
  const today = new Date().toISOString().slice(0, 10);
  const { body: round } = await gp
    .post('/api/v1/screening-rounds')
    .send({ name: 'Samenvoegen', referenceDate: today, returnBy: today })
    .expect(201);
  await gp.post(`/api/v1/screening-rounds/${round.id}/invitations`).send({}).expect(201);
  return ids;
}

async function makePerson(stack: TestApp, staff: Staff, random: Random, person: number): Promise<string> {
  const [nurse, gp] = [staff('noord', 'PRACTICE_NURSE'), staff('noord', 'GP')];
  const facts = {
    name: { given: 'Johanna', family: `Dubbel ${person}` },
    sex: 'FEMALE',
    birthDate: '1941-04-03',
    ...(random() < 0.5 ? { hisNumber: `H${person}` } : {}),
    ...(random() < 0.5 ? { gpId: testMember('noord', 'GP').userId } : {}),
  };
  const { body } = await nurse
    .post('/api/v1/clients')
    .send({ ...facts, confirmDuplicate: true })
    .expect(201);
  const id: string = body.id;
  if (random() < 0.7) await enterForm(nurse, id, LIGHTEST);
  if (random() < 0.6) await beginForm(nurse, id);
  if (random() < 0.6)
    await gp.post(`/api/v1/clients/${id}/profiles`).send({ profile: 'FRAIL', reason: 'Proef' }).expect(201);
  if (random() < 0.8) {
    const contact = { name: 'Dochter', isFirstContact: random() < 0.7 };
    await nurse.post(`/api/v1/clients/${id}/contact-persons`).send(contact).expect(201);
  }
  await share(stack, id, random);
  return id;
}

async function share(stack: TestApp, id: string, random: Random): Promise<void> {
  const consents = stack.app.get(Consents, { strict: false });
  const teams = stack.app.get(CareTeams, { strict: false });
  await actAs(stack, 'noord', 'GP', async () => {
    const given = { fromOrgId: null, givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1' } as const;
    const toOrgId = testMember('noord', 'ELDERLY_ADVISER').organisationId;
    const kind = pick(random, ['GRANT', 'GRANT', 'DENY'] as const);
    const consent = await consents.register(id, { ...given, kind, toOrgId, categories: [1, 2] });
    const member = pick(random, ['DISTRICT_NURSE', 'ELDERLY_CARE_PHYSICIAN', 'PRACTICE_NURSE'] as const);
    await teams.join(id, testMember('noord', member).userId);
    if (random() < 0.4) await teams.nameCaseManager(id, testMember('noord', member).userId);
    if (random() < 0.3) await consents.withdraw(id, consent);
  });
}
