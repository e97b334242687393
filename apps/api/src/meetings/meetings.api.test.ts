import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MEETING_STATES, meetingReasonNeeded, meetingStepNeeds } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { getMeeting, leadTo, makeMeeting, stepMeeting } from '../testing/test-meetings.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let gp: Agent;
let poh: Agent;
let nurse: Agent;
let adviser: Agent;
let assistant: Agent;

const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const SOON = '2099-03-02T12:30:00+01:00';

beforeAll(async () => {
  stack = await startTestApp();
  [gp, poh, nurse, adviser, assistant] = await Promise.all(
    (['GP', 'PRACTICE_NURSE', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_ASSISTANT'] as const).map((role) => stack.as(role)),
  ) as [Agent, Agent, Agent, Agent, Agent]; // prettier-ignore
});
afterAll(() => stack.close());

describe('a meeting', () => {
  it('takes every step of docs/state-machines/meeting.md and no other, and says which it took', async () => {
    for (const from of MEETING_STATES)
      for (const to of MEETING_STATES) {
        const meeting = await leadTo(gp, await makeMeeting(gp), from);
        const { status, body } = await stepMeeting(gp, meeting, to, 'Reden');
        const expected = meetingStepNeeds(from, to) === undefined ? [409, 'WRONG_STATE'] : [200, to];
        expect([from, to, status, body.state ?? body.code]).toEqual([from, to, ...expected]);
      }
  });

  it('is asked a reason to be cancelled or reopened, before anything else is looked at', async () => {
    const meeting = await makeMeeting(gp);
    for (const to of MEETING_STATES.filter(meetingReasonNeeded)) {
      const { body } = await stepMeeting(gp, meeting, to, '  ').expect(400);
      expect(body.errors).toMatchObject([{ pointer: '/reason', code: 'REQUIRED' }]);
    }
  });

  it('is led by GP, SO and POH, made by any attendee, and opened by no assistant', async () => {
    const meeting = await makeMeeting(nurse);
    expect((await stepMeeting(nurse, meeting, 'OPEN').expect(403)).body.code).toBe('ROLE');
    expect((await stepMeeting(adviser, meeting, 'OPEN').expect(403)).body.code).toBe('ROLE');
    await stepMeeting(poh, meeting, 'OPEN').expect(200);
    await stepMeeting(await stack.as('ELDERLY_CARE_PHYSICIAN'), meeting, 'RUNNING').expect(200);
    await assistant.get(`/api/v1/meetings/${meeting.id}`).expect(403);
    await assistant.post('/api/v1/meetings').send({ startsAt: SOON }).expect(403);
  });

  it('asks the standing members and its maker, or those who were named and its maker', async () => {
    const { attendees } = await makeMeeting(gp);
    expect(attendees).toHaveLength(5);
    const named = await makeMeeting(poh, { attendees: [{ userId: NURSE }] });
    expect(named.attendees.map(({ userId }) => userId).toSorted()).toEqual([testMember('noord', 'PRACTICE_NURSE').userId, NURSE].toSorted()); // prettier-ignore
    const stranger = { attendees: [{ userId: testMember('noord', 'PRACTICE_ASSISTANT').userId }] };
    const { body } = await gp.post('/api/v1/meetings').send({ startsAt: SOON, ...stranger }).expect(409); // prettier-ignore
    expect(body.code).toBe('RECEIVER_NOT_ALLOWED');
  });

  it('is there for its attendees, for the GP always, and for nobody else', async () => {
    const meeting = await makeMeeting(nurse, { attendees: [{ userId: NURSE }] });
    await getMeeting(nurse, meeting);
    await getMeeting(gp, meeting);
    await adviser.get(`/api/v1/meetings/${meeting.id}`).expect(404);
    await poh.get(`/api/v1/meetings/${meeting.id}`).expect(404);
    await (await stack.as('GP', 'zuid')).get(`/api/v1/meetings/${meeting.id}`).expect(404);
    const listed = async (by: Agent): Promise<boolean> =>
      (await by.get('/api/v1/meetings?limit=200').expect(200)).body.items.some(
        ({ id }: { id: string }) => id === meeting.id,
      );
    expect([await listed(nurse), await listed(gp), await listed(adviser)]).toEqual([true, true, false]);
  });

  it('comes in the list before what has been', async () => {
    const [far, near] = [
      await makeMeeting(gp, { startsAt: '2099-09-01T10:00:00Z' }),
      await makeMeeting(gp, { startsAt: '2099-01-01T10:00:00Z' }),
    ];
    const past = await leadTo(gp, await makeMeeting(gp), 'CLOSED');
    const { body } = await gp.get('/api/v1/meetings?limit=200').expect(200);
    const ids = body.items.map(({ id }: { id: string }) => id);
    expect([near, far, past].map(({ id }) => ids.indexOf(id))).toEqual([near, far, past].map(({ id }) => ids.indexOf(id)).toSorted((a, b) => a - b)); // prettier-ignore
  });

  it('is moved while it is prepared, by who saw it last', async () => {
    const meeting = await makeMeeting(gp, { place: 'Zaal 1' });
    const patch = (version: number, body: object): ReturnType<Agent['patch']> =>
      gp.patch(`/api/v1/meetings/${meeting.id}`).set('If-Match', `"${version}"`).send(body);
    const { body } = await patch(meeting.version, {
      startsAt: '2099-03-09T11:00:00Z',
      videoLink: 'https://video.example/a',
    }).expect(200);
    expect(body).toMatchObject({
      startsAt: '2099-03-09T11:00:00.000000Z',
      place: 'Zaal 1',
      videoLink: 'https://video.example/a',
    });
    expect((await patch(meeting.version, { place: 'Zaal 2' }).expect(412)).body.current).toMatchObject({
      place: 'Zaal 1',
    });
    await gp.patch(`/api/v1/meetings/${meeting.id}`).send({ place: 'Zaal 2' }).expect(428);
    await stepMeeting(gp, meeting, 'OPEN').expect(200);
    const { body: running } = await stepMeeting(gp, meeting, 'RUNNING').expect(200);
    expect((await patch(running.version, { place: 'Zaal 2' }).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('is made once for one key', async () => {
    const once = (): ReturnType<Agent['post']> =>
      gp.post('/api/v1/meetings').set('Idempotency-Key', 'overleg-maart').send({ startsAt: SOON }).expect(201);
    expect((await once()).body.id).toBe((await once()).body.id);
  });
});
