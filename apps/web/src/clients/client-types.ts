import type { components } from '@samenoud/api-client';

export type Client = components['schemas']['ClientView'];
export type ClientListItem = components['schemas']['ClientListItem'];
export type ClientSearch = components['schemas']['ClientSearch'];
export type NewClient = components['schemas']['CreateClient'];
export type ClientChange = components['schemas']['UpdateClient'];
export type ContactPerson = components['schemas']['ContactPersonView'];
export type NewContactPerson = components['schemas']['CreateContactPerson'];
export type ContactPersonChange = components['schemas']['UpdateContactPerson'];
export type Colleague = components['schemas']['Colleague'];
export type Colleagues = ReadonlyMap<string, Colleague>;
export type ClientSort = NonNullable<ClientSearch['sort']>;
export type ClientStatus = Client['status'];
type Filter = NonNullable<ClientSearch['filter']>;
export type ProfileFilter = NonNullable<Filter['profile']>[number];
export type Todo = NonNullable<Filter['todo']>[number];

/** What is shown of someone who may be the same person. */
export type DuplicateCandidate = Pick<ClientListItem, 'id' | 'name' | 'birthDate' | 'hisNumber' | 'city' | 'status'>;

export const CLIENT_SORTS = [
  'PRIORITY',
  'NEXT_CONTACT',
  'NAME',
  'AGE',
  'PROFILE',
] as const satisfies readonly ClientSort[];
export const PROFILE_FILTERS = ['COMPLEX', 'FRAIL', 'ROBUST', 'NONE'] as const satisfies readonly ProfileFilter[];
export const TODOS = [
  'PROPOSAL_TO_ASSESS',
  'FORM_IN_PROGRESS',
  'SECOND_ENTRY',
  'ASK_BY_PHONE',
  'REMARK_TO_READ',
  'CONSENT_TO_ASK',
] as const satisfies readonly Todo[];
export const STATUSES = [
  'ACTIVE',
  'ADMITTED',
  'DEREGISTERED',
  'MOVED',
  'DECEASED',
] as const satisfies readonly ClientStatus[];
