import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@samenoud/domain';
import { listen } from '../testing/event-listener.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, LIGHTEST, TODAY } from '../testing/test-forms.ts';
import { bringIn, leadTo, makeMeeting, newElder, stepMeeting } from '../testing/test-meetings.ts';
import { testMember } from '../testing/test-network.ts';
import { takeStep, writeReferral } from '../testing/test-referrals.ts';

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let adviser: Agent;

const GP = testMember('noord', 'GP').userId;
const ADVISER_ORG = testMember('noord', 'ELDERLY_ADVISER').organisationId;
const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse, adviser] = [await stack.as('GP'), await stack.as('DISTRICT_NURSE'), await stack.as('ELDERLY_ADVISER')];
});
afterAll(() => stack.close());

const shownOf = async (
  by: Agent,
  { id }: { id: string },
): Promise<{ place: number | null; presenterId: string | null }> =>
  (await by.get(`/api/v1/meetings/${id}/shown`).expect(200)).body;
const show = (by: Agent, { id }: { id: string }, body: object): ReturnType<Agent['put']> =>
  by.put(`/api/v1/meetings/${id}/shown`).send(body);

describe('the screen of a running meeting', () => {
  it('is that of who began it; another shows nothing until she takes over', async () => {
    const meeting = await leadTo(gp, await makeMeeting(gp), 'RUNNING');
    expect(await shownOf(nurse, meeting)).toEqual({ place: null, presenterId: GP });
    await show(gp, meeting, { place: 3 }).expect(200);
    expect((await show(nurse, meeting, { place: 5 }).expect(200)).body).toEqual({ place: 3, presenterId: GP });
    await show(nurse, meeting, { place: 5, takeOver: true }).expect(200);
    await show(gp, meeting, { place: 4 }).expect(200);
    expect(await shownOf(adviser, meeting)).toEqual({ place: 5, presenterId: NURSE });
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    expect(await shownOf(gp, meeting)).toEqual({ place: null, presenterId: null });
    expect((await show(gp, meeting, { place: 1 }).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('tells who follows by a hint with the place, and nothing of a client', async () => {
    const meeting = await leadTo(gp, await makeMeeting(gp), 'RUNNING');
    const listener = await listen(stack, 'DISTRICT_NURSE');
    await show(gp, meeting, { place: 2 }).expect(200);
    expect(await listener.until(`MEETING_SHOWN ${meeting.id}`)).toContain(`MEETING_SHOWN ${meeting.id}`);
  });

  it('keeps the session of a page that says it follows for 60 minutes, no other, and not once it stops saying so', async () => {
    const meeting = await leadTo(gp, await makeMeeting(gp), 'RUNNING');
    const [following, idle] = [await stack.as('DISTRICT_NURSE'), await stack.as('DISTRICT_NURSE')];
    const inputWas = (ago: string): Promise<unknown> =>
      stack.owner.query('UPDATE auth.session SET last_input_at = now() - $1::interval WHERE membership_id = $2', [
        ago,
        NURSE,
      ]);
    await following.put(`/api/v1/meetings/${meeting.id}/following`).expect(204);
    await inputWas('59 minutes');
    await idle.get(`/api/v1/meetings/${meeting.id}`).expect(401);
    await following.put(`/api/v1/meetings/${meeting.id}/following`).expect(204);
    const { rows } = await stack.owner.query(
      `SELECT count(*)::int AS moved FROM auth.session WHERE membership_id = $1 AND last_input_at > now() - interval '58 minutes'`,
      [NURSE],
    );
    expect(rows).toEqual([{ moved: 0 }]);
    await inputWas('61 minutes');
    await following.put(`/api/v1/meetings/${meeting.id}/following`).expect(401);
    await inputWas('16 minutes');
    await following.get(`/api/v1/meetings/${meeting.id}`).set('Samenoud-Background', '1').expect(200);
    await stack.owner.query(`UPDATE auth.session SET follows_until = now() WHERE membership_id = $1`, [NURSE]);
    await following.get(`/api/v1/meetings/${meeting.id}`).expect(401);
    await inputWas('0 minutes');
  });

  it('is followed by nobody while it does not run, and by no stranger', async () => {
    const meeting = await leadTo(gp, await makeMeeting(gp, { attendees: [] }), 'OPEN');
    expect((await gp.put(`/api/v1/meetings/${meeting.id}/following`).expect(409)).body.code).toBe('WRONG_STATE');
    await stepMeeting(gp, meeting, 'RUNNING').expect(200);
    const stranger = await stack.as('ELDERLY_CARE_PHYSICIAN');
    await stranger.put(`/api/v1/meetings/${meeting.id}/following`).expect(404);
    await stranger.get(`/api/v1/meetings/${meeting.id}/shown`).expect(404);
  });
});

describe('the card of one client', () => {
  const PLAN = { whatMatters: 'De tuin' };
  const PROBLEM = { area: 'd460', description: 'Ik kom de deur niet meer uit', severity: 8, wantsToWorkOnIt: 'YES' };
  const cardOf = (by: Agent, itemId: string): ReturnType<Agent['get']> => by.get(`/api/v1/agenda-items/${itemId}/card`);
  const decide = (itemId: string, body: object): ReturnType<Agent['post']> =>
    gp.post(`/api/v1/agenda-items/${itemId}/decisions`).send(body);

  /** Somebody with two forms and a plan, on a meeting that is shared. */
  async function onAgenda(categories: readonly number[]): Promise<{ client: string; meetingId: string; item: string }> {
    const client = await newElder(gp);
    const grant = { rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05', toOrganisationId: ADVISER_ORG };
    await gp.post(`/api/v1/clients/${client}/consents`).send({ ...grant, categories }).expect(201); // prettier-ignore
    await enterForm(gp, client, LIGHTEST, { completedOn: addDays(TODAY, -300) });
    await enterForm(gp, client, COMPLEX);
    const meeting = await makeMeeting(gp);
    const { id: item } = await bringIn(gp, meeting, client);
    const { body: plan } = await gp.post(`/api/v1/clients/${client}/care-plans`).send(PLAN).expect(201);
    const { body: problem } = await gp.post(`/api/v1/care-plans/${plan.id}/problems`).send(PROBLEM).expect(201);
    const goal = { problemId: problem.id, text: 'Weer naar de markt', baselineScore: 8, targetScore: 4, targetDate: addDays(TODAY, 90) }; // prettier-ignore
    const { body: made } = await gp.post(`/api/v1/care-plans/${plan.id}/goals`).send(goal).expect(201);
    const agreement = { by: 'mevrouw Vink', on: TODAY, how: 'ORAL' };
    await gp.post(`/api/v1/care-plans/${plan.id}/discuss`).send({ discussedOn: TODAY, discussedWith: 'mevrouw Vink' });
    await gp.post(`/api/v1/care-plans/${plan.id}/adopt`).send({ agreement }).expect(200);
    await gp.post(`/api/v1/goals/${made.id}/scores`).send({ on: TODAY, score: 5, kind: 'INTERIM' }).expect(201);
    await leadTo(gp, meeting, 'OPEN');
    return { client, meetingId: meeting.id, item };
  }

  it('says what changed since the form before, and the plan on a page', async () => {
    const { item } = await onAgenda([1, 2, 3, 4, 6]);
    const { body } = await cardOf(gp, item).expect(200);
    expect(body).toMatchObject({
      assigned: null,
      answers: { compared: 'ANSWERS', now: { imesa: { lower: 30 } }, before: { imesa: { lower: 0 } } },
      plan: {
        whatMatters: 'De tuin',
        problems: [{ isChosen: true, goals: [{ text: 'Weer naar de markt', baseline: 8, latest: 5, target: 4 }] }],
        lateActions: 0,
      },
      changedSince: [],
    });
    expect(body.answers.changes).toHaveLength(10);
    expect(body.hidden).toBeUndefined();
    expect((await cardOf(adviser, item).expect(200)).body.plan).toEqual(body.plan);
  });

  it('says "niet gedeeld" of what has no basis, and is not there for whom the client is not shared with', async () => {
    const { item } = await onAgenda([1, 6]);
    const { body } = await cardOf(adviser, item).expect(200);
    expect(body).toMatchObject({ assigned: null, answers: null, plan: null });
    expect(body.hidden).toEqual([{ pointer: '/answers', code: 'NO_BASIS' }, { pointer: '/plan', code: 'NO_BASIS' }]); // prettier-ignore
    const closed = await bringIn(gp, await makeMeeting(gp), await newElder(gp));
    await cardOf(adviser, closed.id).expect(404);
  });

  it('says what came into the record since the agenda stood still, and not what this meeting decided', async () => {
    const { client, meetingId, item } = await onAgenda([1, 6]);
    await enterForm(gp, client, LIGHTEST, { completedOn: addDays(TODAY, -1) });
    expect((await cardOf(gp, item).expect(200)).body.changedSince).toEqual([]);
    await stepMeeting(gp, { id: meetingId }, 'RUNNING').expect(200);
    await decide(item, { kind: 'ASSIGN_PROFILE', profile: 'FRAIL', reason: 'Redt zich' }).expect(201);
    const decided = (await cardOf(gp, item).expect(200)).body;
    expect(decided).toMatchObject({ assigned: 'FRAIL', changedSince: [] });
    await gp.post(`/api/v1/clients/${client}/profiles`).send({ profile: 'COMPLEX', reason: 'Toch zwaar' }).expect(201);
    await enterForm(gp, client, COMPLEX, { completedOn: TODAY });
    const { changedSince } = (await cardOf(gp, item).expect(200)).body;
    expect(changedSince).toEqual([{ code: 'ANSWERS', on: TODAY }, { code: 'PROFILE', on: TODAY }]); // prettier-ignore
    expect((await cardOf(adviser, item).expect(200)).body.changedSince).toEqual([]);
  });

  it('names changes of plan, referrals and amended answers since then, each to whom its category is shared with', async () => {
    const { client, meetingId, item } = await onAgenda([1, 3, 6]);
    const known = await writeReferral(gp, client);
    const sinceOf = async (by: Agent): Promise<string[]> => (await cardOf(by, item).expect(200)).body.changedSince.map(({ code }: { code: string }) => code); // prettier-ignore
    await stepMeeting(gp, { id: meetingId }, 'RUNNING').expect(200);
    const referral = { kind: 'REFER', type: 'HOME_CARE', receiver: 'Thuiszorg', reason: 'Hulp bij wassen' };
    const decision = (await decide(item, referral).expect(201)).body;
    await gp.post(`/api/v1/decisions/${decision.id}/undo`).expect(200);
    expect(await sinceOf(gp)).toEqual([]);
    const { items } = (await gp.get(`/api/v1/clients/${client}/responses`).expect(200)).body;
    const amendment = { answers: { 'gfi-06': 'yes' }, reason: 'Nagevraagd' };
    await gp.post(`/api/v1/responses/${items[0].id}/amendments`).send(amendment).expect(201);
    expect(await sinceOf(gp)).toEqual(['ANSWERS_REVISED']);
    await takeStep(gp, known, 'SEND').expect(200);
    const [plan] = (await gp.get(`/api/v1/clients/${client}/care-plans`).expect(200)).body.items;
    await gp.patch(`/api/v1/care-plans/${plan.id}`).set('If-Match', `"${plan.version}"`).send({ whatMatters: 'De markt' }).expect(200); // prettier-ignore
    expect(await sinceOf(gp)).toEqual(['ANSWERS_REVISED', 'REFERRAL']);
    await gp.post(`/api/v1/care-plans/${plan.id}/adopt`).send({ agreement: { by: 'mevrouw Vink', on: TODAY, how: 'ORAL' } }).expect(200); // prettier-ignore
    expect(await sinceOf(gp)).toEqual(['ANSWERS_REVISED', 'PLAN_EDITION', 'REFERRAL']);
    await gp.post(`/api/v1/care-plans/${plan.id}/close`).send({ reason: 'GOALS_REACHED' }).expect(200);
    expect(await sinceOf(gp)).toEqual(['ANSWERS_REVISED', 'PLAN_EDITION', 'PLAN_STATE', 'REFERRAL']);
    expect(await sinceOf(adviser)).toEqual(['ANSWERS_REVISED']);
  });

  it('has the days that an open action was due before', async () => {
    const { client, meetingId, item } = await onAgenda([1, 6]);
    await stepMeeting(gp, { id: meetingId }, 'RUNNING').expect(200);
    const asked = { kind: 'ACTION', text: 'Bel de dochter', ownerId: GP, dueOn: addDays(TODAY, 7) };
    const { body } = await decide(item, asked).expect(201);
    const later = { dueOn: addDays(TODAY, 21) };
    await gp.patch(`/api/v1/actions/${body.action.id}`).set('If-Match', '"1"').send(later).expect(200);
    const line = (await gp.get(`/api/v1/meetings/${meetingId}`).expect(200)).body.agenda.find((one: { clientId: string }) => one.clientId === client); // prettier-ignore
    expect(line.openActions).toMatchObject([{ postponedCount: 1, dueBefore: [asked.dueOn] }]);
  });
});
