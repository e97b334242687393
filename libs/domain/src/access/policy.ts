import type { Grant } from './grant.ts';
import { MATRIX } from './matrix.ts';
import { readCell, type PolicyCell } from './notation.ts';
import { RESOURCES, type AccessAction, type Resource } from './resources.ts';
import { ROLES, type Role } from './roles.ts';

export type AccessPolicy = Readonly<Record<Resource, Readonly<Record<Role, PolicyCell>>>>;

/** Rows of the record of a client, where voiding is given in words instead of by a letter in the cell. */
const VOIDED_BY_MAKER: readonly Resource[] = [
  'IDENTITY',
  'TEAM',
  'CASE_MANAGER',
  'SCREENING',
  'HEALTH_ANSWERS',
  'WELLBEING_ANSWERS',
  'RISK_PROFILE',
  'GP_REVIEW',
  'CARE_PLAN',
  'TREATMENT_PLAN',
  'DIRECTIVES',
  'MEETING',
  'MEDICAL_ANNEX',
  'CONTACTS',
  'TASKS',
];
const VOIDERS: readonly Role[] = ['GP', 'PRACTICE_NURSE'];

/** The whole policy: guard, field filter, buttons and tests read this and nothing else. */
export const POLICY: AccessPolicy = mapCodes(RESOURCES, (resource) =>
  mapCodes(ROLES, (role) => cellOf(resource, role)),
);

/**
 * The grant of a role for an action on a resource, or undefined where the matrix has nothing.
 * Source: trust.md 3. Says what a role may at most do; `decide` says whether it may do so now, on this row.
 */
export function grantFor(role: Role, resource: Resource, action: AccessAction): Grant | undefined {
  return POLICY[resource][role][action];
}

/** Whether a role can have an action at all: the guard's question, asked before any id is looked at. */
export function mayEver(role: Role, resource: Resource, action: AccessAction): boolean {
  return grantFor(role, resource, action) !== undefined;
}

/**
 * Whether an attendee in this role records the decisions ASSIGN_PROFILE and NAME_CASE_MANAGER of a RUNNING or REOPENED
 * meeting: everyone with C on the meeting, beyond a line on its agenda. Source: trust.md 3, footnote 4.
 */
export function mayRecordDecisions(role: Role): boolean {
  const grant = grantFor(role, 'MEETING', 'CREATE');
  return grant !== undefined && grant.limit !== 'AGENDA_ONLY';
}

function cellOf(resource: Resource, role: Role): PolicyCell {
  const written = MATRIX[resource][role];
  if (written === undefined) return {};
  const cell = readCell(written);
  const voiding = VOIDED_BY_MAKER.includes(resource) ? voidGrant(role, cell) : undefined;
  return voiding === undefined ? cell : { ...cell, VOID: voiding };
}

/** V elsewhere than on consent: who made it, GP and PRACTICE_NURSE; a respondent never. */
function voidGrant(role: Role, cell: PolicyCell): Grant | undefined {
  const isVoider = VOIDERS.includes(role);
  const basedOn = isVoider ? cell.READ : (cell.CREATE ?? cell.FINALISE);
  if (basedOn === undefined || role === 'RESPONDENT') return undefined;
  return { ...basedOn, breakGlass: false, limit: isVoider ? null : 'MAKER_ONLY' };
}

function mapCodes<Code extends string, Value>(codes: readonly Code[], valueOf: (code: Code) => Value) {
  return Object.fromEntries(codes.map((code) => [code, valueOf(code)])) as Record<Code, Value>;
}
