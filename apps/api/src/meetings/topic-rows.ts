import { newId } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { MinutesTopic, TopicView } from './meeting-topic.dto.ts';

export interface TopicRow extends TopicView {
  readonly meetingId: string;
}

const SELECT = `SELECT id, version, meeting_id AS "meetingId", place, text, note, discussed, brought_by AS "broughtBy",
    ctx.utc(brought_at) AS "broughtAt", carried_from IS NOT NULL AS "carriedOver"
  FROM care.meeting_topic WHERE practice_id = ctx.practice_id() AND withdrawn_at IS NULL`;

export const topicsOf = (meetingId: string): Promise<TopicRow[]> =>
  query<TopicRow>(`${SELECT} AND meeting_id = $1 ORDER BY place, id`, [meetingId]);

/** What the minutes keep of each, as it stands. */
export const minutesTopics = async (meetingId: string): Promise<MinutesTopic[]> =>
  (await topicsOf(meetingId)).map(({ id, text, note, discussed, broughtBy }) => ({
    id,
    text,
    note,
    discussed,
    broughtBy,
  }));

/** Also one that was taken off. */
export async function findTopic(id: string): Promise<TopicRow | undefined> {
  const [row] = await query<TopicRow>(`${SELECT.replace('AND withdrawn_at IS NULL', '')} AND id = $1`, [id]);
  return row;
}

/** Last of the topics of a meeting. */
export async function insertTopic(meetingId: string, words: string): Promise<string> {
  const id = newId();
  await query(
    `INSERT INTO care.meeting_topic (practice_id, id, meeting_id, place, text, brought_by, changed_by)
     SELECT ctx.practice_id(), $1, $2, coalesce(max(place), 0) + 1, $3, ctx.user_id(), ctx.user_id()
     FROM care.meeting_topic WHERE practice_id = ctx.practice_id() AND meeting_id = $2`,
    [id, meetingId, words],
  );
  return id;
}

/** Numbers the topics of a meeting anew, with one of them at a place of its own. */
export async function placeTopic(meetingId: string, id: string, place: number): Promise<void> {
  const others = (await topicsOf(meetingId)).map((topic) => topic.id).filter((other) => other !== id);
  await query(
    `UPDATE care.meeting_topic t SET place = o.place FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place)
     WHERE t.practice_id = ctx.practice_id() AND t.meeting_id = $1 AND t.id = o.id`,
    [meetingId, others.toSpliced(place - 1, 0, id)],
  );
}

/**
 * Copies what a meeting that closed did not discuss, and what stood on one that was cancelled, to the next in preparation; while there
 * is none it waits. A copy goes again when its meeting was reopened and discussed it after all.
 */
export async function carryTopicsOver(): Promise<void> {
  await query(
    `UPDATE care.meeting_topic s SET withdrawn_at = ctx.now(), version = s.version + 1
     FROM care.meeting_topic t, care.meeting m
     WHERE s.practice_id = ctx.practice_id() AND t.practice_id = s.practice_id AND t.id = s.carried_from
       AND (t.discussed OR t.withdrawn_at IS NOT NULL) AND NOT s.discussed AND s.withdrawn_at IS NULL
       AND m.practice_id = s.practice_id AND m.id = s.meeting_id AND m.state IN ('DRAFT', 'OPEN')`,
  );
  await query(
    `INSERT INTO care.meeting_topic (practice_id, id, meeting_id, place, text, brought_by, brought_at, carried_from, changed_by)
     SELECT t.practice_id, gen_random_uuid(), n.id, n.last + row_number() OVER (ORDER BY m.starts_at, t.place, t.id), t.text, t.brought_by,
       t.brought_at, t.id, ctx.user_id()
     FROM (SELECT c.id, (SELECT coalesce(max(k.place), 0) FROM care.meeting_topic k WHERE k.practice_id = c.practice_id
             AND k.meeting_id = c.id) AS last
           FROM care.meeting c WHERE c.practice_id = ctx.practice_id() AND c.state IN ('DRAFT', 'OPEN') AND c.starts_at >= ctx.now()
           ORDER BY c.starts_at, c.id LIMIT 1) n
     CROSS JOIN care.meeting_topic t
     JOIN care.meeting m ON m.practice_id = t.practice_id AND m.id = t.meeting_id
     WHERE t.practice_id = ctx.practice_id() AND t.withdrawn_at IS NULL AND NOT t.discussed AND m.state IN ('CLOSED', 'CANCELLED')
       AND NOT EXISTS (SELECT FROM care.meeting_topic s WHERE s.practice_id = t.practice_id AND s.carried_from = t.id)`,
  );
}
