import { type CardChange, type Day } from '@samenoud/domain';
import { sharedRowSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query } from '../platform/request/request-context.ts';

/** The form that the line is about, else the newest; undefined where there is none that she may know of. */
export async function formOfCard(itemId: string, clientId: string): Promise<string | undefined> {
  const [row] = await query<{ id: string }>(
    `SELECT n.id FROM care.response n WHERE n.practice_id = ctx.practice_id() AND n.client_id = $2 AND n.status = 'COMPLETED'
       AND ${sharedSql('n', 'n.client_id', 1)}
     ORDER BY EXISTS (SELECT FROM care.agenda_reason r WHERE r.practice_id = n.practice_id AND r.item_id = $1 AND r.row_id = n.id
       AND r.code LIKE 'PROFILE%') DESC, n.completed_on DESC, n.completed_at DESC, n.id DESC LIMIT 1`,
    [itemId, clientId],
  );
  return row?.id;
}

export async function profileOfCard(clientId: string): Promise<string | null> {
  const [row] = await query<{ profile: string }>(
    `SELECT a.profile FROM care.profile_assignment a WHERE a.practice_id = ctx.practice_id() AND a.client_id = $1 AND a.undone_at IS NULL
       AND ${sharedRowSql('a')} ORDER BY a.assigned_at DESC, a.id DESC LIMIT 1`,
    [clientId],
  );
  return row?.profile ?? null;
}

/** What came into the record since the agenda stood still, as far as it is shared; what this meeting decided is not a surprise. */
export const changedSince = (itemId: string, clientId: string): Promise<{ code: CardChange; on: Day }[]> =>
  query(
    `WITH frozen AS (SELECT m.id, m.started_at AS at FROM care.agenda_item i JOIN care.meeting m ON m.practice_id = i.practice_id
         AND m.id = i.meeting_id WHERE i.practice_id = ctx.practice_id() AND i.id = $1 AND m.started_at IS NOT NULL),
       changes AS (
         SELECT 1 AS place, 'ANSWERS' AS code, n.completed_at AS at FROM care.response n JOIN care.assessment a
           ON a.practice_id = n.practice_id AND a.response_id = n.id
           WHERE n.practice_id = ctx.practice_id() AND n.client_id = $2 AND n.status = 'COMPLETED' AND ${sharedRowSql('a')}
         UNION ALL SELECT 2, 'PROFILE', a.assigned_at FROM care.profile_assignment a, frozen f
           WHERE a.practice_id = ctx.practice_id() AND a.client_id = $2 AND a.undone_at IS NULL AND ${sharedRowSql('a')}
             AND NOT EXISTS (SELECT FROM care.decision d WHERE d.practice_id = a.practice_id AND d.assignment_id = a.id
               AND d.meeting_id = f.id)
         UNION ALL SELECT 3, 'SIGNAL', s.recorded_at FROM care.signal s
           WHERE s.practice_id = ctx.practice_id() AND s.client_id = $2 AND ${sharedRowSql('s')}
         UNION ALL SELECT 4, 'STATUS', h.changed_at FROM care.data_change h WHERE h.practice_id = ctx.practice_id()
           AND h.client_id = $2 AND h.subject = 'CLIENT' AND h.after ? 'status')
     SELECT c.code, (max(c.at) AT TIME ZONE 'Europe/Amsterdam')::date AS "on" FROM changes c, frozen f WHERE c.at > f.at
     GROUP BY c.place, c.code ORDER BY c.place`,
    [itemId, clientId],
  );
