import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, readFormCode, STAFF_ROLES } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, TODAY } from '../testing/test-forms.ts';

const ROUNDS = '/api/v1/screening-rounds';
const NEW_ROUND = { name: 'Ronde', referenceDate: TODAY, returnBy: addDays(TODAY, 28) };
const year = Number(TODAY.slice(0, 4));

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  gp = await stack.as('GP');
});
afterAll(() => stack.close());
/** Each test begins with a register of its own. */
beforeEach(async () => {
  await stack.owner.query('UPDATE care.client SET lives_at_home = false');
});

async function newClient(facts: object = {}): Promise<string> {
  people += 1;
  const person = { name: { family: `Ronde ${people}` }, sex: 'FEMALE', birthDate: `${year - 80}-06-15`, ...facts };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

const newRound = async (facts: object = {}): Promise<string> =>
  (
    await assistant
      .post(ROUNDS)
      .send({ ...NEW_ROUND, ...facts })
      .expect(201)
  ).body.id;
const round = async (id: string, by: Agent = assistant) => (await by.get(`${ROUNDS}/${id}`).expect(200)).body;
const invite = async (id: string, by: Agent = assistant) =>
  (await by.post(`${ROUNDS}/${id}/invitations`).expect(201)).body;
const invitations = async (id: string, query = '') =>
  (await assistant.get(`${ROUNDS}/${id}/invitations${query}`).expect(200)).body;

describe('making a round', () => {
  it('keeps its days, lets the reminders follow the invitation, and counts who is eligible', async () => {
    await newClient();
    const body = { ...NEW_ROUND, invitationOn: TODAY, returnBy: addDays(TODAY, 50), reminder2On: addDays(TODAY, 40) };
    const { body: made } = await assistant.post(ROUNDS).send(body).expect(201);
    expect(made).toMatchObject({
      state: 'DRAFT',
      version: 1,
      name: 'Ronde',
      eligible: 1,
      invitationOn: TODAY,
      reminder1On: addDays(TODAY, 21),
      reminder2On: addDays(TODAY, 40),
      funnel: { invited: 0, received: 0 },
    });
    const { body: all } = await assistant.get(ROUNDS).expect(200);
    expect(all.items[0].id).toBe(made.id);
  });

  it.each([
    [{ returnBy: addDays(TODAY, 5), invitationOn: addDays(TODAY, 6) }, '/returnBy', 'WAVE_ORDER'],
    [{ returnBy: '9999-12-31' }, '/returnBy', 'FAR_DAY'],
    [{ referenceDate: '2026-02-30' }, '/referenceDate', 'INVALID_DAY'],
    [{ name: ' ' }, '/name', 'REQUIRED'],
  ])('refuses %j at %s with %s', async (facts, pointer, code) => {
    const { body } = await assistant
      .post(ROUNDS)
      .send({ ...NEW_ROUND, ...facts })
      .expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('is for GP, practice nurse and assistant', async () => {
    for (const role of STAFF_ROLES) {
      const agent = await stack.as(role);
      const { status } = await agent.post(ROUNDS).send(NEW_ROUND);
      const may = ['GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'].includes(role);
      expect([role, status]).toEqual([role, may ? 201 : 403]);
    }
  });

  it('changes while it is not over, on the version that was seen', async () => {
    const id = await newRound();
    await assistant.patch(`${ROUNDS}/${id}`).send({ name: 'Anders' }).expect(428);
    const { body } = await assistant
      .patch(`${ROUNDS}/${id}`)
      .set('If-Match', '"1"')
      .send({ name: 'Anders' })
      .expect(200);
    expect(body).toMatchObject({ name: 'Anders', version: 2, returnBy: NEW_ROUND.returnBy });
    const stale = await assistant.patch(`${ROUNDS}/${id}`).set('If-Match', '"1"').send({ name: 'Weer' }).expect(412);
    expect(stale.body.current.name).toBe('Anders');
    await gp.post(`${ROUNDS}/${id}/cancel`).send({ reason: 'Toch niet' }).expect(200);
    const late = await assistant.patch(`${ROUNDS}/${id}`).set('If-Match', '"3"').send({ name: 'Weer' }).expect(409);
    expect(late.body.code).toBe('WRONG_STATE');
  });
});

describe('inviting', () => {
  it('invites who is eligible and counts the others at the first reason that fits', async () => {
    const eligible = await newClient({ birthDate: `${year - 76}-01-01` });
    const tooYoung = `${year - 74}-01-01`;
    await newClient({ birthDate: tooYoung });
    await newClient({ birthDate: tooYoung, status: 'MOVED' });
    await newClient({ birthDate: tooYoung, livesAtHome: false });
    const elsewhere = await newClient();
    const other = await newRound();
    await stack.owner.query(`UPDATE care.client SET lives_at_home = false WHERE id <> $1`, [elsewhere]);
    expect((await invite(other)).invited).toBe(1);
    await stack.owner.query(
      `UPDATE care.client SET lives_at_home = true WHERE id = $1 OR birth_date = $2 AND status = 'ACTIVE'`,
      [eligible, tooYoung],
    );
    await newClient({ marks: { doNotInviteOn: TODAY, doNotInviteReason: 'Wil niet' } });
    const id = await newRound();
    const before = await round(id);
    const answer = await invite(id);
    expect(answer).toMatchObject({ invited: 1, alreadyInvited: 0 });
    expect(answer.leftOut).toMatchObject({ STATUS: 1, TOO_YOUNG: 2, DO_NOT_INVITE: 1, IN_OTHER_ROUND: 1 });
    expect(answer.leftOut).toEqual(before.leftOut);
    expect(answer.round).toMatchObject({ state: 'OPEN', eligible: 1, invitationOn: TODAY, states: { PLANNED: 1 } });
    const { items } = await invitations(id);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      client: { id: eligible },
      state: 'PLANNED',
      nextStep: { code: 'LETTER', owner: 'PRACTICE_ASSISTANT', dueOn: TODAY },
    });
    expect(readFormCode(items[0].formCode)?.code).toBe(items[0].formCode);
    const { body } = await assistant.get(`${ROUNDS}/${id}/candidates?outcome=IN_OTHER_ROUND`).expect(200);
    expect(body.items).toEqual([
      {
        id: elsewhere,
        name: expect.stringContaining('Ronde'),
        birthDate: `${year - 80}-06-15`,
        outcome: 'IN_OTHER_ROUND',
      },
    ]);
  });

  it('may be repeated: only who is new is invited', async () => {
    await newClient();
    const id = await newRound();
    expect((await invite(id)).invited).toBe(1);
    expect(await invite(id)).toMatchObject({ invited: 0, alreadyInvited: 1 });
    await newClient();
    expect(await invite(id)).toMatchObject({ invited: 1, alreadyInvited: 1 });
    expect((await invitations(id)).total).toBe(2);
  });

  it('by two people at once invites everyone once, in one round and in two', async () => {
    for (let n = 0; n < 5; n++) await newClient();
    const id = await newRound();
    const both = await Promise.all([invite(id), invite(id, gp), invite(id)]);
    expect(both.map(({ invited }) => invited).toSorted((a, b) => a - b)).toEqual([0, 0, 5]);
    for (let n = 0; n < 5; n++) await newClient();
    const [one, two] = [await newRound(), await newRound()];
    const counts = await Promise.all([invite(one), invite(two, gp)]);
    expect(counts.map(({ invited }) => invited).toSorted((a, b) => a - b)).toEqual([0, 5]);
    const { rows } = await stack.owner.query(
      'SELECT FROM care.screening_invitation GROUP BY client_id, practice_id HAVING count(*) > 1',
    );
    expect(rows).toHaveLength(0);
  });

  it('keeps a log row with the clients, and a step for each', async () => {
    const client = await newClient();
    const id = await newRound();
    await invite(id);
    const { rows } = await stack.owner.query(
      `SELECT query -> 'ids' AS ids, object_id FROM audit.event WHERE event_type = 'INVITE_CLIENTS' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ ids: [client], object_id: id }]);
    const [{ id: invitation }] = (await invitations(id)).items;
    const { body } = await assistant.get(`/api/v1/invitations/${invitation}`).expect(200);
    expect(body.steps).toEqual([expect.objectContaining({ step: 'INVITED', from: null, to: 'PLANNED', on: TODAY })]);
  });
});

describe('the end of a round', () => {
  it('closing makes who was sent a letter NOT_RETURNED and withdraws what was never sent', async () => {
    const [sent, planned, answered, empty] = [
      await newClient(),
      await newClient(),
      await newClient(),
      await newClient(),
    ];
    const id = await newRound();
    await invite(id);
    const rows = (await invitations(id)).items;
    const of = (client: string) => rows.find((row: { client: { id: string } }) => row.client.id === client);
    const patch = { state: 'SENT', route: 'HANDED_OVER' };
    await assistant
      .patch(`/api/v1/invitations/${of(sent).id}`)
      .set('If-Match', '"1"')
      .send(patch)
      .expect(200);
    await enterForm(assistant, answered, COMPLEX);
    await enterForm(assistant, empty, {});
    const { body } = await assistant.post(`${ROUNDS}/${id}/close`).expect(200);
    expect(body).toMatchObject({
      state: 'CLOSED',
      states: { NOT_RETURNED: 2, CANCELLED: 1, SCORED: 1, SENT: 0 },
      funnel: { invited: 3, sent: 1, received: 1, incomplete: 0, scored: 1 },
    });
    const after = (await invitations(id, '?state=CANCELLED')).items;
    expect(after).toEqual([expect.objectContaining({ exitReason: 'niet verstuurd', nextStep: null })]);
    expect(after[0].client.id).toBe(planned);
    expect((await assistant.post(`${ROUNDS}/${id}/close`).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await assistant.post(`${ROUNDS}/${id}/invitations`).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('cancelling takes GP or practice nurse, a reason, and that nobody answered', async () => {
    const client = await newClient();
    const id = await newRound();
    await invite(id);
    expect((await assistant.post(`${ROUNDS}/${id}/cancel`).send({ reason: 'Fout' }).expect(403)).body.code).toBe(
      'ROLE',
    );
    await gp.post(`${ROUNDS}/${id}/cancel`).send({}).expect(400);
    const form = await enterForm(assistant, client, COMPLEX);
    const refused = await gp.post(`${ROUNDS}/${id}/cancel`).send({ reason: 'Fout' }).expect(409);
    expect(refused.body.code).toBe('ROUND_HAS_RESPONSES');
    await gp.post(`/api/v1/responses/${form.id}/void`).send({ reason: 'OTHER' }).expect(200);
    const { body } = await gp.post(`${ROUNDS}/${id}/cancel`).send({ reason: 'Verkeerde peildatum' }).expect(200);
    expect(body).toMatchObject({ state: 'CANCELLED', cancelReason: 'Verkeerde peildatum', states: { CANCELLED: 1 } });
    expect((await gp.post(`${ROUNDS}/${id}/cancel`).send({ reason: 'Nog eens' }).expect(409)).body.code).toBe(
      'WRONG_STATE',
    );
    const again = await newRound();
    expect((await invite(again)).invited).toBe(1);
  });

  it('stops the access codes of its letters', async () => {
    await newClient();
    const id = await newRound();
    await invite(id);
    const [{ id: invitation }] = (await invitations(id)).items;
    await stack.owner.query(
      `INSERT INTO auth.access_code (code_hash, practice_id, invitation_id)
       SELECT '\\x01'::bytea, practice_id, id FROM care.screening_invitation WHERE id = $1`,
      [invitation],
    );
    await assistant.post(`${ROUNDS}/${id}/close`).expect(200);
    const { rows } = await stack.owner.query(
      'SELECT ended_at IS NOT NULL AS ended FROM auth.access_code WHERE invitation_id = $1',
      [invitation],
    );
    expect(rows).toEqual([{ ended: true }]);
  });
});

describe('who sees what of a round', () => {
  it('counts for a team member her own clients only', async () => {
    const own = await newClient();
    await newClient();
    const id = await newRound();
    await invite(id);
    const nurse = await stack.as('DISTRICT_NURSE');
    expect((await round(id, nurse)).funnel.invited).toBe(0);
    expect((await nurse.get(`${ROUNDS}/${id}/invitations`).expect(200)).body.total).toBe(0);
    const { body: organisations } = await gp.get('/api/v1/organisations').expect(200);
    const member = organisations.items
      .flatMap((organisation: { members: { userId: string; role: string }[] }) => organisation.members)
      .find(({ role }: { role: string }) => role === 'DISTRICT_NURSE').userId;
    const { CareTeams } = await import('../care-teams/care-teams.service.ts');
    const { actAs } = await import('../testing/acting.ts');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(own, member));
    const { body } = await nurse.get(`${ROUNDS}/${id}/invitations`).expect(200);
    expect(body.items.map((row: { client: { id: string } }) => row.client.id)).toEqual([own]);
    expect((await round(id, nurse)).funnel.invited).toBe(1);
    await nurse.post(`${ROUNDS}/${id}/close`).expect(403);
    const [{ id: invitation, version }] = body.items;
    const patch = nurse.patch(`/api/v1/invitations/${invitation}`).set('If-Match', `"${version}"`);
    expect((await patch.send({ state: 'REFUSED' }).expect(403)).body.code).toBe('ROLE');
    const { body: closed } = await assistant.post(`${ROUNDS}/${id}/close`).expect(200);
    expect(closed.leftOut.NOT_AT_HOME).toBeGreaterThan(0);
    expect((await round(id, nurse)).leftOut.NOT_AT_HOME).toBe(0);
    const listed = (await nurse.get(ROUNDS).expect(200)).body.items.find((one: { id: string }) => one.id === id);
    expect(listed.leftOut.NOT_AT_HOME).toBe(0);
  });

  it('hides a round of another practice', async () => {
    const id = await newRound();
    const elsewhere = await stack.as('GP', 'zuid');
    await elsewhere.get(`${ROUNDS}/${id}`).expect(404);
    await elsewhere.post(`${ROUNDS}/${id}/invitations`).expect(404);
    expect((await elsewhere.get(ROUNDS).expect(200)).body.total).toBe(0);
  });
});
