import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MEETING_STATES, meetingReasonNeeded, meetingStepNeeds } from '@samenoud/domain';
import { readPdf } from '../testing/read-pdf.ts';
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

describe('a topic about no client', () => {
  interface Topic {
    readonly id: string;
    readonly version: number;
    readonly text: string;
    readonly note: string | null;
    readonly discussed: boolean;
    readonly carriedOver: boolean;
  }
  type Minutes = { readonly topics: readonly Topic[] };
  let west: Agent;
  beforeAll(async () => {
    west = await stack.as('GP', 'leeg');
  });
  const add = async (by: Agent, { id }: { id: string }, words: string, status = 201): Promise<Topic> =>
    (await by.post(`/api/v1/meetings/${id}/topics`).send({ text: words }).expect(status)).body;
  const change = (by: Agent, { id, version }: Topic, body: object): ReturnType<Agent['patch']> =>
    by.patch(`/api/v1/meeting-topics/${id}`).set('If-Match', `"${version}"`).send(body);
  const topicsOf = async (meeting: { id: string }): Promise<readonly Topic[]> =>
    ((await getMeeting(west, meeting)) as unknown as Minutes).topics;
  const words = async (meeting: { id: string }): Promise<string[]> => (await topicsOf(meeting)).map(({ text }) => text);
  const minutesOf = async ({ id }: { id: string }): Promise<readonly Topic[]> =>
    (await west.get(`/api/v1/meetings/${id}/minutes`).expect(200)).body.topics;

  it('is brought in by who may write on an agenda, in an order people choose, and taken off', async () => {
    const meeting = await makeMeeting(west);
    const first = await add(west, meeting, ' Griepprik ');
    await add(await stack.as('PRACTICE_ASSISTANT', 'leeg'), meeting, 'Rooster');
    const third = await add(await stack.as('DISTRICT_NURSE', 'leeg'), meeting, 'Folder');
    expect(await words(meeting)).toEqual(['Griepprik', 'Rooster', 'Folder']);
    await change(west, third, { place: 1 }).expect(200);
    expect(await words(meeting)).toEqual(['Folder', 'Griepprik', 'Rooster']);
    const { body: renamed } = await change(west, first, { text: 'Griepprik 2099' }).expect(200);
    expect((await change(west, first, { text: 'Anders' }).expect(412)).body.current).toMatchObject({ text: 'Griepprik 2099' });
    await change(west, renamed, { withdrawn: true }).expect(200);
    expect(await words(meeting)).toEqual(['Folder', 'Rooster']);
    await add(west, meeting, '', 400);
    await add(gp, meeting, 'Vreemd', 404);
    await change(gp, third, { text: 'Vreemd' }).expect(404);
    await change(await stack.as('PRACTICE_ASSISTANT', 'leeg'), third, { text: 'Anders' }).expect(403);
    expect((await change(west, (await topicsOf(meeting))[0] as Topic, { note: 'Te vroeg' }).expect(409)).body.code).toBe('WRONG_STATE');
    await stepMeeting(west, meeting, 'CANCELLED', 'Reden').expect(200);
    await add(west, meeting, 'Te laat', 409);
  }); // prettier-ignore

  it('goes to the next meeting when it was cancelled or not discussed, and stands in the minutes as it was', async () => {
    const meeting = await makeMeeting(west);
    expect((await topicsOf(meeting)).map(({ text, carriedOver }) => [text, carriedOver])).toEqual([['Folder', true], ['Rooster', true]]);
    await leadTo(west, meeting, 'RUNNING');
    const [folder, rooster] = await topicsOf(meeting);
    const { body: noted } = await change(west, folder as Topic, { note: 'Els bestelt er 100' }).expect(200);
    expect(noted).toMatchObject({ note: 'Els bestelt er 100', discussed: true });
    await stepMeeting(west, meeting, 'CLOSED').expect(200);
    expect((await minutesOf(meeting)).map(({ text, note, discussed }) => [text, note, discussed])).toEqual([
      ['Folder', 'Els bestelt er 100', true],
      ['Rooster', null, false],
    ]);
    const { body: paper } = await west.get(`/api/v1/meetings/${meeting.id}/minutes.pdf`).expect(200);
    const pdf = await readPdf(paper as Buffer, { scan: false });
    expect(pdf.pages.map(({ text }) => text).join(' ')).toContain('Els bestelt er 100');
    expect((await change(west, rooster as Topic, { discussed: true }).expect(409)).body.code).toBe('WRONG_STATE');
    const next = await makeMeeting(west, { startsAt: '2099-04-02T10:00:00Z' });
    expect(await words(next)).toEqual(['Rooster']);
    await stepMeeting(west, meeting, 'REOPENED', 'Vergeten').expect(200);
    await change(west, rooster as Topic, { discussed: true }).expect(200);
    await stepMeeting(west, meeting, 'CLOSED').expect(200);
    expect(await words(next)).toEqual([]);
    expect((await minutesOf(meeting)).map(({ discussed }) => discussed)).toEqual([true, true]);
  }); // prettier-ignore
});
