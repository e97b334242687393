import { type ConsentCategory, mayRefer, maySendReferral, referralAfter, type ReferralState, type StaffRole } from '@samenoud/domain'; // prettier-ignore
import type { Owned } from '../platform/access/access-question.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import type { ClientView } from '../platform/access/client-access.ts';
import { whyUnseen } from '../platform/access/why-unseen.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { ReferralFeedback, ReferralView } from './referral.dto.ts';

/** What a referral says, and can be put in other words. */
export interface ReferralWords {
  readonly type: ReferralView['type'];
  readonly typeText: string | null;
  readonly bridgesWait: boolean;
  readonly receiver: string;
  readonly receiverContact: string | null;
  readonly reason: string;
  readonly dueOn: string;
}

export interface ReferralRow extends ReferralWords {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly on: string;
  readonly state: ReferralState;
  readonly referrerId: string;
  readonly referrerRole: StaffRole;
  readonly permissionOn: string | null;
  readonly permissionAskedBy: string | null;
  readonly sentOn: string | null;
  readonly closeReason: string | null;
  readonly madeBy: string;
  readonly isCaseManager: boolean;
  readonly feedback: readonly ToldFeedback[];
}

/** Each feedback is of the organisation that wrote it down. */
type ToldFeedback = ReferralFeedback & { readonly ownerOrgId: string };

/** Alias `r`, with the client `c` where she may be seen. */
export const REFERRAL_SELECT = `SELECT r.id, r.version, r.client_id AS "clientId", r.owner_org_id AS "ownerOrgId", r.category, r.type,
  r.type_text AS "typeText", r.bridges_wait AS "bridgesWait", r.receiver, r.receiver_contact AS "receiverContact", r.reason,
  r.due_on AS "dueOn", (r.made_at AT TIME ZONE 'Europe/Amsterdam')::date AS "on", r.state, r.referrer_id AS "referrerId",
  r.referrer_role AS "referrerRole", r.permission_on AS "permissionOn", r.permission_asked_by AS "permissionAskedBy",
  r.sent_on AS "sentOn", r.close_reason AS "closeReason", r.made_by AS "madeBy",
  coalesce(${caseManagerSql('c')} = ctx.user_id(), false) AS "isCaseManager",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('on', t.feedback_on, 'text', t.feedback, 'outcome', t.outcome, 'by', t.made_by,
     'at', ctx.utc(t.made_at), 'ownerOrgId', t.owner_org_id) ORDER BY t.made_at DESC, t.id DESC), '[]') FROM care.referral_step t
     WHERE t.practice_id = ctx.practice_id() AND t.referral_id = r.id AND t.outcome IS NOT NULL) AS feedback
  FROM care.referral r LEFT JOIN care.client c ON c.practice_id = r.practice_id AND c.id = r.client_id
  WHERE r.practice_id = ctx.practice_id()`;

/** Throws NOT_FOUND for what is not there, else why it is not there for her. */
export async function referralRow(id: string): Promise<ReferralRow> {
  if (!isUuid(id)) throw new DomainError('NOT_FOUND');
  const [row] = await query<ReferralRow>(`${REFERRAL_SELECT} AND r.id = $1`, [id]);
  if (!row) throw new DomainError(await whyUnseen('REFERRAL', id, 'CONTACTS'));
  return row;
}

export const ownedReferral = ({ ownerOrgId, category, madeBy }: ReferralRow): Owned => ({
  ownerOrgId,
  category,
  madeBy,
});

/** Whether the person at hand writes to this referral, beyond having reached it. */
export const mayChange = ({ isCaseManager }: { isCaseManager: boolean }): boolean =>
  mayRefer({ role: requestContext().user.role, isCaseManager });

export const maySend = ({ isCaseManager }: { isCaseManager: boolean }): boolean =>
  maySendReferral({ role: requestContext().user.role, isCaseManager });

const BEYOND_DATE_AND_KIND = [
  'typeText', 'bridgesWait', 'referrer', 'receiver', 'receiverContact', 'reason', 'state', 'permission', 'feedback', 'closeReason',
] as const; // prettier-ignore

/** What the person at hand may see of a referral that she may see: all of it, or days and kind. */
export function referralView(row: ReferralRow, opened: ClientView): ReferralView {
  const { id, version, clientId, type, on, dueOn, sentOn } = row;
  const waits = referralAfter(row.state, 'SEND') !== null;
  const dated = { id, version, clientId, type, on, dueOn, sentOn, maySend: waits && maySend(row) };
  const decision = opened.decide('CONTACTS', 'READ', ownedReferral(row));
  if (decision.allow && decision.grant.limit === 'DATE_AND_KIND_ONLY') return { ...dated, ...NOTHING_ELSE };
  const { typeText, bridgesWait, receiver, receiverContact, reason, state, category, closeReason } = row;
  const { referrerId: userId, referrerRole: role, permissionOn, permissionAskedBy: askedBy } = row;
  return {
    ...dated,
    typeText,
    bridgesWait,
    receiver,
    receiverContact,
    reason,
    state,
    feedback: row.feedback.filter(({ ownerOrgId }) => opened.mayRead('CONTACTS', { ownerOrgId, category })).map(toldOf),
    closeReason,
    referrer: { userId, role },
    permission: permissionOn === null || askedBy === null ? null : { on: permissionOn, askedBy },
    mayChange: mayChange(row),
  };
}

const toldOf = ({ on, text, outcome, by, at }: ToldFeedback): ReferralFeedback => ({ on, text, outcome, by, at });

const NOTHING_ELSE = {
  typeText: null,
  bridgesWait: null,
  referrer: null,
  receiver: null,
  receiverContact: null,
  reason: null,
  state: null,
  permission: null,
  feedback: [],
  closeReason: null,
  mayChange: false,
  hidden: BEYOND_DATE_AND_KIND.map((field) => ({ pointer: `/${field}`, code: 'ROLE' })),
};
