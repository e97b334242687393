import type { ConsentCategory } from '../consent/categories.ts';

/** The rows of the matrix in trust.md 3, in its order. */
export const RESOURCES = [
  'IDENTITY',
  'BSN',
  'CLIENT_IMPORT',
  'TEAM',
  'CASE_MANAGER',
  'CONSENT',
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
  'ATTACHMENTS',
  'HIS_SUMMARY',
  'TIMELINE',
  'CLIENT_LIST',
  'CLIENT_EXPORT',
  'BULK_EXPORT',
  'MERGE',
  'DESTRUCTION',
  'ACCESS_EXPLANATION',
  'BREAK_GLASS',
  'ACCESS_LOG_CLIENT',
  'ACCESS_LOG_OVERVIEWS',
  'LOG_CLIENT_SEARCH',
  'USERS',
  'COLLEAGUES',
  'PRACTICE_SETTINGS',
  'INSTRUMENTS',
  'OWN_ACCOUNT',
] as const;
export type Resource = (typeof RESOURCES)[number];

export const ACTIONS = ['READ', 'CREATE', 'UPDATE', 'FINALISE', 'VOID', 'EXPORT'] as const;
export type AccessAction = (typeof ACTIONS)[number];

/** What a route declares; a route without one stops the app from starting. */
export interface Permission {
  readonly resource: Resource;
  readonly action: AccessAction;
}

/**
 * Consent category of a row of each resource, where the row does not say otherwise (trust.md 3, domain.md 13.8).
 * `null`: not a row about a client's care, or a mixed answer that is filtered item by item. A signal can be of
 * category 2, and a task or attachment is of its parent's: such a row brings its own category along.
 */
export const CATEGORY_OF_RESOURCE: Readonly<Record<Resource, ConsentCategory | null>> = {
  IDENTITY: 1,
  BSN: 1,
  CLIENT_IMPORT: null,
  TEAM: null,
  CASE_MANAGER: 1,
  CONSENT: null,
  SCREENING: 1,
  HEALTH_ANSWERS: 3,
  WELLBEING_ANSWERS: 2,
  RISK_PROFILE: 3,
  GP_REVIEW: 3,
  CARE_PLAN: 4,
  TREATMENT_PLAN: 5,
  DIRECTIVES: 5,
  MEETING: 6,
  MEDICAL_ANNEX: 5,
  CONTACTS: 4,
  TASKS: 1,
  ATTACHMENTS: null,
  HIS_SUMMARY: 3,
  TIMELINE: null,
  CLIENT_LIST: 1,
  CLIENT_EXPORT: null,
  BULK_EXPORT: null,
  MERGE: null,
  DESTRUCTION: null,
  ACCESS_EXPLANATION: null,
  BREAK_GLASS: null,
  ACCESS_LOG_CLIENT: null,
  ACCESS_LOG_OVERVIEWS: null,
  LOG_CLIENT_SEARCH: null,
  USERS: null,
  COLLEAGUES: null,
  PRACTICE_SETTINGS: null,
  INSTRUMENTS: null,
  OWN_ACCOUNT: null,
};
