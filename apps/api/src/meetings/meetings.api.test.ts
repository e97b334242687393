import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MEETING_STATES, meetingReasonNeeded, meetingStepNeeds, type StaffRole } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { getMeeting, leadTo, lineOf, makeMeeting, newElder, stepMeeting, type TestMeeting } from '../testing/test-meetings.ts'; // prettier-ignore
import { testMember } from '../testing/test-network.ts';
import { buildAgendasOfToday } from './keep-agendas.ts';

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

describe('the series of a practice', () => {
  const PATH = '/api/v1/meeting-series';
  const of = (role: StaffRole): string => testMember('zuid', role).userId;
  const RHYTHM = { week: 'SECOND', weekday: 2, time: '12:30' };
  const SERIES = {
    rhythm: RHYTHM,
    minutes: 75,
    minutesPerClient: 5,
    place: 'Zaal 3',
    videoLink: 'https://video.example/reeks',
    members: [{ userId: of('GP') }, { userId: of('DISTRICT_NURSE'), standInId: of('PRACTICE_NURSE') }],
  };
  const put = (by: Agent, version: number, body: object): ReturnType<Agent['put']> =>
    by.put(PATH).set('If-Match', `"${version}"`).send(body);
  const planned = async (by: Agent): Promise<(TestMeeting & { startsAt: string })[]> =>
    (await by.get('/api/v1/meetings?limit=200').expect(200)).body.items;
  const night = (now: string): Promise<void> => buildAgendasOfToday(stack.config, stack.app, now);
  let southern: Agent;
  let manager: Agent;
  beforeAll(async () => {
    [southern, manager] = [await stack.as('GP', 'zuid'), await stack.as('PRACTICE_MANAGER', 'zuid')];
  });

  it('is read by everybody, and set by who sets the practice or leads its meetings', async () => {
    const { body: empty } = await (await stack.as('LOG_OFFICER', 'zuid')).get(PATH).expect(200);
    expect(empty).toMatchObject({ version: 0, rhythm: null, minutes: 60, nextStartsAt: null });
    expect(empty.members).toHaveLength(5);
    for (const role of ['DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_ASSISTANT', 'LOG_OFFICER'] as const)
      await put(await stack.as(role, 'zuid'), 0, SERIES).expect(403);
    const { body } = await put(manager, 0, SERIES).expect(200);
    expect(body).toMatchObject({
      ...SERIES,
      version: 1,
      members: [{ userId: of('GP'), standInId: null }, SERIES.members[1]],
    });
    await put(await stack.as('PRACTICE_NURSE', 'zuid'), 1, SERIES).expect(200);
    expect((await put(manager, 1, SERIES).expect(412)).body.current).toMatchObject({ version: 2 });
    expect((await gp.get(PATH).expect(200)).body.version).toBe(0);
  });

  it('takes no stranger, nobody twice, and no stand-in who takes part anyway', async () => {
    const stranger = { userId: of('PRACTICE_ASSISTANT') };
    expect((await put(manager, 2, { ...SERIES, members: [stranger] }).expect(409)).body.code).toBe('RECEIVER_NOT_ALLOWED');
    for (const members of [[SERIES.members[0], SERIES.members[0]], [SERIES.members[0], { userId: of('DISTRICT_NURSE'), standInId: of('GP') }]])
      await put(manager, 2, { ...SERIES, members }).expect(400);
    for (const wrong of [{ minutes: 5 }, { rhythm: { ...RHYTHM, weekday: 8 } }, { rhythm: { ...RHYTHM, time: '24:00' } }])
      await put(manager, 2, { ...SERIES, ...wrong }).expect(400);
  }); // prettier-ignore

  it('makes the next meeting by night, once, with its agenda, place and members', async () => {
    const client = await newElder(southern);
    await southern.post(`/api/v1/clients/${client}/signals`).send({ type: 'FALL', urgency: 'URGENT' }).expect(201);
    await night('2099-03-02T00:10:00Z');
    await night('2099-03-02T00:20:00Z');
    const [next, ...more] = await planned(southern);
    expect([next, more]).toMatchObject([{ state: 'DRAFT', startsAt: '2099-03-10T11:30:00.000000Z' }, []]);
    const made = await getMeeting(southern, next as TestMeeting);
    const told = { place: 'Zaal 3', videoLink: SERIES.videoLink, minutes: 75, minutesPerClient: 5, seriesOn: '2099-03-10' };
    expect(made).toMatchObject({ ...told, madeBy: of('PRACTICE_NURSE') });
    expect(lineOf(made, client)).toMatchObject({ reasons: [{ code: 'SIGNAL' }] });
    expect(made.attendees.map(({ userId }) => userId)).toEqual([of('GP'), of('DISTRICT_NURSE')]);
    await (await stack.as('DISTRICT_NURSE', 'zuid')).get(`/api/v1/clients/${client}`).expect(200);
    await (await stack.as('ELDERLY_ADVISER', 'zuid')).get(`/api/v1/clients/${client}`).expect(404);
    expect((await southern.get(PATH).set('Samenoud-Now', '2099-03-02T08:00:00Z').expect(200)).body.nextStartsAt).toBe('2099-04-14T10:30:00.000Z'); // prettier-ignore
  }); // prettier-ignore

  it('is not changed by a meeting that is moved or cancelled', async () => {
    const [next] = await planned(southern);
    const moved = { startsAt: '2099-03-30T10:30:00Z' };
    await southern.patch(`/api/v1/meetings/${next?.id}`).set('If-Match', `"${next?.version}"`).send(moved).expect(200);
    await night('2099-03-12T00:10:00Z');
    expect(await planned(southern)).toHaveLength(1);
    await stepMeeting(southern, next as TestMeeting, 'CANCELLED', 'Ziek').expect(200);
    await night('2099-03-13T00:10:00Z');
    expect((await planned(southern)).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      '2099-04-14',
      '2099-03-30',
    ]);
  });

  it('gives its members to a meeting that is made by hand, and makes none without a rhythm', async () => {
    const made = await makeMeeting(await stack.as('PRACTICE_NURSE', 'zuid'), { startsAt: '2099-09-01T10:00:00Z' });
    expect(made.attendees.map(({ userId }) => userId).toSorted()).toEqual([of('GP'), of('DISTRICT_NURSE'), of('PRACTICE_NURSE')].toSorted()); // prettier-ignore
    expect(made).toMatchObject({ minutes: 75, minutesPerClient: 5, place: null });
    await put(manager, 2, { ...SERIES, rhythm: null }).expect(200);
    const ids = async (): Promise<string[]> => (await planned(southern)).map(({ id }) => id);
    const before = await ids();
    await night('2099-06-01T00:10:00Z');
    expect(await ids()).toEqual(before);
  });
});
