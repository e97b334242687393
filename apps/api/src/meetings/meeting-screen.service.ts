import { Injectable } from '@nestjs/common';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { changeRows, queryOne, requestContext } from '../platform/request/request-context.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import type { ShownPlace, ShowPlace } from './meeting-screen.dto.ts';

/** Which client all look at while a meeting runs: the presenter shows, the others follow. */
@Injectable()
export class MeetingScreens {
  constructor(
    private readonly access: MeetingAccess,
    private readonly events: LiveEvents,
  ) {}

  async get(id: string): Promise<ShownPlace> {
    await this.access.open(id, 'READ');
    return shownIn(id);
  }

  /** Changes nothing for who does not present any more, and answers what is shown. Throws WRONG_STATE while it does not run. */
  async show(id: string, { place, takeOver = false }: ShowPlace): Promise<ShownPlace> {
    const { state } = await this.access.open(id, 'UPDATE');
    if (state !== 'RUNNING') throw new DomainError('WRONG_STATE');
    const changed = await changeRows(
      `UPDATE care.meeting SET presented_by = ctx.user_id(), shown_place = $2
       WHERE practice_id = ctx.practice_id() AND id = $1 AND state = 'RUNNING' AND ($3 OR coalesce(presented_by, ctx.user_id()) = ctx.user_id())`,
      [id, place, takeOver],
    );
    if (changed > 0) await this.events.hint('MEETING_SHOWN', id, place);
    return shownIn(id);
  }

  /** The page of this session is open and follows the meeting, so that it locks later. Throws WRONG_STATE while it does not run. */
  async follow(id: string, tokenHash: Buffer): Promise<void> {
    const { state } = await this.access.open(id, 'READ');
    if (state !== 'RUNNING') throw new DomainError('WRONG_STATE');
    await callAuth(requestContext().manager, 'follow_meeting', tokenHash);
  }
}

const shownIn = (id: string): Promise<ShownPlace> =>
  queryOne<ShownPlace>(
    'SELECT shown_place AS place, presented_by AS "presenterId" FROM care.meeting WHERE practice_id = ctx.practice_id() AND id = $1',
    [id],
  );
