import { DUE_CODES, PROFILES } from '@samenoud/domain';

export const SEXES = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] as const;
export const STATUSES = ['ACTIVE', 'ADMITTED', 'DEREGISTERED', 'MOVED', 'DECEASED'] as const;
export const SENSES = ['NORMAL', 'HARD', 'AID'] as const;
export const CHANNELS = ['PHONE', 'HOME_VISIT', 'VIDEO', 'MESSAGE', 'PRACTICE_VISIT'] as const;
export const CLIENT_SORTS = ['PRIORITY', 'NAME', 'AGE', 'PROFILE', 'NEXT_CONTACT'] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];
/** NONE: no assigned profile. */
export const PROFILE_FILTERS = [...PROFILES, 'NONE'] as const;
/** NONE: nothing is due. */
export const DUE_FILTERS = [...DUE_CODES, 'NONE'] as const;
/** Work that waits for a person, as far as the data so far can show. */
export const TODOS = [
  'FORM_IN_PROGRESS',
  'SECOND_ENTRY',
  'ASK_BY_PHONE',
  'PROPOSAL_TO_ASSESS',
  'REMARK_TO_READ',
  'CONSENT_TO_ASK',
] as const;
export type Todo = (typeof TODOS)[number];
