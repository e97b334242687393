import type { components } from '@samenoud/api-client';
import { answer, api } from '../api.ts';
import type { Session } from './session-queries.ts';

type Schemas = components['schemas'];
export type PasswordAnswer = Schemas['PasswordSignInAnswer'];
export type FactorAnswer = Schemas['SecondFactorAnswer'];
export type Membership = Schemas['MembershipView'];

export const signInPassword = (body: { email: string; password: string }): Promise<PasswordAnswer> =>
  answer(api.POST('/api/v1/session', { body }));

export const confirmSecondFactor = (code: string): Promise<FactorAnswer> =>
  answer(api.POST('/api/v1/session/second-factor', { body: { code } }));

export const chooseMembership = (membershipId: string): Promise<Session> =>
  answer(api.POST('/api/v1/session/membership', { body: { membershipId } }));

export const readSession = (): Promise<Session> => answer(api.GET('/api/v1/session'));

export const stepUp = (code: string | undefined): Promise<Session> =>
  answer(api.POST('/api/v1/session/step-up', { body: code === undefined ? {} : { code } }));
