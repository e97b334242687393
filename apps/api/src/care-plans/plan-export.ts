import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { ExportParts } from '../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../platform/exports/table-part.ts';

const PARTS = {
  carePlans: 'care_plan',
  problems: 'client_problem',
  goals: 'goal',
  goalScores: 'goal_score',
  evaluations: 'evaluation',
  carePlanEditions: 'care_plan_edition',
  carePlanEditionParts: 'care_plan_edition_part',
  carePlanChanges: 'care_plan_change',
} as const;

/** What the client's own copy of her record tells of her plans. */
@Injectable()
export class PlanExport implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
  ) {}

  onModuleInit(): void {
    for (const [name, table] of Object.entries(PARTS))
      this.parts.register(tablePart(this.access, { name, table, reads: readsOf('CARE_PLAN', 4) }));
  }
}
