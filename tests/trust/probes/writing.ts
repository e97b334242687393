import { pick } from '../support/random.ts';
import { writersOf } from './writers.ts';
import { askMeeting } from './meetings.ts';
import { writeCare } from './writing-care.ts';
import { newToken } from '../support/world.ts';
import { DAY, type Life, MOST, today } from './life.ts';
import type { Dossier } from './record-keeper.ts';
import type { Kept } from './seen-oracle.ts';

/** Somebody of the team or the practice writes something down. */
export async function write(life: Life, dossier: Dossier): Promise<void> {
  if (dossier.things.filter(({ kind }) => kind !== 'CONSENT').length >= MOST.rows) return;
  await pick(life.random, [
    writeForm,
    writeForm,
    writePerson,
    writeStatement,
    assignProfile,
    writePlan,
    writePlan,
    writeCare,
    writeCare,
    writeCare,
    askMeeting,
  ])(life, dossier);
}

async function writeForm(life: Life, dossier: Dossier): Promise<void> {
  const { random } = life;
  const { clientId } = dossier.client;
  const writers = writersOf(life, dossier, 'GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'); // prettier-ignore
  const writer = pick(random, writers);
  const form = random() < 0.7 ? ('COMPLETED' as const) : ('IN_PROGRESS' as const);
  const open = dossier.things.some((thing) => thing.kind === 'RESPONSE' && thing.form === 'IN_PROGRESS');
  if (open && form === 'IN_PROGRESS') return;
  const [token, remark] = [newToken(), newToken()];
  const answer = await writer.agent.post(`/api/v1/clients/${clientId}/responses`).send({
    channel: 'PAPER', completedBy: 'WITH_HELP', completedWithHelpOf: token, status: form, completedOn: today(),
    answers: { 'gfi-01': 'dependent', 'gfi-11': 'yes', 'imesa-01': 2, 'imesa-11': 1 },
  }); // prettier-ignore
  // a form of the papers' „entry": refused only where nothing of it may be shared, or one is in progress
  if (answer.status !== 201) return;
  const { id, version } = answer.body as { id: string; version: number };
  const made = { clientId, ownerOrg: writer.orgId, madeBy: writer.id, form };
  const kept: Kept = { ...made, kind: 'RESPONSE', id, token };
  dossier.things.push(kept);
  const put = await writer.agent.put(`/api/v1/responses/${id}/remark`).set('If-Match', `"${String(version)}"`).send({ remark }); // prettier-ignore
  if (put.status === 200) dossier.things.push({ ...made, kind: 'REMARK', id: `${id}#`, of: id, token: remark });
  if (form === 'COMPLETED') dossier.proposed = { kept, profile: 'any' };
}

async function writePerson(life: Life, dossier: Dossier): Promise<void> {
  const { clientId } = dossier.client;
  const writer = pick(life.random, writersOf(life, dossier, 'GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT', 'DISTRICT_NURSE', 'ELDERLY_ADVISER')); // prettier-ignore
  const token = newToken();
  const { status, body } = await writer.agent.post(`/api/v1/clients/${clientId}/contact-persons`).send({ name: token });
  if (status === 201)
    dossier.things.push({ kind: 'CONTACT_PERSON', id: body.id, clientId, ownerOrg: writer.orgId, madeBy: writer.id, token }); // prettier-ignore
}

/** A plan, of which there is one; then problems in it, by whoever may read it. */
async function writePlan(life: Life, dossier: Dossier): Promise<void> {
  const { clientId } = dossier.client;
  const plan = dossier.things.find(({ kind }) => kind === 'PLAN');
  const writer = pick(life.random, writersOf(life, dossier, 'GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER')); // prettier-ignore
  const token = newToken();
  const made = { clientId, ownerOrg: writer.orgId, madeBy: writer.id, token };
  if (!plan) {
    const { status, body } = await writer.agent
      .post(`/api/v1/clients/${clientId}/care-plans`)
      .send({ whatMatters: token });
    if (status === 201) dossier.things.push({ ...made, kind: 'PLAN', id: body.id });
    return;
  }
  const problem = { area: 'd460', description: token, severity: 5, wantsToWorkOnIt: 'YES' };
  const { status, body } = await writer.agent.post(`/api/v1/care-plans/${plan.id}/problems`).send(problem);
  if (status === 201) dossier.things.push({ ...made, kind: 'PROBLEM', id: body.id, of: plan.id });
}

async function writeStatement(life: Life, dossier: Dossier): Promise<void> {
  const { clientId } = dossier.client;
  const writer = pick(life.random, writersOf(life, dossier, 'GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'));
  const token = newToken();
  const { status, body } = await writer.agent
    .post(`/api/v1/clients/${clientId}/statements`)
    .send({ statement: token, givenBy: 'CLIENT', givenOn: DAY });
  if (status === 201)
    dossier.things.push({ kind: 'STATEMENT', id: body.id, clientId, ownerOrg: writer.orgId, madeBy: writer.id, token });
}

async function assignProfile(life: Life, dossier: Dossier): Promise<void> {
  const { clientId } = dossier.client;
  const writer = pick(life.random, writersOf(life, dossier, 'GP', 'ELDERLY_CARE_PHYSICIAN'));
  const [token, profile] = [newToken(), pick(life.random, ['COMPLEX', 'FRAIL', 'ROBUST'])];
  const { status, body } = await writer.agent
    .post(`/api/v1/clients/${clientId}/profiles`)
    .send({ profile, reason: token });
  if (status !== 201) return;
  const kept: Kept = { kind: 'PROFILE', id: body.id, clientId, ownerOrg: writer.orgId, madeBy: writer.id, token };
  dossier.things.push(kept);
  dossier.assigned = { kept, profile };
}
