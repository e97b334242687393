import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { ExportParts } from '../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../platform/exports/table-part.ts';

/** What meetings asked, decided and wrote down about a client, in the export of a record. */
@Injectable()
export class MeetingParts implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
  ) {}

  onModuleInit(): void {
    const reads = readsOf('MEETING', 6);
    const review = readsOf('RISK_PROFILE', 3);
    const everyCategory = readsOf('MEETING', 1, 2, 3, 4, 5, 6);
    this.parts.register(tablePart(this.access, { name: 'agendaItems', table: 'agenda_item', reads }));
    this.parts.register(tablePart(this.access, { name: 'agendaTopics', table: 'agenda_topic', reads }));
    this.parts.register(tablePart(this.access, { name: 'reviewMarks', table: 'review_mark', reads: review }));
    this.parts.register(tablePart(this.access, { name: 'decisions', table: 'decision', reads }));
    this.parts.register(
      tablePart(this.access, { name: 'agendaReasons', table: 'agenda_reason', reads: everyCategory }),
    );
    const annex = readsOf('MEDICAL_ANNEX', 5);
    const versions = { table: 'record_version', of: `t.client_id = $1 AND t.subject = 'medical_note'`, reads: annex };
    this.parts.register(tablePart(this.access, { name: 'medicalNotes', table: 'medical_note', reads: annex }));
    this.parts.register(tablePart(this.access, { name: 'medicalNoteVersions', ...versions }));
    this.parts.register(tablePart(this.access, { name: 'minutesItems', table: 'minutes_item', reads: everyCategory }));
  }
}
