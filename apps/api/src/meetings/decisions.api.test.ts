import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type MeetingState } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, TODAY } from '../testing/test-forms.ts';
import { bringIn, leadTo, makeMeeting, newElder, stepMeeting } from '../testing/test-meetings.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let gp: Agent;
let poh: Agent;
let nurse: Agent;
let adviser: Agent;

const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const POH = testMember('noord', 'PRACTICE_NURSE').userId;
const ADVISER = testMember('noord', 'ELDERLY_ADVISER');
const DAY = addDays(TODAY, 20);

beforeAll(async () => {
  stack = await startTestApp();
  [gp, poh, nurse, adviser] = [await stack.as('GP'), await stack.as('PRACTICE_NURSE'), await stack.as('DISTRICT_NURSE'), await stack.as('ELDERLY_ADVISER')]; // prettier-ignore
});
afterAll(() => stack.close());

interface Line {
  readonly meetingId: string;
  readonly clientId: string;
  readonly id: string;
}
interface Decision {
  readonly id: string;
  readonly action: { readonly id: string } | null;
  readonly referral: { readonly id: string } | null;
}

const step = (id: string, to: MeetingState) => stepMeeting(gp, { id }, to, 'Reden').expect(200);

/** One client on the agenda of a meeting that runs, or that has not begun. */
async function lineIn(state: 'OPEN' | 'RUNNING' = 'RUNNING', client?: string): Promise<Line> {
  const [clientId, meeting] = [client ?? (await newElder(gp)), await makeMeeting(gp)];
  const { id } = await bringIn(gp, meeting, clientId);
  await leadTo(gp, meeting, state);
  return { meetingId: meeting.id, clientId, id };
}
const decide = (by: Agent, { id }: Line, body: object): ReturnType<Agent['post']> =>
  by.post(`/api/v1/agenda-items/${id}/decisions`).send(body);
const decided = async (by: Agent, line: Line, body: object): Promise<Decision> =>
  (await decide(by, line, body).expect(201)).body;
const undo = (by: Agent, { id }: Decision): ReturnType<Agent['post']> => by.post(`/api/v1/decisions/${id}/undo`);
const itemOf = async ({ meetingId, clientId }: Line, by: Agent = gp): Promise<Record<string, unknown> | undefined> => {
  const { body } = await by.get(`/api/v1/meetings/${meetingId}`).expect(200);
  return body.agenda.find((item: { clientId: string }) => item.clientId === clientId);
};
const managerOf = async (clientId: string): Promise<string | null> =>
  (await gp.get(`/api/v1/clients/${clientId}`).expect(200)).body.caseManagerId;
const profileOf = async (clientId: string): Promise<string | null> =>
  (await gp.get(`/api/v1/clients/${clientId}`).expect(200)).body.profile.assigned;

const ACTION = { kind: 'ACTION', text: 'Bel de dochter', ownerId: NURSE, dueOn: DAY };
const REFER = { kind: 'REFER', type: 'PHYSIOTHERAPY', receiver: 'Fysio Noord', reason: 'Valangst' };

