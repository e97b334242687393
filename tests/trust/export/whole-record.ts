import { planRound } from '../../../apps/api/src/testing/planned-round.ts';
import { openRecord } from '../support/open-record.ts';
import type { Agent, Staff, TestApp } from '../support/staff.ts';

const DAY = '2026-01-05';

/** A client with a row in every table the product fills of itself; made the way people make one. */
export async function makeWholeRecord(stack: TestApp, staff: Staff): Promise<string> {
  const [gp, assistant] = [staff('noord', 'GP'), staff('noord', 'PRACTICE_ASSISTANT')];
  const person = {
    name: { family: 'Kanariepiet' },
    sex: 'FEMALE',
    birthDate: '1941-04-03',
    bsn: '999911120',
    hisNumber: 'K-1',
  };
  const { body: client } = await assistant.post('/api/v1/clients').send(person).expect(201);
  await openRecord(stack, 'noord', client.id);
  await assistant.post(`/api/v1/clients/${client.id}/contact-persons`).send({ name: 'Dochter' }).expect(201);
  await assistant.patch(`/api/v1/clients/${client.id}`).set('If-Match', `"${client.version}"`).send({ phone: '0599 123456', changeReason: 'Nieuw' }).expect(200); // prettier-ignore
  await planRound(stack.owner, [client.id]);
  const head = { channel: 'PAPER', completedBy: 'SELF', completedOn: DAY, confirmOldDate: true, status: 'COMPLETED' };
  const { body: form } = await gp.post(`/api/v1/clients/${client.id}/responses`).send({ ...head, answers: { 'gfi-01': 'dependent', 'gfi-11': 'yes' } }).expect(201); // prettier-ignore
  await gp.put(`/api/v1/responses/${form.id}/remark`).set('If-Match', `"${form.version}"`).send({ remark: 'De tuin' });
  await gp.post(`/api/v1/clients/${client.id}/profiles`).send({ profile: 'FRAIL', reason: 'Besproken' }).expect(201);
  await gp.post(`/api/v1/clients/${client.id}/statements`).send({ statement: 'Zo is het niet.', givenBy: 'CLIENT', givenOn: DAY }).expect(201); // prettier-ignore
  await assistant.post(`/api/v1/clients/${client.id}/restrictions`).send({ reason: 'Liever niet', askedBy: 'CLIENT', askedOn: DAY }).expect(201); // prettier-ignore
  await addTask(gp, client.id);
  await visit(gp, client.id);
  await refer(gp, client.id);
  await meet(gp, client.id);
  await explainGap(staff, client.id);
  await makePlan(gp, client.id);
  await planTreatment(gp, client.id);
  await importOnce(stack, staff);
  const { body: job } = await gp.post(`/api/v1/clients/${client.id}/export`).send({ format: 'JSON' }).expect(202);
  await stack.workJobs();
  await gp.get(`/api/v1/jobs/${job.jobId}`).expect(200);
  return client.id;
}

async function addTask(gp: Agent, clientId: string): Promise<void> {
  const task = { text: 'Bellen', owner: { kind: 'OTHER', name: 'Buurvrouw' }, dueOn: DAY };
  const { body } = await gp.post(`/api/v1/clients/${clientId}/tasks`).send(task).expect(201);
  await gp.patch(`/api/v1/actions/${body.id}`).set('If-Match', '"1"').send({ state: 'CANCELLED', reason: 'Niet nodig' }).expect(200); // prettier-ignore
}

/** On the agenda with a question, decided about, taken back, and in the minutes. */
async function meet(gp: Agent, clientId: string): Promise<void> {
  const { body: meeting } = await gp.post('/api/v1/meetings').send({ startsAt: '2099-03-02T12:30:00Z' }).expect(201);
  const asked = { clientId, question: 'Kan zij nog alleen wonen?' };
  const { body: item } = await gp.post(`/api/v1/meetings/${meeting.id}/agenda-items`).send(asked).expect(201);
  const step = (to: string) => gp.post(`/api/v1/meetings/${meeting.id}/state`).send({ to }).expect(200);
  const decide = (body: object) => gp.post(`/api/v1/agenda-items/${item.id}/decisions`).send(body).expect(201);
  await step('OPEN');
  await step('RUNNING');
  await decide({ kind: 'NOTE', text: 'Dochter komt mee' });
  await gp.put(`/api/v1/agenda-items/${item.id}/medical-note`).set('If-Match', '"0"').send({ text: 'Start met ijzer' }).expect(200); // prettier-ignore
  const { body: taken } = await decide({ kind: 'NEXT_REVIEW', on: '2099-06-01' });
  await gp.post(`/api/v1/decisions/${taken.id}/undo`).expect(200);
  await step('CLOSED');
}

