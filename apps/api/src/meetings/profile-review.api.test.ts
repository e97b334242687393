import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, LIGHTEST, TODAY } from '../testing/test-forms.ts';
import { bringIn, getMeeting, leadTo, lineOf, makeMeeting, newElder, rebuildAgenda, type TestMeeting } from '../testing/test-meetings.ts'; // prettier-ignore
import { testMember } from '../testing/test-network.ts';

const GP = testMember('noord', 'GP').userId;
const POH = testMember('noord', 'PRACTICE_NURSE').userId;
const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;

let stack: TestApp;
let gp: Agent;
let poh: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, poh] = [await stack.as('GP'), await stack.as('PRACTICE_NURSE')];
});
afterAll(() => stack.close());

interface Line {
  readonly clientId: string;
  readonly responseId: string;
  readonly isMine: boolean;
  readonly proposed: string;
  readonly mark: string;
  readonly changes: readonly object[];
}

interface Review {
  readonly lines: readonly Line[];
  readonly confirmed: readonly { readonly clientId: string }[];
  readonly delegation: object | null;
}

const reviewOf = async ({ id }: TestMeeting, by: Agent = gp): Promise<Review> =>
  (await by.get(`/api/v1/meetings/${id}/review`).expect(200)).body;
const reviewed = async (meeting: TestMeeting, clientId: string, by: Agent = gp): Promise<Line> =>
  (await reviewOf(meeting, by)).lines.find((line) => line.clientId === clientId) as Line;
const send = (by: Agent, { id }: TestMeeting, to: string, body: object): ReturnType<Agent['post']> =>
  by.post(`/api/v1/meetings/${id}/review/${to}`).send(body);
const seen = ({ clientId, responseId, proposed }: Line): object => ({ clientId, responseId, profile: proposed });

/** A client who filled in a form with these answers, and the year before with those. */
async function elderWith(answers: object, before?: object): Promise<string> {
  const client = await newElder(gp);
  if (before !== undefined) await enterForm(poh, client, before, { completedOn: addDays(TODAY, -365) });
  await enterForm(poh, client, answers);
  return client;
}

