import { Injectable } from '@nestjs/common';
import {
  type Day,
  EMPTY_TREATMENT_PLAN,
  isReviewDue,
  normaliseIcpc,
  type PlannedProblem,
  type TreatmentPlanContent,
  treatmentPlanFaults,
} from '@samenoud/domain';
import {
  ClientDocuments,
  type DocumentKind,
  type OpenedDocument,
} from '../platform/client-documents/client-documents.ts';
import { refuseFaults, trimmed } from '../platform/client-documents/document-input.ts';
import { type RecordVersionList, RecordVersions } from '../platform/client-documents/record-versions.ts';
import type { PageQuery } from '../platform/http/page.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { SaveTreatmentPlan, TreatmentPlanView } from './treatment-plan.dto.ts';

const PLAN: DocumentKind = {
  table: 'treatment_plan',
  object: 'TREATMENT_PLAN',
  resource: 'TREATMENT_PLAN',
  category: 5,
};

/** The medical treatment plan of a client, by GP and elderly care physician. Source: `domain.md` 8. */
@Injectable()
export class TreatmentPlans {
  constructor(
    private readonly documents: ClientDocuments,
    private readonly versions: RecordVersions,
  ) {}

  async get(clientId: string): Promise<TreatmentPlanView> {
    return planView(await this.documents.read<TreatmentPlanContent>(PLAN, clientId));
  }

  /** Throws 400 with the fields to mend, STALE with the plan as it is. */
  async put(clientId: string, ifMatch: string | undefined, body: SaveTreatmentPlan): Promise<TreatmentPlanView> {
    const content = contentOf(body);
    refuseFaults(treatmentPlanFaults(content, requestContext().today));
    return this.documents.write(PLAN, clientId, ifMatch, content, planView);
  }

  async listVersions(clientId: string, page: PageQuery): Promise<RecordVersionList> {
    await this.documents.read(PLAN, clientId);
    return this.versions.listOf(clientId, 'treatment_plan', 'TREATMENT_PLAN', page);
  }
}

function contentOf({ problems, ...rest }: SaveTreatmentPlan): TreatmentPlanContent {
  return { ...EMPTY_TREATMENT_PLAN, ...trimmed({ ...rest }), problems: problems.map(problemOf) };
}

function problemOf({ icpc = null, text, policy = null }: Partial<PlannedProblem> & { text: string }): PlannedProblem {
  return { ...trimmed({ policy }), icpc: icpc === null ? null : (normaliseIcpc(icpc) ?? (icpc.trim() || null)), text: text.trim() }; // prettier-ignore
}

function planView({ clientId, current, others }: OpenedDocument<TreatmentPlanContent>): TreatmentPlanView {
  const { today } = requestContext();
  const content = { ...EMPTY_TREATMENT_PLAN, ...current?.content };
  const isDue = (day: Day | null): boolean => isReviewDue(day, today);
  return {
    ...writable(content),
    id: current?.id ?? null,
    clientId,
    version: current?.version ?? 0,
    madeBy: current?.madeBy ?? null,
    changedBy: current?.changedBy ?? null,
    changedAt: current?.changedAt ?? null,
    reviewDue: isDue(content.reviewOn),
    medicationReviewDue: isDue(content.nextMedicationReviewOn),
    others: others.map(({ id, changedBy, changedAt, content: other }) => ({
      ...writable({ ...EMPTY_TREATMENT_PLAN, ...other }),
      id,
      changedBy,
      changedAt,
    })),
  };
}

const writable = ({ problems, ...rest }: TreatmentPlanContent) => ({ ...rest, problems: [...problems] });
