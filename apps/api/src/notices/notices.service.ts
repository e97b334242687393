import { Injectable } from '@nestjs/common';
import { listName, type NoticeKind, type PersonName } from '@samenoud/domain';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { NoticeCount, NoticeList, NoticeQuery, NoticeView } from './notice.dto.ts';

type NoticeRow = Omit<NoticeView, 'clientName'> & { readonly name: PersonName | null };

/** What a notice is about: ids, never content. */
export interface NoticeSubject {
  readonly kind: NoticeKind;
  readonly clientId?: string;
  readonly objectId?: string;
}

/** Her own notices; the client by her own rights at this moment, so that a relation that ended takes the name away. */
const noticesSql = (): string => `SELECT n.id, n.kind, n.object_id AS "objectId", ctx.utc(n.made_at) AS "madeAt",
    ctx.utc(n.read_at) AS "readAt", c.id AS "clientId", CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('initials', c.initials,
      'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name, 'partnerPrefix', c.partner_prefix,
      'partnerFamily', c.partner_family_name, 'use', c.name_use) END AS name,
    (SELECT jsonb_build_object('startsAt', ctx.utc(m.starts_at), 'place', m.place, 'videoLink', m.video_link, 'cancelled',
        m.state = 'CANCELLED')
      FROM care.meeting m JOIN care.meeting_attendee a ON a.practice_id = m.practice_id AND a.meeting_id = m.id
        AND a.user_id = n.user_id AND a.removed_at IS NULL
      WHERE n.kind IN ('MEETING_COMING', 'MEETING_STAND_IN') AND m.practice_id = n.practice_id AND m.id = n.object_id) AS meeting
  FROM care.notice n
  LEFT JOIN care.client c ON c.practice_id = n.practice_id AND c.id = n.client_id AND ${relatedSql('c', 'IDENTITY')}
    AND ${sharedSql('c', 'c.id', 1)}
  WHERE n.practice_id = ctx.practice_id() AND n.user_id = ctx.user_id()`;

const COUNT = `SELECT count(*) FILTER (WHERE read_at IS NULL)::integer AS unread, count(*)::integer AS total
  FROM care.notice WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id()`;

const DEFAULT_LIMIT = 50;

/** What people are told in the app: who acts writes it in the same transaction, each reads her own. Source: `trust.md` 8. */
@Injectable()
export class Notices {
  constructor(private readonly events: LiveEvents) {}

  /** Tells each of these members of staff, once; nobody is told about her own act. */
  async tell(userIds: readonly string[], { kind, clientId, objectId }: NoticeSubject): Promise<void> {
    const { userId } = requestContext().user;
    const rows = [...new Set(userIds)].filter((id) => id !== userId).map((id) => ({ id: newId(), userId: id }));
    if (rows[0] === undefined) return;
    await query(
      `INSERT INTO care.notice (practice_id, id, user_id, kind, client_id, object_id)
       SELECT ctx.practice_id(), r.id, r."userId", $2, $3, $4 FROM jsonb_to_recordset($1) AS r (id uuid, "userId" uuid)`,
      [JSON.stringify(rows), kind, clientId ?? null, objectId ?? null],
    );
    await this.events.tell(
      rows.map((row) => row.userId),
      'NOTICE',
      objectId ?? rows[0].id,
    );
  }

  async list({ state, limit = DEFAULT_LIMIT, cursor }: NoticeQuery): Promise<NoticeList> {
    const unreadOnly = state === 'UNREAD' ? 'AND n.read_at IS NULL' : '';
    if (cursor !== undefined) await this.find(cursor, invalidInput({ pointer: '/cursor', code: 'INVALID_VALUE' }));
    const rows = await query<NoticeRow>(
      `${noticesSql()} ${unreadOnly} AND ($1::uuid IS NULL OR (n.made_at, n.id) < (SELECT b.made_at, b.id FROM care.notice b
         WHERE b.practice_id = ctx.practice_id() AND b.id = $1))
       ORDER BY n.made_at DESC, n.id DESC LIMIT $2`,
      [cursor ?? null, limit + 1],
    );
    const { unread, total } = await queryOne<NoticeCount & { total: number }>(COUNT);
    const shown = rows.slice(0, limit);
    logNames(shown);
    return {
      items: shown.map(viewOf),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      total: unreadOnly === '' ? total : unread,
      unread,
    };
  }

  async count(): Promise<NoticeCount> {
    const { unread } = await queryOne<NoticeCount>(COUNT);
    return { unread };
  }

  /** Throws NOT_FOUND for what is not hers. */
  async read(id: string): Promise<NoticeView> {
    if (!isUuid(id)) throw new DomainError('NOT_FOUND');
    await changeRows(
      `UPDATE care.notice SET read_at = coalesce(read_at, ctx.now())
       WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1`,
      [id],
    );
    const row = await this.find(id, new DomainError('NOT_FOUND'));
    logNames([row]);
    return viewOf(row);
  }

  private async find(id: string, otherwise: DomainError): Promise<NoticeRow> {
    const [row] = await query<NoticeRow>(`${noticesSql()} AND n.id = $1`, [id]);
    if (!row) throw otherwise;
    return row;
  }
}

const viewOf = ({ name, ...row }: NoticeRow): NoticeView => ({
  ...row,
  clientName: name === null ? null : listName(name),
});

/** Whose names she was shown; a notice without a name says nothing about anybody. */
function logNames(rows: readonly NoticeRow[]): void {
  const ids = [...new Set(rows.flatMap(({ clientId }) => clientId ?? []))];
  if (ids.length === 0) return;
  requestContext().log.push({ type: 'READ_NOTICES', action: 'R', objectType: 'NOTICE', query: { ids }, category: 1 });
}
