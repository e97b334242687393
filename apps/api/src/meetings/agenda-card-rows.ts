import { CARD_CHANGES, type CardChange, type Day } from '@samenoud/domain';
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

/**
 * What came into the record since the agenda stood still, as far as it is shared; what this meeting decided is not a surprise. A form
 * that was amended is the last of those it follows; a plan that was adopted got an edition.
 */
export const changedSince = (itemId: string, clientId: string): Promise<{ code: CardChange; on: Day }[]> =>
  query(
    `WITH RECURSIVE frozen AS (SELECT m.id, m.started_at AS at FROM care.agenda_item i JOIN care.meeting m ON m.practice_id = i.practice_id
         AND m.id = i.meeting_id WHERE i.practice_id = ctx.practice_id() AND i.id = $1 AND m.started_at IS NOT NULL),
       forms AS (SELECT n.id AS newest, n.supersedes_id, n.completed_at FROM care.response n
           WHERE n.practice_id = ctx.practice_id() AND n.client_id = $2 AND n.status = 'COMPLETED'
         UNION ALL SELECT n.newest, o.supersedes_id, o.completed_at FROM forms n JOIN care.response o
           ON o.practice_id = ctx.practice_id() AND o.id = n.supersedes_id),
       changes AS (
         SELECT CASE WHEN n.supersedes_id IS NULL THEN 'ANSWERS' ELSE 'ANSWERS_REVISED' END AS code, n.completed_at AS at
           FROM forms n JOIN care.assessment a ON a.practice_id = ctx.practice_id() AND a.response_id = n.newest WHERE ${sharedRowSql('a')}
         UNION ALL SELECT 'PROFILE', a.assigned_at FROM care.profile_assignment a, frozen f
           WHERE ${ofClient('a')} AND a.undone_at IS NULL
             AND NOT EXISTS (SELECT FROM care.decision d WHERE d.practice_id = a.practice_id AND d.assignment_id = a.id
               AND d.meeting_id = f.id)
         UNION ALL SELECT 'SIGNAL', s.recorded_at FROM care.signal s WHERE ${ofClient('s')}
         UNION ALL SELECT 'PLAN_EDITION', e.adopted_at FROM care.care_plan_edition e WHERE ${ofClient('e')}
         UNION ALL SELECT 'PLAN_STATE', p.made_at FROM care.care_plan p WHERE ${ofClient('p')}
         UNION ALL SELECT 'PLAN_STATE', h.changed_at FROM care.care_plan_change h
           WHERE ${ofClient('h')} AND h.subject = 'PLAN' AND h.after ->> 'state' <> 'ADOPTED'
         UNION ALL SELECT 'REFERRAL', v.at FROM frozen f, (
             SELECT r.id, r.made_at AS at FROM care.referral r WHERE ${ofClient('r')}
             UNION ALL SELECT t.referral_id, t.made_at FROM care.referral_step t WHERE ${ofClient('t')} AND t.from_state <> t.to_state) v
           WHERE NOT EXISTS (SELECT FROM care.decision d WHERE d.practice_id = ctx.practice_id() AND d.referral_id = v.id
             AND d.meeting_id = f.id)
         UNION ALL SELECT 'STATUS', h.changed_at FROM care.data_change h WHERE h.practice_id = ctx.practice_id()
           AND h.client_id = $2 AND h.subject = 'CLIENT' AND h.after ? 'status')
     SELECT c.code, (max(c.at) AT TIME ZONE 'Europe/Amsterdam')::date AS "on" FROM changes c, frozen f WHERE c.at > f.at
     GROUP BY c.code ORDER BY array_position($3, c.code)`,
    [itemId, clientId, CARD_CHANGES],
  );

const ofClient = (alias: string): string =>
  `${alias}.practice_id = ctx.practice_id() AND ${alias}.client_id = $2 AND ${sharedRowSql(alias)}`;