/** A plan with everything that can stand in one: adopted, scored, evaluated and changed since. */
async function makePlan(gp: Agent, clientId: string): Promise<void> {
  const post = async (path: string, body: object) => (await gp.post(`/api/v1${path}`).send(body)).body;
  const later = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  const plan = await post(`/clients/${clientId}/care-plans`, { whatMatters: 'De tuin' });
  const problem = await post(`/care-plans/${plan.id}/problems`, {
    area: 'd460',
    description: 'Ver',
    severity: 8,
    wantsToWorkOnIt: 'YES',
  });
  const wish = {
    problemId: problem.id,
    text: 'Naar de markt',
    baselineScore: 8,
    baselineOn: DAY,
    targetScore: 4,
    targetDate: later,
  };
  const goal = await post(`/care-plans/${plan.id}/goals`, wish);
  await post(`/goals/${goal.id}/actions`, { text: 'Een rondje', owner: { kind: 'CLIENT' }, dueOn: later });
  await post(`/care-plans/${plan.id}/adopt`, { agreement: { by: 'Kanariepiet', on: DAY, how: 'ORAL' } });
  await post(`/goals/${goal.id}/scores`, { on: DAY, score: 6, kind: 'INTERIM' });
  const goals = [{ goalId: goal.id, text: 'Gaat door', continues: true }];
  await post(`/care-plans/${plan.id}/evaluate`, {
    on: DAY,
    participants: 'Kanariepiet',
    goals,
    whatNext: 'Zo verder',
    nextEvaluationOn: later,
  });
}

async function visit(gp: Agent, clientId: string): Promise<void> {
  const contact = { type: 'HOME_VISIT', on: DAY, present: 'Dochter', note: 'Goed gesprek', signals: [{ type: 'OTHER', text: 'Trap is steil', source: 'Dochter' }] }; // prettier-ignore
  const { body } = await gp.post(`/api/v1/clients/${clientId}/contacts`).send(contact).expect(201);
  await gp.patch(`/api/v1/contacts/${body.id}`).set('If-Match', '"1"').send({ strikeReason: 'Verkeerd' }).expect(200);
  const { body: signals } = await gp.get(`/api/v1/clients/${clientId}/signals`).expect(200);
  const closed = { state: 'CLOSED', verdict: 'Klopt', outcome: 'Leuning gemaakt' };
  await gp.patch(`/api/v1/signals/${signals.items[0].id}`).set('If-Match', '"1"').send(closed).expect(200);
}

async function refer(gp: Agent, clientId: string): Promise<void> {
  const referral = { type: 'OTHER', typeText: 'Kapper', receiver: 'Salon', receiverContact: '0599 1', reason: 'Durft weer naar buiten', dueOn: DAY }; // prettier-ignore
  const { body } = await gp.post(`/api/v1/clients/${clientId}/referrals`).send(referral).expect(201);
  const step = (version: number, verb: string, said: object) =>
    gp.post(`/api/v1/referrals/${body.id}/${verb}`).set('If-Match', `"${version}"`).send(said).expect(200);
  await gp.patch(`/api/v1/referrals/${body.id}`).set('If-Match', '"1"').send({ receiver: 'Kapsalon' }).expect(200);
  await step(2, 'send', { permission: { on: DAY } });
  await step(3, 'feedback', { on: DAY, text: 'Komt elke maand', outcome: 'STARTED' });
  await step(4, 'close', { reason: 'Gaat goed' });
}

async function explainGap(staff: Staff, clientId: string): Promise<void> {
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const body = { code: 'NO_CASE_MANAGER', reason: 'Wacht op de wijkverpleegkundige', until };
  await staff('noord', 'GP').post(`/api/v1/clients/${clientId}/gap-explanations`).send(body).expect(201);
}

async function importOnce(stack: TestApp, staff: Staff): Promise<void> {
  const file = 'Achternaam;Geslacht;Geboortedatum;HIS-nummer;Telefoon\r\nKanariepiet;V;03-04-1941;K-1;0599 654321';
  const assistant = staff('noord', 'PRACTICE_ASSISTANT');
  const { body } = await assistant
    .post('/api/v1/client-imports')
    .attach('file', Buffer.from(file), 'a.csv')
    .expect(201);
  await assistant.post(`/api/v1/client-imports/${body.id}/commit`).expect(202);
  await stack.workJobs();
}

/** Plan, directive, talk, network and surroundings plan; with them every version that is kept of them. */
async function planTreatment(gp: Agent, clientId: string): Promise<void> {
  const at = `/api/v1/clients/${clientId}`;
  const put = (path: string, body: object) => gp.put(`${at}/${path}`).set('If-Match', '"0"').send(body).expect(200);
  const call = { name: 'Buur', phone: '0599 111111', hasKey: true, permission: 'YES', permissionOn: DAY };
  await put('treatment-plan', { problems: [{ icpc: 'T90', text: 'Diabetes', policy: 'Dieet' }], agreements: 'Samen' });
  await put('network', { drawnOn: DAY, ties: [] });
  await put('surroundings-plan', { signs: 'Onrust', calls: [call] });
  const directive = {
    kind: 'TREATMENT',
    code: 'OTH',
    otherText: 'Sonde',
    decision: 1,
    decisionText: 'Kort',
    comment: 'Zo',
  };
  await gp
    .post(`${at}/directives`)
    .send({ ...directive, agreedWith: ['CLIENT'], discussedOn: DAY })
    .expect(201);
  const talk = { heldOn: DAY, participants: 'Dochter', themes: ['DAILY_JOY'], wishes: 'De tuin', note: 'Rustig' };
  await gp.post(`${at}/care-planning-talks`).send(talk).expect(201);
}
