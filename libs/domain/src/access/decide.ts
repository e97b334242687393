import type { ConsentCategory } from '../consent/categories.ts';
import type { AccessRelation, Grant } from './grant.ts';
import { grantFor, mayEver } from './policy.ts';
import { CATEGORY_OF_RESOURCE, type AccessAction, type Resource } from './resources.ts';
import type { Role } from './roles.ts';

export const BREAK_GLASS_REASONS = ['ACUTE_CARE', 'VITAL_INTEREST', 'LOCUM', 'OTHER'] as const;
export type BreakGlassReason = (typeof BREAK_GLASS_REASONS)[number];

/** How the person stands to the row at this moment; everything left out is false. */
export interface CareRelation {
  /** The row is of the practice of the session. */
  readonly tenant: boolean;
  /** In this client's team now, the client's GP included; for a meeting: one of its attendees. */
  readonly inTeam: boolean;
  readonly isCaseManager?: boolean;
  /** She, or a colleague of her organisation, is the case manager, or the hand-over is to her. */
  readonly ownCaseload?: boolean;
  /** She made the row. */
  readonly isMaker?: boolean;
  /** Her own account or notice, the form of a respondent's own session. */
  readonly own?: boolean;
}

type BasisLookup = (category: ConsentCategory, fromOrgId: string) => boolean;

export interface AccessQuestion {
  readonly role: Role;
  readonly userOrgId: string;
  readonly resource: Resource;
  readonly action: AccessAction;
  readonly relation: CareRelation;
  /** Organisation that wrote the row; of a row to be made: the person's own. */
  readonly ownerOrgId: string;
  /** Whether a basis towards the person's organisation is valid now: a row of `access_basis`, or `evaluate`. */
  readonly basis: BasisLookup;
  /** The row's own category, where it differs from that of its resource. */
  readonly category?: ConsentCategory;
  /** For ATTACHMENTS: what the attachment hangs on. */
  readonly parent?: Exclude<Resource, 'ATTACHMENTS'>;
  /** The row is shielded ("afgeschermd"): author and GP only. */
  readonly restricted?: boolean;
  /** Practice setting: the GP sees own patients only. */
  readonly narrowToTeam?: boolean;
  /** An emergency access of this person to this client that has not ended, and where the client said no. */
  readonly brokenGlass?: { readonly reasonCode: BreakGlassReason; readonly deniedByRule: BasisLookup };
}

export type RefusalCode = 'ROLE' | 'NOT_FOUND' | 'NO_BASIS' | 'RESTRICTED';

/** Why something was allowed goes to the access log; `grant` holds what is left to check (limit, step-up, second person). */
export type AccessDecision =
  | {
      readonly allow: true;
      readonly rule: string;
      readonly relationRule: AccessRelation | 'BREAK_GLASS';
      readonly consentRule: ConsentRule;
      readonly grant: Grant;
    }
  | { readonly allow: false; readonly code: RefusalCode };

export type ConsentRule = 'NOT_NEEDED' | 'OWN' | 'BASIS' | 'BREAK_GLASS';

/** That a directive exists, and whom to ask, is a flag in the header of the zorgleefplan. */
const CATEGORY_OF_EXISTENCE: ConsentCategory = 4;

/**
 * Decides one act on one row: function, tenant, relation, consent, state; closed unless every one of them opens.
 * Refusals come in the order of trust.md 3: ROLE, NOT_FOUND (no tenant or no relation), ROLE again where the relation
 * lacks what the limit asks (case manager, caseload, maker), NO_BASIS, RESTRICTED.
 * Own rows need no basis. Break-glass replaces the relation for what is marked `g` and for adding a note, and the
 * basis where the client registered no refusal; a refusal only gives way to VITAL_INTEREST.
 */
export function decide(question: AccessQuestion): AccessDecision {
  const grant = grantFor(question.role, question.resource, question.action);
  if (grant === undefined) return refuse('ROLE');
  if (grant.relation === 'PARENT') return decideByParent(question);
  const relationRule = relationRuleOf(question, grant);
  if (relationRule === null) return refuse('NOT_FOUND');
  if (!meetsLimit(grant, question.relation)) return refuse('ROLE');
  const opened = withConsent(question, grant);
  if (opened === null) return refuse('NO_BASIS');
  if (isShielded(question)) return refuse('RESTRICTED');
  const rule = `${question.resource}.${question.action}.${question.role}`;
  const isNote = relationRule === 'BREAK_GLASS' && question.action === 'CREATE';
  const left: Grant = isNote ? { ...opened.grant, limit: 'NOTE_ONLY' } : opened.grant;
  return { allow: true, rule, relationRule, consentRule: opened.consentRule, grant: left };
}

