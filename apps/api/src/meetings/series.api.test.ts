import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffRole } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { getMeeting, lineOf, makeMeeting, newElder, stepMeeting, type TestMeeting } from '../testing/test-meetings.ts';
import { testMember } from '../testing/test-network.ts';
import { buildAgendasOfToday } from './keep-agendas.ts';

const PATH = '/api/v1/meeting-series';
const of = (role: StaffRole): string => testMember('zuid', role).userId;
const [GP, NURSE, PHYSICIAN] = [of('GP'), of('DISTRICT_NURSE'), of('ELDERLY_CARE_PHYSICIAN')];
const RHYTHM = { week: 'SECOND', weekday: 2, time: '12:30' };
const SERIES = {
  rhythm: RHYTHM,
  minutes: 75,
  minutesPerClient: 5,
  place: 'Zaal 3',
  videoLink: 'https://video.example/reeks',
  reminderDays: [7, 1],
  members: [{ userId: GP }, { userId: NURSE, standInId: PHYSICIAN }],
};

let stack: TestApp;
let southern: Agent;
let manager: Agent;
let nurse: Agent;
let physician: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  [southern, manager, nurse, physician] = await Promise.all(
    (['GP', 'PRACTICE_MANAGER', 'DISTRICT_NURSE', 'ELDERLY_CARE_PHYSICIAN'] as const).map((role) => stack.as(role, 'zuid')),
  ) as [Agent, Agent, Agent, Agent]; // prettier-ignore
});
afterAll(() => stack.close());

const put = (by: Agent, version: number, body: object): ReturnType<Agent['put']> =>
  by.put(PATH).set('If-Match', `"${version}"`).send(body);
const planned = async (by: Agent): Promise<(TestMeeting & { startsAt: string })[]> =>
  (await by.get('/api/v1/meetings?limit=200').expect(200)).body.items;
const night = (now: string): Promise<void> => buildAgendasOfToday(stack.config, stack.app, now);

describe('the series of a practice', () => {
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
      members: [{ userId: GP, standInId: null }, SERIES.members[1]],
    });
    await put(await stack.as('PRACTICE_NURSE', 'zuid'), 1, SERIES).expect(200);
    expect((await put(manager, 1, SERIES).expect(412)).body.current).toMatchObject({ version: 2 });
    expect((await (await stack.as('GP')).get(PATH).expect(200)).body.version).toBe(0);
  });

  it('takes no stranger, nobody twice, and no stand-in who takes part anyway', async () => {
    const stranger = { userId: of('PRACTICE_ASSISTANT') };
    expect((await put(manager, 2, { ...SERIES, members: [stranger] }).expect(409)).body.code).toBe('RECEIVER_NOT_ALLOWED');
    for (const members of [[SERIES.members[0], SERIES.members[0]], [SERIES.members[0], { userId: NURSE, standInId: GP }]])
      await put(manager, 2, { ...SERIES, members }).expect(400);
    for (const wrong of [{ minutes: 5 }, { rhythm: { ...RHYTHM, weekday: 8 } }, { rhythm: { ...RHYTHM, time: '24:00' } }, { reminderDays: [1, 2, 3, 4, 5, 6] }])
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
    expect(made.attendees.map(({ userId }) => userId)).toEqual([GP, NURSE]);
    await nurse.get(`/api/v1/clients/${client}`).expect(200);
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
    expect(made.attendees.map(({ userId }) => userId).toSorted()).toEqual([GP, NURSE, of('PRACTICE_NURSE')].toSorted()); // prettier-ignore
    expect(made).toMatchObject({ minutes: 75, minutesPerClient: 5, place: null });
    await put(manager, 2, { ...SERIES, rhythm: null }).expect(200);
    const ids = async (): Promise<string[]> => (await planned(southern)).map(({ id }) => id);
    const before = await ids();
    await night('2099-06-01T00:10:00Z');
    expect(await ids()).toEqual(before);
  });
});

interface Attendee {
  readonly userId: string;
  readonly present: boolean | null;
  readonly absent?: boolean;
  readonly insteadOf?: string | null;
}
type Attended = Omit<TestMeeting, 'attendees'> & { readonly attendees: readonly Attendee[] };

/** Says something of one attendee; the others stay as they are. */
async function say(by: Agent, { id }: { id: string }, userId: string, said: object): Promise<Attended> {
  const { version, attendees } = await getMeeting(southern, { id });
  const all = attendees.map((one) => ({
    userId: one.userId,
    present: one.present,
    ...(one.userId === userId && said),
  }));
  const sent = by.put(`/api/v1/meetings/${id}/attendance`).set('If-Match', `"${version}"`).send({ attendees: all });
  return (await sent.expect(200)).body;
}
const standIns = ({ attendees }: { readonly attendees: readonly Attendee[] }): unknown[] =>
  attendees.flatMap(({ userId, insteadOf }) => (insteadOf ? [[userId, insteadOf]] : []));
const seen = async (by: Agent, client: string): Promise<number> => (await by.get(`/api/v1/clients/${client}`)).status;
const noticesOf = async (by: Agent) => (await by.get('/api/v1/notices?limit=50').expect(200)).body.items;

