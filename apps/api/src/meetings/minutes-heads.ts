import { DomainError } from '../platform/http/problem.ts';
import { query } from '../platform/request/request-context.ts';
import type { MinutesView } from './minutes.dto.ts';

/** What an edition of the minutes says of the meeting as a whole. */
export type MinutesHead = Omit<MinutesView, 'items' | 'editions'> & { readonly id: string };

/** The editions of the minutes of a meeting, newest first. */
export const minutesHeads = (meetingId: string): Promise<MinutesHead[]> =>
  query<MinutesHead>(
    `SELECT id, meeting_id AS "meetingId", edition, ctx.utc(starts_at) AS "startsAt", place, attendance, topics, reason, made_by AS "madeBy",
       ctx.utc(made_at) AS "madeAt"
     FROM care.meeting_minutes WHERE practice_id = ctx.practice_id() AND meeting_id = $1 ORDER BY edition DESC`,
    [meetingId],
  );

/** The edition that was asked for, else the newest. Throws NOT_FOUND where there is none. */
export function headOfEdition(heads: readonly MinutesHead[], edition: string | undefined): MinutesHead {
  const head = edition === undefined ? heads[0] : heads.find((one) => String(one.edition) === edition);
  if (head === undefined) throw new DomainError('NOT_FOUND');
  return head;
}