/** HTTP status of a refusal (api.md, conventions). */
export function statusOfRefusal(code: RefusalCode): 403 | 404 {
  return code === 'NOT_FOUND' ? 404 : 403;
}

function refuse(code: RefusalCode): AccessDecision {
  return { allow: false, code };
}

function decideByParent({ parent, ...question }: AccessQuestion): AccessDecision {
  return parent === undefined ? refuse('ROLE') : decide({ ...question, resource: parent });
}

function relationRuleOf(question: AccessQuestion, grant: Grant): AccessRelation | 'BREAK_GLASS' | null {
  if (!question.relation.tenant) return null;
  const needed = grant.narrows && question.narrowToTeam === true ? 'TEAM' : grant.relation;
  if (hasRelation(needed, question.relation)) return needed;
  return question.brokenGlass !== undefined && (grant.breakGlass || isEmergencyNote(question)) ? 'BREAK_GLASS' : null;
}

function hasRelation(needed: AccessRelation, relation: CareRelation): boolean {
  if (needed === 'TEAM') return relation.inTeam;
  if (needed === 'OWN' || needed === 'FORM') return relation.own === true;
  return true;
}

/** Who may break the glass may also add a note while it is broken. */
function isEmergencyNote({ role, resource, action }: AccessQuestion): boolean {
  return resource === 'CONTACTS' && action === 'CREATE' && mayEver(role, 'BREAK_GLASS', 'CREATE');
}

function meetsLimit({ limit }: Grant, relation: CareRelation): boolean {
  if (limit === 'MAKER_ONLY') return relation.isMaker === true;
  if (limit === 'WHILE_CASE_MANAGER') return relation.isCaseManager === true;
  if (limit === 'OWN_CASELOAD') return relation.isCaseManager === true || relation.ownCaseload === true;
  return true;
}

function withConsent(question: AccessQuestion, grant: Grant): { consentRule: ConsentRule; grant: Grant } | null {
  const consentRule = consentRuleOf(question, grant);
  if (consentRule !== null) return { consentRule, grant };
  if (grant.limitWithoutBasis === null) return null;
  return withConsent(question, { ...grant, limit: grant.limitWithoutBasis, limitWithoutBasis: null });
}

function consentRuleOf(question: AccessQuestion, grant: Grant): ConsentRule | null {
  const ownCategory = question.category ?? CATEGORY_OF_RESOURCE[question.resource];
  const category = grant.limit === 'EXISTENCE_ONLY' ? CATEGORY_OF_EXISTENCE : ownCategory;
  if (category === null) return 'NOT_NEEDED';
  if (question.ownerOrgId === question.userOrgId) return 'OWN';
  if (question.basis(category, question.ownerOrgId)) return 'BASIS';
  return glassOpens(question, grant, category) ? 'BREAK_GLASS' : null;
}

function glassOpens({ brokenGlass, ownerOrgId }: AccessQuestion, grant: Grant, category: ConsentCategory): boolean {
  if (brokenGlass === undefined || !grant.breakGlass) return false;
  return brokenGlass.reasonCode === 'VITAL_INTEREST' || !brokenGlass.deniedByRule(category, ownerOrgId);
}

/** About who may see a record and who saw it, and not its content. */
const ABOUT_ACCESS: readonly Resource[] = ['ACCESS_EXPLANATION', 'ACCESS_LOG_CLIENT', 'BREAK_GLASS', 'DESTRUCTION'];

/**
 * A restriction keeps the content of the record from everybody but its author and the GP. It must not keep the log officer from
 * her supervision: a client who had her record shielded may ask first of all who can see it, and who did (AVG 15 and 18).
 * So what is about access itself stays open for that role, which has no right to any content; for every other role it closes,
 * because being told about the record leads into it.
 */
function isShielded({ restricted, role, relation, resource }: AccessQuestion): boolean {
  if (restricted !== true || role === 'GP' || relation.isMaker === true) return false;
  return !(role === 'LOG_OFFICER' && ABOUT_ACCESS.includes(resource));
}
