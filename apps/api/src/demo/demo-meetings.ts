import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type Day, instantOfClock, partsOfDay, SERIES_WEEKS, type StaffRole, weekdayOf } from '@samenoud/domain'; // prettier-ignore
import { AgendaItems } from '../meetings/agenda-items.service.ts';
import { Meetings } from '../meetings/meetings.service.ts';
import { Series } from '../meetings/series.service.ts';
import { MeetingSteps } from '../meetings/meeting-steps.service.ts';
import { withIds } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { Act } from '../platform/request/transaction.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoPractice } from './demo-people.ts';
import { signedIn } from './demo-staff.ts';

const DAYS_AHEAD = 7;
const TIME = '14:00';

interface Step {
  readonly by: StaffRole;
  readonly time: string;
  readonly work: (app: INestApplicationContext, day: Day) => Promise<void>;
}

/** The series, and the meeting of next week: planned by the GP, a question of the wijkverpleegkundige, and shared. */
const STEPS: readonly Step[] = [
  { by: 'GP', time: '14:50', work: keepSeries },
  { by: 'GP', time: '15:00', work: plan },
  { by: 'DISTRICT_NURSE', time: '15:20', work: ask },
  { by: 'GP', time: '15:40', work: share },
];

/** Monthly on the weekday of the meeting of next week, with everybody who may take part. */
async function keepSeries(app: INestApplicationContext, day: Day): Promise<void> {
  const on = addDays(day, DAYS_AHEAD);
  const week = SERIES_WEEKS[Math.ceil(partsOfDay(on).dayOfMonth / 7) - 1] ?? 'LAST';
  const series = app.get(Series, { strict: false });
  const { version, members } = await series.get();
  const rhythm = { week, weekday: weekdayOf(on), time: TIME };
  await series.put(`"${version}"`, { rhythm, minutes: 60, minutesPerClient: 5, place: 'Vergaderkamer', members });
}

async function plan(app: INestApplicationContext, day: Day): Promise<void> {
  const startsAt = instantOfClock(addDays(day, DAYS_AHEAD), TIME);
  await app.get(Meetings, { strict: false }).make({ startsAt, place: 'Vergaderkamer' });
}

async function ask(app: INestApplicationContext): Promise<void> {
  const [client] = await query<{ id: string }>(
    `SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND case_manager_id = ctx.user_id() AND status = 'ACTIVE'
       AND NOT restricted ORDER BY sort_name, id LIMIT 1`,
  );
  if (client === undefined) return;
  const question = 'Wie gaat mee op huisbezoek over de medicijnen?';
  await app.get(AgendaItems, { strict: false }).addToNext(client.id, { question, clientAgreement: 'YES' });
}

async function share(app: INestApplicationContext): Promise<void> {
  const [meeting] = await query<{ id: string }>(
    `SELECT id FROM care.meeting WHERE practice_id = ctx.practice_id() AND state = 'DRAFT' ORDER BY starts_at LIMIT 1`,
  );
  if (meeting !== undefined) await app.get(MeetingSteps, { strict: false }).take(meeting.id, { to: 'OPEN' });
}

export function meetingActs(app: INestApplicationContext, { practice }: DemoPractice, day: Day): Act[] {
  const members = practice.organisations.flatMap((organisation) => organisation.members);
  return STEPS.flatMap(({ by, time, work }) => {
    const member = members.find(({ role }) => role === by);
    if (member === undefined) return [];
    const at = `${addDays(day, -1)}T${time}:00Z`;
    return [
      {
        user: signedIn(practice, member.id),
        origin: { requestId: `demo-${practice.shortName}-meeting-${time}`, address: 'console', now: at },
        work: () => withIds(idsOf(`${day}|${practice.shortName}|meeting|${time}`, at), () => work(app, day)),
      },
    ];
  });
}