describe('a decision', () => {
  it('is taken while the meeting runs or is reopened, and at no other time', async () => {
    const line = await lineIn('OPEN');
    expect((await decide(gp, line, { kind: 'NOTE', text: 'Te vroeg' }).expect(409)).body.code).toBe('WRONG_STATE');
    await step(line.meetingId, 'RUNNING');
    const note = await decided(nurse, line, { kind: 'NOTE', text: ' Dochter komt mee ' });
    expect(note).toMatchObject({
      kind: 'NOTE',
      text: 'Dochter komt mee',
      recordedBy: NURSE,
      meetingId: line.meetingId,
    });
    await step(line.meetingId, 'CLOSED');
    expect((await decide(gp, line, { kind: 'NOTE', text: 'Te laat' }).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await undo(gp, note).expect(409)).body.code).toBe('WRONG_STATE');
    await step(line.meetingId, 'REOPENED');
    await decided(gp, line, { kind: 'NOTE', text: 'Vergeten' });
    await undo(gp, note).expect(200);
  });

  it('keeps a meeting from going back to its agenda, also once it is undone', async () => {
    const line = await lineIn();
    await undo(gp, await decided(gp, line, { kind: 'NOTE', text: 'Even' })).expect(200);
    const { body } = await gp.post(`/api/v1/meetings/${line.meetingId}/state`).send({ to: 'OPEN' }).expect(409);
    expect(body.code).toBe('HAS_DECISIONS');
    const empty = await lineIn();
    await step(empty.meetingId, 'OPEN');
  });

  it('names what its kind lacks, and what is not its own', async () => {
    const line = await lineIn();
    const { body: action } = await decide(gp, line, { kind: 'ACTION', text: 'Bel' }).expect(400);
    expect(action.errors).toMatchObject([{ pointer: '/ownerId', code: 'REQUIRED' }, { pointer: '/dueOn', code: 'REQUIRED' }]); // prettier-ignore
    const { body: note } = await decide(gp, line, { kind: 'NOTE', text: 'Bel', on: DAY }).expect(400);
    expect(note.errors).toMatchObject([{ pointer: '/on', code: 'INVALID_VALUE' }]);
    const { body: past } = await decide(gp, line, { kind: 'NEXT_REVIEW', on: addDays(TODAY, -1) }).expect(400);
    expect(past.errors).toMatchObject([{ pointer: '/on', code: 'BEFORE_TODAY' }]);
    await decide(gp, line, { kind: 'NEXT_REVIEW', on: TODAY }).expect(201);
  });

  it('is taken once for one key, and undone once', async () => {
    const line = await lineIn();
    const once = (): ReturnType<Agent['post']> =>
      decide(gp, line, ACTION).set('Idempotency-Key', `besluit-${line.id}`).expect(201);
    const { body } = await once();
    expect((await once()).body.id).toBe(body.id);
    const { body: reversing } = await undo(gp, body).expect(200);
    expect(reversing).toMatchObject({ kind: 'ACTION', reversesId: body.id });
    expect((await undo(gp, body).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await undo(gp, reversing).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await itemOf(line))?.['decisions']).toMatchObject([{ id: body.id, undone: { decisionId: reversing.id } }, { id: reversing.id }]); // prettier-ignore
  });
});

describe('the change that a decision is', () => {
  it('is an action in the list of its owner, and is cancelled with the decision as long as nobody touched it', async () => {
    const line = await lineIn();
    const first = await decided(poh, line, ACTION);
    const second = await decided(gp, line, ACTION);
    const mine = async (): Promise<string[]> =>
      (await nurse.get('/api/v1/actions?limit=200').expect(200)).body.items.map(({ id }: { id: string }) => id);
    expect(await mine()).toEqual(expect.arrayContaining([first.action?.id, second.action?.id]));
    await undo(nurse, first).expect(200);
    expect(await mine()).not.toContain(first.action?.id);
    await nurse
      .patch(`/api/v1/actions/${second.action?.id}`)
      .set('If-Match', '"1"')
      .send({ state: 'DONE' })
      .expect(200);
    expect((await undo(gp, second).expect(409)).body.code).toBe('CHANGED_SINCE');
  });

  it('is the case manager, named by any attendee, consent first, and restored when nobody named another since', async () => {
    const line = await lineIn();
    const named = await decided(nurse, line, { kind: 'NAME_CASE_MANAGER', userId: NURSE });
    expect(await managerOf(line.clientId)).toBe(NURSE);
    const next = await decided(poh, line, { kind: 'NAME_CASE_MANAGER', userId: POH });
    expect((await undo(gp, named).expect(409)).body.code).toBe('CHANGED_SINCE');
    await undo(gp, next).expect(200);
    expect(await managerOf(line.clientId)).toBe(NURSE);
    await undo(gp, named).expect(200);
    expect(await managerOf(line.clientId)).toBeNull();
    const { body } = await decide(gp, line, { kind: 'NAME_CASE_MANAGER', userId: ADVISER.userId }).expect(409);
    expect(body.code).toBe('CONSENT_REQUIRED');
    const gpId = testMember('noord', 'GP').userId;
    expect((await decide(gp, line, { kind: 'NAME_CASE_MANAGER', userId: gpId }).expect(409)).body.code).toBe(
      'RECEIVER_NOT_ALLOWED',
    );
  });

  it('is the profile, assigned by the team on what stood on the agenda, and gone again when it is undone', async () => {
    const clientId = await newElder(gp);
    const form = await enterForm(gp, clientId, COMPLEX);
    const line = await lineIn('RUNNING', clientId);
    const assigned = await decided(nurse, line, { kind: 'ASSIGN_PROFILE', profile: 'COMPLEX' });
    expect(assigned).toMatchObject({ profile: 'COMPLEX', reasonCode: 'SCORE_CONFIRMED', recordedBy: NURSE });
    const { body: history } = await gp.get(`/api/v1/clients/${clientId}/profiles`).expect(200);
    expect(history.items[0]).toMatchObject({
      responseId: form.id,
      meetingId: line.meetingId,
      assignedBy: NURSE,
      current: true,
    });
    const { body: why } = await decide(poh, line, { kind: 'ASSIGN_PROFILE', profile: 'FRAIL' }).expect(400);
    expect(why.errors).toMatchObject([{ pointer: '/reason', code: 'REASON_REQUIRED' }]);
    const other = await decided(poh, line, { kind: 'ASSIGN_PROFILE', profile: 'FRAIL', reason: 'Redt zich goed' });
    expect((await undo(gp, assigned).expect(409)).body.code).toBe('CHANGED_SINCE');
    await undo(nurse, other).expect(200);
    expect(await profileOf(clientId)).toBe('COMPLEX');
    await undo(nurse, assigned).expect(200);
    expect(await profileOf(clientId)).toBeNull();
    const { body: after } = await gp.get(`/api/v1/clients/${clientId}/profiles`).expect(200);
    expect(after.items.filter(({ kind }: { kind: string }) => kind === 'ASSIGNED')).toMatchObject([
      { profile: 'FRAIL', current: false, undoneAt: expect.any(String) },
      { profile: 'COMPLEX', current: false, undoneAt: expect.any(String) },
    ]);
  });

  it('is a draft of a referral, closed again while nobody went on with it', async () => {
    const line = await lineIn();
    const first = await decided(gp, line, REFER);
    const state = async ({ referral }: Decision): Promise<string> =>
      (await gp.get(`/api/v1/referrals/${referral?.id}`).expect(200)).body.state;
    expect(await state(first)).toBe('DRAFT');
    await undo(gp, first).expect(200);
    expect(await state(first)).toBe('CLOSED');
  });

  it('is the day of the next review, which a later one has to leave before it is undone', async () => {
    const line = await lineIn();
    const first = await decided(gp, line, { kind: 'NEXT_REVIEW', on: DAY });
    const end = await decided(gp, line, { kind: 'END_REVIEW' });
    expect((await undo(gp, first).expect(409)).body.code).toBe('CHANGED_SINCE');
    await undo(gp, end).expect(200);
    await undo(gp, first).expect(200);
  });
});

