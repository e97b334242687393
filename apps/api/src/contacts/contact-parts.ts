import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { ExportParts } from '../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../platform/exports/table-part.ts';

/** Contacts and each correction of them in the export of a record. */
@Injectable()
export class ContactParts implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
  ) {}

  onModuleInit(): void {
    const reads = readsOf('CONTACTS', 4);
    this.parts.register(tablePart(this.access, { name: 'contacts', table: 'contact_moment', reads }));
    this.parts.register(tablePart(this.access, { name: 'contactChanges', table: 'contact_change', reads }));
  }
}
