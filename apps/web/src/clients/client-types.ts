import type { components } from '@samenoud/api-client';

export type Client = components['schemas']['ClientView'];
export type ClientListItem = components['schemas']['ClientListItem'];
export type ClientSearch = components['schemas']['ClientSearch'];
export type ClientSort = NonNullable<ClientSearch['sort']>;
export type ProfileFilter = NonNullable<NonNullable<ClientSearch['filter']>['profile']>[number];

export const CLIENT_SORTS = ['PRIORITY', 'NAME', 'AGE', 'PROFILE'] as const satisfies readonly ClientSort[];
export const PROFILE_FILTERS = ['COMPLEX', 'FRAIL', 'ROBUST', 'NONE'] as const satisfies readonly ProfileFilter[];
