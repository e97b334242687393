import { Injectable } from '@nestjs/common';
import { listName } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { MedicalAnnexItem, MedicalAnnexView } from './medical-note.dto.ts';
import { annexRows } from './medical-note-rows.ts';
import { MeetingAccess } from './meeting-access.service.ts';

/** The part of the minutes that is for physicians, and for the nurse to whom a client allows it. Source: domain.md 10, minutes. */
@Injectable()
export class MedicalAnnexes {
  constructor(private readonly access: MeetingAccess) {}

  /** Of the newest edition of the minutes, or an earlier one. Throws NOT_FOUND where there are no such minutes. */
  async get(meetingId: string, edition?: string): Promise<MedicalAnnexView> {
    await this.access.open(meetingId, 'READ');
    const heads = await query<Omit<MedicalAnnexView, 'items'>>(
      `SELECT meeting_id AS "meetingId", edition, ctx.utc(starts_at) AS "startsAt", ctx.utc(made_at) AS "madeAt"
       FROM care.meeting_minutes WHERE practice_id = ctx.practice_id() AND meeting_id = $1 ORDER BY edition DESC`,
      [meetingId],
    );
    const head = edition === undefined ? heads[0] : heads.find((one) => String(one.edition) === edition);
    if (head === undefined) throw new DomainError('NOT_FOUND');
    const rows = await annexRows(meetingId, head.edition);
    const items = rows.map(({ name, ...row }) => ({ ...row, clientName: listName(name) }));
    noteShown(meetingId, items);
    return { ...head, items };
  }
}

function noteShown(meetingId: string, items: readonly MedicalAnnexItem[]): void {
  const ids = items.map(({ clientId }) => clientId);
  requestContext().log.push({
    type: 'READ_MEDICAL_ANNEX',
    action: 'R',
    objectType: 'MEDICAL_ANNEX',
    objectId: meetingId,
    query: { count: ids.length, ids },
    category: 5,
  });
}
