import type { components } from '@samenoud/api-client';

export type Consent = components['schemas']['ConsentView'];
export type ConsentList = components['schemas']['ConsentList'];
export type NewConsent = components['schemas']['RegisterConsent'];
export type NewWithdrawal = components['schemas']['WithdrawConsent'];
export type ConsentTexts = components['schemas']['ConsentTextList'];
export type SharingRow = ConsentList['sharing'][number];
export type SharingCell = SharingRow['cells'][number];
export type SharingWriter = SharingCell['writers'][number];
export type Organisation = components['schemas']['OrganisationView'];
export type RulesOfConsent = NewConsent['rule'];
export type GivenBy = NewConsent['givenBy'];
export type ConsentWay = NewConsent['how'];
type ContactPerson = components['schemas']['ContactPersonView'];
/** One of the people around a client, as far as it matters who may speak for her. */
export type Speaker = Pick<ContactPerson, 'id' | 'name' | 'phone' | 'representativeKind'>;

export const RULES = ['GRANT', 'DENY', 'OPTOUT'] as const satisfies readonly RulesOfConsent[];
export const GIVERS = ['CLIENT', 'REPRESENTATIVE'] as const satisfies readonly GivenBy[];
export const WAYS = ['ORAL', 'WRITTEN', 'ONLINE'] as const satisfies readonly ConsentWay[];
