import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { ExportParts } from '../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../platform/exports/table-part.ts';

/**
 * What the export of a client holds of this slice, and of every version the database keeps. Directives go with the right to read
 * the plan: who may only know that there is one, gets none.
 */
@Injectable()
export class TreatmentPlanParts implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
  ) {}

  onModuleInit(): void {
    const { access, parts } = this;
    parts.register(tablePart(access, { name: 'treatmentPlans', table: 'treatment_plan', reads: readsOf('TREATMENT_PLAN', 5) })); // prettier-ignore
    parts.register(tablePart(access, { name: 'directives', table: 'directive', reads: readsOf('TREATMENT_PLAN', 5) }));
    parts.register(tablePart(access, { name: 'carePlanningTalks', table: 'care_planning_talk', reads: readsOf('CARE_PLAN', 4) })); // prettier-ignore
    parts.register(
      tablePart(access, {
        name: 'recordVersions',
        table: 'record_version',
        of: `t.client_id = $1 AND t.subject <> 'medical_note'`,
        reads: [...readsOf('TREATMENT_PLAN', 5), ...readsOf('CARE_PLAN', 4)],
      }),
    );
  }
}