describe('a member who will not be there', () => {
  let client: string;
  let meeting: TestMeeting;
  beforeAll(async () => {
    client = await newElder(southern);
    await southern.post(`/api/v1/clients/${client}/signals`).send({ type: 'FALL', urgency: 'URGENT' }).expect(201);
    const members = [GP, NURSE].map((userId) => ({ userId }));
    meeting = await makeMeeting(southern, { startsAt: '2098-05-12T10:30:00Z', attendees: members });
  });

  it('has her stand-in in her place, who is told, and who has the part in the care that she has no more', async () => {
    expect([await seen(nurse, client), await seen(physician, client)]).toEqual([200, 404]);
    expect(standIns(await say(nurse, meeting, NURSE, { absent: true }))).toEqual([[PHYSICIAN, NURSE]]);
    expect([await seen(nurse, client), await seen(physician, client)]).toEqual([404, 200]);
    expect(await noticesOf(physician)).toMatchObject([
      { kind: 'MEETING_STAND_IN', objectId: meeting.id, clientId: null, meeting: { startsAt: '2098-05-12T10:30:00.000000Z' } },
    ]);
    await getMeeting(nurse, meeting);
  }); // prettier-ignore

  it('stays absent when something else is said, and asks nobody again who was taken off', async () => {
    const { attendees, version } = await getMeeting(southern, meeting);
    const left = attendees.filter(({ userId }) => userId !== PHYSICIAN).map(({ userId }) => ({ userId }));
    const path = `/api/v1/meetings/${meeting.id}/attendance`;
    const { body } = await southern.put(path).set('If-Match', `"${version}"`).send({ attendees: left }).expect(200);
    expect([standIns(body), body.attendees.find(({ userId }: Attendee) => userId === NURSE)]).toMatchObject([[], { absent: true }]);
    await say(nurse, meeting, NURSE, { absent: false });
    expect(standIns(await say(nurse, meeting, NURSE, { absent: true }))).toEqual([[PHYSICIAN, NURSE]]);
  }); // prettier-ignore

  it('comes after all, and her stand-in has no part any more', async () => {
    expect(standIns(await say(southern, meeting, NURSE, { absent: false }))).toEqual([]);
    expect([await seen(nurse, client), await seen(physician, client)]).toEqual([200, 404]);
    await physician.get(`/api/v1/meetings/${meeting.id}`).expect(404);
    expect((await noticesOf(physician))[0].meeting).toBeNull();
  });

  it('comes in while it runs: her stand-in goes, unless she is there herself', async () => {
    await say(nurse, meeting, NURSE, { absent: true });
    await stepMeeting(southern, meeting, 'OPEN').expect(200);
    await stepMeeting(southern, meeting, 'RUNNING').expect(200);
    expect(standIns(await say(southern, meeting, PHYSICIAN, { present: true }))).toEqual([[PHYSICIAN, NURSE]]);
    expect(standIns(await say(southern, meeting, NURSE, { present: true }))).toEqual([[PHYSICIAN, NURSE]]);
    const gone = await say(southern, meeting, PHYSICIAN, { present: false });
    expect([standIns(gone), gone.attendees.find(({ userId }) => userId === NURSE)]).toMatchObject([[], { present: true, absent: false }]);
    await say(southern, meeting, NURSE, { present: null, absent: true });
    await stepMeeting(southern, meeting, 'CLOSED').expect(200);
    const { body: minutes } = await southern.get(`/api/v1/meetings/${meeting.id}/minutes`).expect(200);
    expect(minutes.attendance.find(({ userId }: Attendee) => userId === NURSE)).toMatchObject({ present: false });
  }); // prettier-ignore
});

describe('the reminder of a meeting', () => {
  it('is given to who comes, once per day it is on, with when and where and nothing of a client', async () => {
    const client = await newElder(southern, 'Geheim');
    const members = [GP, NURSE, PHYSICIAN].map((userId) => ({ userId }));
    const meeting = await makeMeeting(southern, { startsAt: '2097-05-14T10:30:00Z', place: 'Zaal 5', attendees: members });
    await southern.post(`/api/v1/meetings/${meeting.id}/agenda-items`).send({ clientId: client, question: 'Wat nu?' }).expect(201);
    await say(nurse, meeting, NURSE, { absent: true });
    const told = async (by: Agent): Promise<string[]> =>
      (await noticesOf(by)).filter(({ objectId, kind }: { objectId: string; kind: string }) => objectId === meeting.id && kind === 'MEETING_COMING')
        .map(({ madeAt }: { madeAt: string }) => madeAt.slice(0, 10));
    const nights = async (...days: readonly string[]): Promise<string[]> => {
      for (const day of days) await night(`2097-05-${day}T00:10:00Z`);
      return told(physician);
    };
    expect(await nights('06')).toEqual([]);
    expect(await nights('07', '07', '08')).toEqual(['2097-05-07']);
    const [notice] = await noticesOf(physician);
    expect(notice).toMatchObject({ clientId: null, clientName: null, meeting: { startsAt: '2097-05-14T10:30:00.000000Z', place: 'Zaal 5', videoLink: null, cancelled: false } });
    expect(JSON.stringify(notice)).not.toMatch(/Geheim|Wat nu/);
    const { version } = await getMeeting(southern, meeting);
    await southern.patch(`/api/v1/meetings/${meeting.id}`).set('If-Match', `"${version}"`).send({ startsAt: '2097-05-28T10:30:00Z' }).expect(200);
    expect(await nights('13', '20')).toEqual(['2097-05-07']);
    expect(await nights('21', '22')).toEqual(['2097-05-21', '2097-05-07']);
    await stepMeeting(southern, meeting, 'CANCELLED', 'Ziek').expect(200);
    expect(await nights('27')).toHaveLength(2);
    expect((await noticesOf(physician))[0].meeting).toMatchObject({ cancelled: true });
    expect([await told(nurse), (await told(southern)).length]).toEqual([[], 2]);
  }); // prettier-ignore
});
