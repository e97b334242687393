import { Injectable } from '@nestjs/common';
import { isFrozen, takesDecisions } from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { changeRows } from '../platform/request/request-context.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import type { ChangeTopic, TopicView } from './meeting-topic.dto.ts';
import { findTopic, insertTopic, placeTopic, topicsOf, type TopicRow } from './topic-rows.ts';

/** Topics about no client, at the end of an agenda. Source: domain.md 10. */
@Injectable()
export class MeetingTopics {
  constructor(
    private readonly access: MeetingAccess,
    private readonly events: LiveEvents,
  ) {}

  async of(meetingId: string): Promise<TopicView[]> {
    return (await topicsOf(meetingId)).map(viewOf);
  }

  /** Throws WRONG_STATE once the meeting is over. */
  async add(meetingId: string, words: string): Promise<TopicView> {
    const meeting = await this.access.open(meetingId, 'CREATE', 'CHANGE');
    if (isFrozen(meeting.state)) throw new DomainError('WRONG_STATE');
    const id = await insertTopic(meeting.id, words.trim());
    await this.events.hint('MEETING', meeting.id);
    return viewOf(await this.get(id));
  }

  /** What was said is written while the meeting runs. Throws WRONG_STATE, STALE. */
  async change(id: string, ifMatch: string | undefined, body: ChangeTopic): Promise<TopicView> {
    const version = expectedVersion(ifMatch);
    const { meetingId } = await this.get(id);
    const { state } = await this.access.open(meetingId, 'UPDATE', 'CHANGE');
    const topic = await this.get(id);
    if (topic.version !== version) throw stale(topic);
    const isSaid = body.note !== undefined || body.discussed !== undefined;
    if (isFrozen(state) || (isSaid && !takesDecisions(state))) throw new DomainError('WRONG_STATE');
    await write(topic, body);
    if (body.place !== undefined) await placeTopic(meetingId, id, body.place);
    await this.events.hint('MEETING', meetingId);
    return viewOf(await this.get(id));
  }

  private async get(id: string): Promise<TopicRow> {
    const topic = isUuid(id) ? await findTopic(id) : undefined;
    if (topic === undefined) throw new DomainError('NOT_FOUND');
    return topic;
  }
}

function viewOf(row: TopicRow): TopicView {
  const { meetingId: _, ...topic } = row;
  return topic;
}

const stale = (topic: TopicRow): DomainError => new DomainError('STALE', { extra: { current: viewOf(topic) } });

async function write(topic: TopicRow, { text, note, discussed, withdrawn }: ChangeTopic): Promise<void> {
  const words = note === undefined ? topic.note : note?.trim() || null;
  await changeRows(
    `UPDATE care.meeting_topic SET version = version + 1, text = $2, note = $3, discussed = $4,
       withdrawn_at = CASE WHEN $5 THEN ctx.now() WHEN NOT $5 THEN NULL ELSE withdrawn_at END, changed_by = ctx.user_id(),
       changed_at = ctx.now()
     WHERE practice_id = ctx.practice_id() AND id = $1`,
    [topic.id, text?.trim() ?? topic.text, words, words !== null || (discussed ?? topic.discussed), withdrawn ?? null],
  );
}
