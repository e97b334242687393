import { type ConsentCategory, mayAssessSignal, type SignalState } from '@samenoud/domain';
import type { Owned } from '../platform/access/access-question.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import type { ClientView } from '../platform/access/client-access.ts';
import { whyUnseen } from '../platform/access/why-unseen.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { SignalView } from './signal.dto.ts';

export interface SignalRow extends Omit<SignalView, 'verdict' | 'state' | 'mayAssess' | 'hidden' | 'recordedBy'> {
  readonly state: SignalState;
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly recordedBy: string;
  readonly verdict: string | null;
  readonly verdictBy: string | null;
  readonly verdictAt: string | null;
  readonly isCaseManager: boolean;
}

/** Alias `s`, with the client `c` where she may be seen. */
export const SIGNAL_SELECT = `SELECT s.id, s.version, s.client_id AS "clientId", s.owner_org_id AS "ownerOrgId", s.category, s.type,
  s.seen_on AS "on", ctx.utc(s.recorded_at) AS "recordedAt", s.recorded_by AS "recordedBy", s.urgency, s.source, s.text, s.state,
  s.verdict, s.verdict_by AS "verdictBy", ctx.utc(s.verdict_at) AS "verdictAt", s.outcome, s.contact_id AS "contactId", s.suggestion,
  CASE WHEN s.state = 'ON_AGENDA' THEN (SELECT t.by_rule FROM care.signal_step t WHERE t.practice_id = ctx.practice_id()
    AND t.signal_id = s.id AND t.to_state = 'ON_AGENDA' ORDER BY t.made_at DESC, t.id DESC LIMIT 1) END AS "agendaRule",
  coalesce(${caseManagerSql('c')} = ctx.user_id(), false) AS "isCaseManager"
  FROM care.signal s LEFT JOIN care.client c ON c.practice_id = s.practice_id AND c.id = s.client_id
  WHERE s.practice_id = ctx.practice_id()`;

/** Throws NOT_FOUND for what is not there, else why it is not there for her. */
export async function signalRow(id: string): Promise<SignalRow> {
  const [row] = isUuid(id) ? await query<SignalRow>(`${SIGNAL_SELECT} AND s.id = $1`, [id]) : [];
  if (!row) throw new DomainError(await whyUnseen('SIGNAL', id, 'CONTACTS'));
  return row;
}

export const ownedSignal = ({ ownerOrgId, category, recordedBy }: SignalRow): Owned => ({
  ownerOrgId,
  category,
  madeBy: recordedBy,
});

const BEYOND_DATE_AND_KIND = ['urgency', 'source', 'text', 'state', 'verdict', 'outcome'] as const;

/** What the person at hand may see of a signal that she may see: all of it, or day and kind. */
export function signalView(row: SignalRow, opened: ClientView): SignalView {
  const { ownerOrgId: _, category: __, isCaseManager, verdict, verdictBy, verdictAt, ...shown } = row;
  const decision = opened.decide('CONTACTS', 'READ', ownedSignal(row));
  const dated = decision.allow && decision.grant.limit === 'DATE_AND_KIND_ONLY';
  if (dated) return { ...datedOnly(row), hidden: BEYOND_DATE_AND_KIND.map((field) => ({ pointer: `/${field}`, code: 'ROLE' })) }; // prettier-ignore
  const judged = verdict !== null && verdictBy !== null && verdictAt !== null;
  return {
    ...shown,
    verdict: judged ? { text: verdict, by: verdictBy, at: verdictAt } : null,
    mayAssess: mayAssessSignal({ role: requestContext().user.role, isCaseManager }),
  };
}

const datedOnly = ({ id, version, clientId, type, on, recordedAt }: SignalRow): SignalView => ({
  id,
  version,
  clientId,
  type,
  on,
  recordedAt,
  recordedBy: null,
  urgency: null,
  source: null,
  text: null,
  state: null,
  verdict: null,
  outcome: null,
  contactId: null,
  suggestion: null,
  agendaRule: null,
  mayAssess: false,
});
