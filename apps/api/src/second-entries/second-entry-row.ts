import { ageOn, type Answers, listName, type PersonName } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { SecondEntryItem } from './second-entry.dto.ts';

/** A second entry with whose form it is and what was typed the second time; nothing of the first entry is in it. */
export interface SecondEntryRow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly responseId: string;
  readonly responseStatus: string;
  readonly firstBy: string;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
  readonly completedOn: string | null;
  readonly formCode: string | null;
  readonly dueOn: string;
  readonly enteredBy: string | null;
  readonly name: PersonName;
  readonly sex: string;
  readonly birthDate: string;
}

export const SELECT_SECOND_ENTRY = `SELECT s.id, s.version, s.state, s.client_id AS "clientId", s.owner_org_id AS "ownerOrgId",
  s.response_id AS "responseId", s.due_on AS "dueOn", s.entered_by AS "enteredBy", r.status AS "responseStatus",
  r.entered_by AS "firstBy", r.gfi_version AS "gfiVersion", r.imesa_version AS "imesaVersion", r.completed_on AS "completedOn",
  (SELECT i.form_code FROM care.screening_invitation i
   WHERE i.practice_id = ctx.practice_id() AND i.response_id = s.response_id LIMIT 1) AS "formCode",
  jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
    'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name,
  c.sex, c.birth_date AS "birthDate"
  FROM care.second_entry s
  JOIN care.response r ON r.practice_id = ctx.practice_id() AND r.id = s.response_id
  JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = s.client_id`;

/** One second entry. Throws NOT_FOUND where it is not there for the person at hand. */
export async function getSecondEntryRow(id: string): Promise<SecondEntryRow> {
  const where = 'WHERE s.practice_id = ctx.practice_id() AND s.id = $1';
  const rows = isUuid(id) ? await query<SecondEntryRow>(`${SELECT_SECOND_ENTRY} ${where}`, [id]) : [];
  if (!rows[0]) throw new DomainError('NOT_FOUND');
  return rows[0];
}

/** What was typed the second time, both sheets together. */
export async function secondAnswersOf(id: string): Promise<Answers> {
  const sheets = await query<{ answers: Answers }>(
    `SELECT answers FROM care.second_entry_sheet WHERE practice_id = ctx.practice_id() AND second_entry_id = $1`,
    [id],
  );
  return Object.assign({}, ...sheets.map(({ answers }) => answers)) as Answers;
}

/** What was typed the first time: for comparing, and never for an answer as a whole. */
export async function firstAnswersOf(responseId: string): Promise<Answers> {
  const sheets = await query<{ answers: Answers }>(
    `SELECT answers FROM care.answer_sheet WHERE practice_id = ctx.practice_id() AND response_id = $1`,
    [responseId],
  );
  return Object.assign({}, ...sheets.map(({ answers }) => answers)) as Answers;
}

export function secondEntryItem(row: SecondEntryRow): SecondEntryItem {
  const { user, today } = requestContext();
  const { id, version, state, responseId, formCode, completedOn, dueOn, sex, birthDate } = row;
  return {
    id,
    version,
    state,
    responseId,
    client: { id: row.clientId, listName: listName(row.name), sex, birthDate, age: ageOn(birthDate, today) },
    formCode,
    completedOn,
    dueOn,
    firstEntryIsYours: row.firstBy === user.userId,
    begun: row.enteredBy !== null,
  };
}