describe('who sees and takes a decision', () => {
  it('is not an attendee with whom the client is not shared', async () => {
    const line = await lineIn();
    const note = await decided(gp, line, { kind: 'NOTE', text: 'Niet voor iedereen' });
    const [deciding, undoing] = [
      await decide(adviser, line, { kind: 'NOTE', text: 'Hallo' }),
      await undo(adviser, note),
    ];
    expect([deciding.status, undoing.status]).toEqual([404, 404]);
  });

  it('with whom only the meeting is shared sees that a profile was assigned, and neither sees nor assigns one', async () => {
    const clientId = await newElder(gp);
    const grant = {
      toOrganisationId: ADVISER.organisationId,
      rule: 'GRANT',
      givenBy: 'CLIENT',
      how: 'ORAL',
      on: '2026-01-05',
    };
    await gp
      .post(`/api/v1/clients/${clientId}/consents`)
      .send({ ...grant, categories: [1, 6] })
      .expect(201);
    const line = await lineIn('RUNNING', clientId);
    await decided(gp, line, { kind: 'ASSIGN_PROFILE', profile: 'FRAIL', reason: 'Gemist in de score' });
    const item = await itemOf(line, adviser);
    expect(item?.['decisions']).toMatchObject([{ kind: 'ASSIGN_PROFILE', profile: null, reason: null, hidden: [{ pointer: '/profile', code: 'NO_BASIS' }] }]); // prettier-ignore
    expect(
      (await decide(adviser, line, { kind: 'ASSIGN_PROFILE', profile: 'COMPLEX', reason: 'Zwaar' }).expect(403)).body
        .code,
    ).toBe('NO_BASIS');
    await decided(adviser, line, { kind: 'NAME_CASE_MANAGER', userId: ADVISER.userId });
    expect(await managerOf(clientId)).toBe(ADVISER.userId);
  });

  it('shows what earlier meetings decided, and what is still to be done, on the next agenda', async () => {
    const line = await lineIn();
    const kept = await decided(gp, line, ACTION);
    await undo(gp, await decided(gp, line, { kind: 'NOTE', text: 'Toch niet' })).expect(200);
    await step(line.meetingId, 'CLOSED');
    const { body: next } = await gp.post('/api/v1/meetings').send({ startsAt: '2099-04-02T12:30:00Z' }).expect(201);
    const item = next.agenda.find(({ clientId }: { clientId: string }) => clientId === line.clientId);
    expect(item).toMatchObject({
      reasons: [{ code: 'OPEN_ACTION' }],
      openActions: [{ id: kept.action?.id, ownerId: NURSE, dueOn: DAY }],
    });
    expect(item.previousDecisions).toMatchObject([{ id: kept.id, kind: 'ACTION' }]);
  });
});
