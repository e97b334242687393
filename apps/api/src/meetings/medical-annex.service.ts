import { Injectable } from '@nestjs/common';
import { listName } from '@samenoud/domain';
import { requestContext } from '../platform/request/request-context.ts';
import type { MedicalAnnexItem, MedicalAnnexView } from './medical-note.dto.ts';
import { annexRows } from './medical-note-rows.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import { headOfEdition, minutesHeads } from './minutes-heads.ts';

/** The part of the minutes that is for physicians, and for the nurse to whom a client allows it. Source: domain.md 10, minutes. */
@Injectable()
export class MedicalAnnexes {
  constructor(private readonly access: MeetingAccess) {}

  /** Of the newest edition of the minutes, or an earlier one. Throws NOT_FOUND where there are no such minutes. */
  async get(meetingId: string, edition?: string): Promise<MedicalAnnexView> {
    await this.access.open(meetingId, 'READ');
    const head = headOfEdition(await minutesHeads(meetingId), edition);
    const rows = await annexRows(meetingId, head.edition);
    const items = rows.map(({ name, ...row }) => ({ ...row, clientName: listName(name) }));
    noteShown(meetingId, items);
    return { meetingId, edition: head.edition, startsAt: head.startsAt, madeAt: head.madeAt, items };
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
