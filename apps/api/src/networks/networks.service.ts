import { Injectable } from '@nestjs/common';
import { networkFaults } from '@samenoud/domain';
import {
  ClientDocuments,
  type DocumentKind,
  type OpenedDocument,
} from '../platform/client-documents/client-documents.ts';
import { refuseFaults, trimmed } from '../platform/client-documents/document-input.ts';
import { type RecordVersionList, RecordVersions } from '../platform/client-documents/record-versions.ts';
import type { PageQuery } from '../platform/http/page.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { CoachingView, NetworkTie, NetworkView, SaveNetwork } from './network.dto.ts';

const NETWORK: DocumentKind = {
  table: 'network',
  object: 'NETWORK',
  resource: 'CARE_PLAN',
  category: 4,
};

type NetworkContent = Pick<NetworkView, 'drawnOn' | 'ties' | 'coaching'>;
const EMPTY: NetworkContent = { drawnOn: null, ties: [], coaching: null };

/** The people around a client, drawn with her, and the steps of a network coach. Source: `domain.md` 11.4. */
@Injectable()
export class Networks {
  constructor(
    private readonly documents: ClientDocuments,
    private readonly versions: RecordVersions,
  ) {}

  async get(clientId: string): Promise<NetworkView> {
    return networkView(await this.documents.read<NetworkContent>(NETWORK, clientId));
  }

  /** Throws 400 with the fields to mend, STALE with the network as it is. */
  async put(clientId: string, ifMatch: string | undefined, body: SaveNetwork): Promise<NetworkView> {
    const content = contentOf(body);
    refuseFaults(networkFaults({ drawnOn: content.drawnOn, coaching: content.coaching }, requestContext().today));
    return this.documents.write(NETWORK, clientId, ifMatch, content, networkView);
  }

  async listVersions(clientId: string, page: PageQuery): Promise<RecordVersionList> {
    await this.documents.read(NETWORK, clientId);
    return this.versions.listOf(clientId, 'network', 'CARE_PLAN', page);
  }
}

function contentOf({ drawnOn = null, ties, coaching = null }: SaveNetwork): NetworkContent {
  return { drawnOn, ties: ties.map(tieOf), coaching: coaching === null ? null : coachingOf(coaching) };
}

function tieOf({ strain, comment, support, ...tie }: NetworkTie): NetworkTie {
  return { ...tie, name: tie.name.trim(), relation: tie.relation.trim(), support: [...new Set(support)], ...trimmed({ strain, comment }) }; // prettier-ignore
}

function coachingOf({ coach, evaluation, startedOn, steps }: CoachingView): CoachingView {
  return { startedOn, steps: steps.map((step) => ({ ...step })), ...trimmed({ coach, evaluation }) };
}

/** Who may know days only gets these. */
function networkView({ clientId, current, others, decision }: OpenedDocument<NetworkContent>): NetworkView {
  const isWhole = decision.grant.limit !== 'DATES_ONLY';
  const content = { ...EMPTY, ...current?.content };
  return {
    ...(isWhole ? content : { ...EMPTY, drawnOn: content.drawnOn }),
    id: current?.id ?? null,
    clientId,
    version: current?.version ?? 0,
    changedBy: current?.changedBy ?? null,
    changedAt: current?.changedAt ?? null,
    others: isWhole
      ? others.map(({ id, changedBy, changedAt, content: other }) => ({ ...EMPTY, ...other, id, changedBy, changedAt }))
      : [],
    ...(isWhole ? {} : { hidden: ['/ties', '/coaching'].map((pointer) => ({ pointer, code: 'ROLE' })) }),
  };
}
