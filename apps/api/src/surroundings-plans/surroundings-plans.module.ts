import { Module, type OnModuleInit } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { ExportParts } from '../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../platform/exports/table-part.ts';
import { PrintedSurroundings } from './print-surroundings.service.ts';
import { SurroundingsPlansController } from './surroundings-plans.controller.ts';
import { SurroundingsPlans } from './surroundings-plans.service.ts';

@Module({
  controllers: [SurroundingsPlansController],
  providers: [PrintedSurroundings, SurroundingsPlans],
  exports: [SurroundingsPlans],
})
export class SurroundingsPlansModule implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
  ) {}

  onModuleInit(): void {
    const reads = readsOf('CARE_PLAN', 4);
    this.parts.register(tablePart(this.access, { name: 'surroundingsPlans', table: 'surroundings_plan', reads }));
  }
}
