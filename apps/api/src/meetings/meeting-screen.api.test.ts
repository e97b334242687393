import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listen } from '../testing/event-listener.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { leadTo, makeMeeting, stepMeeting } from '../testing/test-meetings.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let adviser: Agent;

const GP = testMember('noord', 'GP').userId;
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
