import { Injectable } from '@nestjs/common';
import { isReviewDue, normalisePhone, surroundingsFaults } from '@samenoud/domain';
import {
  ClientDocuments,
  type DocumentKind,
  type OpenedDocument,
} from '../platform/client-documents/client-documents.ts';
import { refuseFaults, trimmed } from '../platform/client-documents/document-input.ts';
import { type RecordVersionList, RecordVersions } from '../platform/client-documents/record-versions.ts';
import type { PageQuery } from '../platform/http/page.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { PersonToCall, SaveSurroundingsPlan, SurroundingsPlanView } from './surroundings-plan.dto.ts';

const PLAN: DocumentKind = {
  table: 'surroundings_plan',
  object: 'SURROUNDINGS_PLAN',
  resource: 'CARE_PLAN',
  category: 4,
};

type SurroundingsContent = Pick<SurroundingsPlanView, 'signs' | 'helps' | 'avoid' | 'calls' | 'reviewOn'>;
const EMPTY: SurroundingsContent = { signs: null, helps: null, avoid: null, calls: [], reviewOn: null };

/** Who does what when things go wrong: the omgevingsplan. Source: `domain.md` 11.4. */
@Injectable()
export class SurroundingsPlans {
  constructor(
    private readonly documents: ClientDocuments,
    private readonly versions: RecordVersions,
  ) {}

  async get(clientId: string): Promise<SurroundingsPlanView> {
    return planView(await this.documents.read<SurroundingsContent>(PLAN, clientId));
  }

  /** Throws 400 with the fields to mend, STALE with the plan as it is. */
  async put(clientId: string, ifMatch: string | undefined, body: SaveSurroundingsPlan): Promise<SurroundingsPlanView> {
    const content = contentOf(body);
    refuseFaults(surroundingsFaults(content.calls, requestContext().today));
    return this.documents.write(PLAN, clientId, ifMatch, content, planView);
  }

  async listVersions(clientId: string, page: PageQuery): Promise<RecordVersionList> {
    await this.documents.read(PLAN, clientId);
    return this.versions.listOf(clientId, 'surroundings_plan', 'CARE_PLAN', page);
  }
}

function contentOf({ calls, ...rest }: SaveSurroundingsPlan): SurroundingsContent {
  return { ...EMPTY, ...trimmed({ ...rest }), calls: calls.map(personOf) };
}

function personOf({ name, phone, relation, does, permissionOn, permission, hasKey }: PersonToCall): PersonToCall {
  return {
    name: name.trim(),
    phone: normalisePhone(phone) ?? phone,
    hasKey,
    permission,
    ...trimmed({ relation, does, permissionOn: permission === 'NOT_ASKED' ? null : permissionOn }),
  };
}

/** Who may know days only gets these. */
function planView({ clientId, current, others, decision }: OpenedDocument<SurroundingsContent>): SurroundingsPlanView {
  const isWhole = decision.grant.limit !== 'DATES_ONLY';
  const content = { ...EMPTY, ...current?.content };
  return {
    ...(isWhole ? content : { ...EMPTY, reviewOn: content.reviewOn }),
    id: current?.id ?? null,
    clientId,
    version: current?.version ?? 0,
    changedBy: current?.changedBy ?? null,
    changedAt: current?.changedAt ?? null,
    reviewDue: isReviewDue(content.reviewOn, requestContext().today),
    others: isWhole
      ? others.map(({ id, changedBy, changedAt, content: other }) => ({ ...EMPTY, ...other, id, changedBy, changedAt }))
      : [],
    ...(isWhole
      ? {}
      : { hidden: ['/signs', '/helps', '/avoid', '/calls'].map((pointer) => ({ pointer, code: 'ROLE' })) }),
  };
}
