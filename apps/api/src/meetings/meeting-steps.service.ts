import { Injectable } from '@nestjs/common';
import { meetingReasonNeeded, type MeetingState, meetingStepNeeds } from '@samenoud/domain';
import { MeetingPlaces } from '../care-teams/meeting-places.service.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, queryOne } from '../platform/request/request-context.ts';
import { BuildAgendas } from './build-agenda.service.ts';
import { CloseMeetings } from './close-meeting.service.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import type { StepMeeting } from './meeting.dto.ts';
import type { MeetingRow } from './meeting-row.ts';

/** The steps of a meeting; docs/state-machines/meeting.md prints them. */
@Injectable()
export class MeetingSteps {
  constructor(
    private readonly access: MeetingAccess,
    private readonly places: MeetingPlaces,
    private readonly agendas: BuildAgendas,
    private readonly closing: CloseMeetings,
    private readonly events: LiveEvents,
  ) {}

  /**
   * What follows a step follows in the same transaction; what people brought in for a cancelled meeting goes to the next one, and the care
   * relation of attendees follows every step. Throws INVALID_INPUT without the reason that is asked, WRONG_STATE, HAS_DECISIONS.
   */
  async take(id: string, { to, reason }: StepMeeting): Promise<void> {
    const words = reason?.trim() || null;
    if (meetingReasonNeeded(to) && words === null) throw invalidInput({ pointer: '/reason', code: 'REQUIRED' });
    const row = await this.access.open(id, 'FINALISE', 'CHANGE');
    const needs = meetingStepNeeds(row.state, to);
    if (needs === undefined) throw new DomainError('WRONG_STATE');
    if (needs.includes('NO_DECISIONS') && (await hasDecisions(id))) throw new DomainError('HAS_DECISIONS');
    if (to === 'CLOSED') await this.closing.prepare(row);
    await write(row, to, words);
    if (to === 'CLOSED') await this.closing.finish(row, words ?? (await whyReopened(id)));
    if (to === 'CANCELLED') await this.agendas.moveTopics();
    await this.places.follow(id);
    await this.events.hint('MEETING', id, row.version + 1);
  }
}

/** The reason of the next edition is that of reopening. */
async function whyReopened(id: string): Promise<string | null> {
  const [step] = await query<{ reason: string | null }>(
    `SELECT reason FROM care.meeting_step WHERE practice_id = ctx.practice_id() AND meeting_id = $1 AND to_state = 'REOPENED'
     ORDER BY made_at DESC, id DESC LIMIT 1`,
    [id],
  );
  return step?.reason ?? null;
}

async function hasDecisions(id: string): Promise<boolean> {
  const { has } = await queryOne<{ has: boolean }>('SELECT care.meeting_has_decisions($1) AS has', [id]);
  return has;
}

async function write({ id, state }: MeetingRow, to: MeetingState, reason: string | null): Promise<void> {
  await query(
    `UPDATE care.meeting SET version = version + 1, state = $2, changed_by = ctx.user_id(), changed_at = ctx.now(),
       started_at = CASE $2 WHEN 'RUNNING' THEN ctx.now() WHEN 'OPEN' THEN NULL ELSE started_at END,
       presented_by = CASE $2 WHEN 'RUNNING' THEN ctx.user_id() END, shown_place = NULL,
       closed_at = CASE WHEN $2 = 'CLOSED' THEN ctx.now() ELSE closed_at END
     WHERE practice_id = ctx.practice_id() AND id = $1`,
    [id, to],
  );
  await query(
    `INSERT INTO care.meeting_step (practice_id, id, meeting_id, from_state, to_state, reason, made_by)
     VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, ctx.user_id())`,
    [newId(), id, state, to, reason],
  );
}
