import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { ExportParts } from '../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../platform/exports/table-part.ts';

/** Actions, and each change of them, in the export of a record. */
@Injectable()
export class ActionParts implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
  ) {}

  onModuleInit(): void {
    const reads = readsOf('TASKS', 1, 2, 4, 6);
    this.parts.register(tablePart(this.access, { name: 'actions', table: 'action', reads }));
    this.parts.register(tablePart(this.access, { name: 'actionSteps', table: 'action_step', reads }));
  }
}
