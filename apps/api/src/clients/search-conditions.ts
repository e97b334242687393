import { searchQuery } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { Todo } from './client-codes.ts';
import type { ClientSearch } from './client.dto.ts';

type Add = (value: unknown) => string;

const OPEN_SECOND_ENTRY = `SELECT FROM care.second_entry e WHERE e.practice_id = ctx.practice_id() AND e.state IN ('PENDING', 'DIFFERENT')`;

/** Nobody decided on the newest form, and its second entry is not waited for. */
const UNDECIDED = `NOT EXISTS (SELECT FROM care.profile_assignment a WHERE a.practice_id = ctx.practice_id() AND a.client_id = c.id
    AND a.response_id = p.response_id AND a.undone_at IS NULL)
  AND NOT EXISTS (${OPEN_SECOND_ENTRY} AND e.response_id = p.response_id)`;

/**
 * Work that waits. A form is gone on with by whoever may, one near a cut-off typed once more; an undetermined proposal is asked about by phone; a proposal is
 * assessed when it differs from what was assigned and no assignment rests on the same form yet; what somebody wrote online is
 * read by a person; who has profile FRAIL is asked once whether an ouderenadviseur may call.
 */
const TODO_SQL: Readonly<Record<Todo, () => string>> = {
  FORM_IN_PROGRESS:
    () => `EXISTS (SELECT FROM care.response r WHERE r.practice_id = ctx.practice_id() AND r.client_id = c.id
    AND r.status = 'IN_PROGRESS' AND ${sharedSql('r', 'c.id', 1)})`,
  SECOND_ENTRY: () => `EXISTS (${OPEN_SECOND_ENTRY} AND e.client_id = c.id AND ${sharedSql('e', 'c.id', 3)})`,
  ASK_BY_PHONE: () => `(c.status = 'ACTIVE' AND p.proposed_profile = 'UNDETERMINED' AND ${UNDECIDED}
    AND NOT EXISTS (SELECT FROM care.screening_invitation i WHERE i.practice_id = ctx.practice_id() AND i.response_id = p.response_id
      AND i.asking_closed_at IS NOT NULL))`,
  PROPOSAL_TO_ASSESS: () => `(c.status = 'ACTIVE' AND p.proposed_profile <> 'UNDETERMINED'
    AND p.proposed_profile IS DISTINCT FROM p.assigned_profile AND ${UNDECIDED})`,
  CONSENT_TO_ASK:
    () => `(c.status = 'ACTIVE' AND p.assigned_profile = 'FRAIL' AND EXISTS (SELECT FROM care.organisation o
    WHERE o.practice_id = ctx.practice_id() AND o.kind = 'SOCIAL_WORK' AND NOT EXISTS (SELECT FROM care.consent n
      WHERE n.practice_id = ctx.practice_id() AND n.client_id = c.id AND n.to_org_id = o.id)))`,
  REMARK_TO_READ: () => `(c.status <> 'DECEASED' AND EXISTS (SELECT FROM care.response_remark m
    JOIN care.response r ON r.practice_id = m.practice_id AND r.id = m.response_id AND r.status = 'COMPLETED'
    WHERE m.practice_id = ctx.practice_id() AND m.client_id = c.id AND m.read_due_on IS NOT NULL AND m.read_at IS NULL
      AND m.remark <> '' AND ${sharedSql('m', 'c.id', 3)}))`,
};

/** Whose case manager the person at hand is, and who waits for her to take over. */
const OWN_CASELOAD = `(${caseManagerSql('c')} = ctx.user_id() OR EXISTS (SELECT FROM care.handover h
  WHERE h.practice_id = ctx.practice_id() AND h.client_id = c.id AND h.state = 'PROPOSED' AND h.to_user_id = ctx.user_id()))`;

/** What a client must be to be found, in SQL; gaps and what is due are judged afterwards. */
export function conditionsOf({ text, filter = {} }: ClientSearch, isOwnCaseload: boolean, add: Add): string {
  return [
    'c.practice_id = ctx.practice_id()',
    relatedSql('c', 'CLIENT_LIST'),
    sharedSql('c', 'c.id', 1),
    ...textConditions(text ?? '', add),
    ...(filter.status ? [`c.status = ANY (${add(filter.status)}::text[])`] : []),
    ...(filter.profile ? [`coalesce(p.assigned_profile, 'NONE') = ANY (${add(filter.profile)}::text[])`] : []),
    ...(filter.caseManagerId ? [oneOfOrNone(caseManagerSql('c'), filter.caseManagerId, add)] : []),
    ...(isOwnCaseload ? [OWN_CASELOAD] : []),
    ...(filter.gpId ? [oneOfOrNone('c.gp_id', filter.gpId, add)] : []),
    ...(filter.todo?.map((todo) => TODO_SQL[todo as Todo]()) ?? []),
  ].join(' AND ');
}

function textConditions(text: string, add: Add): string[] {
  const { nameTokens, birthDate, birthYear, hisNumber } = searchQuery(text, requestContext().today);
  const date = birthDate === undefined ? undefined : `c.birth_date = ${add(birthDate)}`;
  const year = birthYear === undefined ? undefined : `extract(year FROM c.birth_date) = ${add(birthYear)}`;
  const number = hisNumber === undefined ? undefined : `starts_with(c.his_number, ${add(hisNumber)})`;
  const given = [date, year, number].filter((condition) => condition !== undefined);
  // one bare number may be a birth date, a year or a HIS number
  const bareNumber = /^\d+$/.test(text.trim());
  return [
    ...nameTokens.map((token) => `c.search_text LIKE '% ' || ${add(likeLiteral(token))} || '%'`),
    ...(bareNumber ? [`(${given.join(' OR ')})`] : given),
  ];
}

const likeLiteral = (token: string): string => token.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function oneOfOrNone(column: string, ids: readonly (string | null)[], add: Add): string {
  const known = ids.filter((id) => id !== null);
  const none = ids.includes(null) ? `OR ${column} IS NULL` : '';
  return `(${column} = ANY (${add(known)}::uuid[]) ${none})`;
}