describe('the review of profiles before a meeting', () => {
  it('shows what changed since the form before, and has the own patients of a GP in front', async () => {
    const others = await elderWith({ ...LIGHTEST, 'gfi-05': 4, 'imesa-01': 2 }, LIGHTEST);
    const mine = await elderWith(COMPLEX);
    await stack.owner.query('UPDATE care.client SET gp_id = NULL WHERE id = $1', [others]);
    await stack.owner.query('UPDATE care.client SET gp_id = $2 WHERE id = $1', [mine, GP]);
    const meeting = await makeMeeting(gp);
    const { lines } = await reviewOf(meeting);
    const order = lines.map(({ isMine }) => isMine);
    expect(order).toEqual(order.toSorted((one, other) => Number(other) - Number(one)));
    expect(lines.find(({ clientId }) => clientId === mine)).toMatchObject({ isMine: true, compared: 'FIRST_FORM', changes: [] }); // prettier-ignore
    expect(lines.find(({ clientId }) => clientId === others)).toMatchObject({
      isMine: false,
      compared: 'ANSWERS',
      previousOn: addDays(TODAY, -365),
      before: { gfi: { lower: 0, upper: 0 }, imesa: { lower: 0, upper: 0 } },
      now: { gfi: { lower: 1, upper: 1 }, imesa: { lower: 2, upper: 2 } },
      changes: [{ number: 5, before: '8', now: '4' }, { now: expect.any(String) }],
    });
  });

  it('lets who is confirmed go from the agenda, counted beside it with who and when', async () => {
    const client = await elderWith(COMPLEX);
    const meeting = await makeMeeting(gp);
    const line = await reviewed(meeting, client);
    const { body } = await send(gp, meeting, 'confirmations', { profiles: [seen(line)] }).expect(200);
    expect(body.lines.some(({ clientId }: Line) => clientId === client)).toBe(false);
    const after = (await getMeeting(gp, meeting)) as TestMeeting & Review;
    expect(lineOf(after, client)).toBeUndefined();
    expect(after.confirmed).toEqual([
      { clientId: client, clientName: expect.stringMatching(/^Overleg/), profile: 'COMPLEX', by: GP, at: expect.any(String) },
    ]); // prettier-ignore
    const { body: history } = await gp.get(`/api/v1/clients/${client}/profiles`).expect(200);
    expect(history.items[0]).toMatchObject({
      kind: 'ASSIGNED',
      reasonCode: 'SCORE_CONFIRMED',
      responseId: line.responseId,
    });
    await send(gp, meeting, 'confirmations', { profiles: [seen(line)] }).expect(404);
  });

  it('does not count who stays on it for another reason as gone', async () => {
    const client = await elderWith(COMPLEX);
    const meeting = await makeMeeting(gp);
    await bringIn(gp, meeting, client);
    const line = await reviewed(meeting, client);
    expect(line).toMatchObject({ otherReasons: ['MANUAL'] });
    await send(gp, meeting, 'confirmations', { profiles: [seen(line)] }).expect(200);
    const after = (await getMeeting(gp, meeting)) as TestMeeting & Review;
    expect(lineOf(after, client)).toMatchObject({ reasons: [{ code: 'MANUAL' }] });
    expect(after.confirmed.some(({ clientId }) => clientId === client)).toBe(false);
  });

  it('takes robust profiles together, and nothing else; what is refused changes nobody', async () => {
    const [one, other, complex] = [await elderWith(LIGHTEST), await elderWith(LIGHTEST), await elderWith(COMPLEX)];
    const meeting = await makeMeeting(gp);
    const lines = await Promise.all([one, other, complex].map((client) => reviewed(meeting, client)));
    const [first, second, third] = lines as [Line, Line, Line];
    const confirm = (...profiles: object[]): ReturnType<Agent['post']> =>
      send(gp, meeting, 'confirmations', { profiles });
    const { body: mixed } = await confirm(seen(first), seen(third)).expect(400);
    expect(mixed.errors).toMatchObject([{ pointer: '/profiles/1/profile', code: 'INVALID_VALUE' }]);
    await confirm({ ...seen(third), profile: 'FRAIL' }).expect(400);
    expect((await reviewed(meeting, one)).mark).toBe('OPEN');
    const { body } = await confirm(seen(first), seen(second)).expect(200);
    expect(body.confirmed.map(({ clientId }: Line) => clientId)).toEqual(expect.arrayContaining([one, other]));
  });

  it('keeps what was left to be discussed, until somebody takes that back', async () => {
    const client = await elderWith(COMPLEX);
    const meeting = await makeMeeting(gp);
    const { responseId } = await reviewed(meeting, client);
    await send(gp, meeting, 'marks', { clientId: client, responseId, mark: 'DISCUSS' }).expect(200);
    await rebuildAgenda(gp, meeting);
    expect(await reviewed(meeting, client, poh)).toMatchObject({ mark: 'DISCUSS', markedBy: GP });
    await send(gp, meeting, 'marks', { clientId: client, responseId, mark: 'OPEN' }).expect(200);
    expect(await reviewed(meeting, client)).toMatchObject({ mark: 'OPEN' });
    const { body } = await gp.get(`/api/v1/clients/${client}`).expect(200);
    await send(gp, meeting, 'marks', { clientId: body.id, responseId: client, mark: 'DISCUSS' }).expect(404);
  });
});

describe('a practice nurse', () => {
  it('prepares and does not confirm, asked by the GP until the meeting begins', async () => {
    const client = await elderWith(COMPLEX);
    const meeting = await makeMeeting(gp);
    await send(gp, meeting, 'delegation', { userId: NURSE }).expect(409);
    await send(poh, meeting, 'delegation', { userId: POH }).expect(403);
    const { body: asked } = await send(gp, meeting, 'delegation', { userId: POH }).expect(200);
    expect(asked.delegation).toMatchObject({ userId: POH, by: GP });
    const line = await reviewed(meeting, client, poh);
    await send(poh, meeting, 'confirmations', { profiles: [seen(line)] }).expect(403);
    await send(poh, meeting, 'marks', { clientId: client, responseId: line.responseId, mark: 'OPEN' }).expect(403);
    const ready = { clientId: client, responseId: line.responseId, mark: 'READY' };
    await send(gp, meeting, 'marks', ready).expect(400);
    await send(poh, meeting, 'preparations', ready).expect(200);
    expect(await reviewed(meeting, client)).toMatchObject({ mark: 'READY', markedBy: POH });
    const { body: list } = await poh.get('/api/v1/meetings').expect(200);
    expect(list.items.find(({ id }: TestMeeting) => id === meeting.id)).toMatchObject({ reviewDelegation: { userId: POH } }); // prettier-ignore
    await leadTo(gp, meeting, 'RUNNING');
    expect((await reviewOf(meeting)).delegation).toBeNull();
    await send(poh, meeting, 'preparations', ready).expect(409);
    await send(gp, meeting, 'confirmations', { profiles: [seen(line)] }).expect(409);
  });
});
