import type { components } from '@samenoud/api-client';
import { grantFor, mayEver, type Role } from '@samenoud/domain';

type Filter = NonNullable<components['schemas']['ClientSearch']['filter']>;

export type Reason =
  'FORM_IN_PROGRESS' | 'SECOND_ENTRY' | 'ASK_BY_PHONE' | 'REMARK_TO_READ' | 'PROPOSAL_TO_ASSESS' | 'CONSENT_TO_ASK';

/** One reason why a client stands on the start page. A line leads to the place of the work; `allHref` to all of them. */
export type Work = { reason: Reason; filter: Filter; hrefOf: (clientId: string) => string; allHref: string };

const entry = (id: string): string => `/clients/${id}/entry`;
const secondEntry = (id: string): string => `/second-entry?client=${id}`;
const privacy = (id: string): string => `/clients/${id}/privacy`;
const profiles = (id: string): string => `/clients/${id}/profiles`;

/** Who asks by phone, and reads what was written online: whoever enters answers, and is at the practice to ring people. */
const AT_THE_PHONE: readonly Role[] = ['PRACTICE_ASSISTANT', 'PRACTICE_NURSE'];

/** Who works on the yearly round from day to day. */
export const asksByPhone = (role: Role): boolean => AT_THE_PHONE.includes(role);

const todo = (reason: Reason, hrefOf: Work['hrefOf']): Work => ({
  reason,
  filter: { todo: [reason] },
  hrefOf,
  allHref: `/clients?todo=${reason}`,
});

export const isCaseManager = (role: Role): boolean =>
  role === 'PRACTICE_NURSE' || grantFor(role, 'CASE_MANAGER', 'UPDATE')?.limit === 'OWN_CASELOAD';

/** What can wait for this person, by the policy, in the order of the page. */
export function workFor({ role }: { role: Role }): readonly Work[] {
  return [
    ...(asksByPhone(role) ? [todo('REMARK_TO_READ', profiles)] : []),
    ...(mayEver(role, 'RISK_PROFILE', 'FINALISE') ? [todo('PROPOSAL_TO_ASSESS', profiles)] : []),
    ...(mayEver(role, 'HEALTH_ANSWERS', 'UPDATE') ? [todo('FORM_IN_PROGRESS', entry)] : []),
    ...(asksByPhone(role)
      ? [todo('SECOND_ENTRY', secondEntry), todo('ASK_BY_PHONE', profiles), todo('CONSENT_TO_ASK', privacy)]
      : []),
  ];
}
