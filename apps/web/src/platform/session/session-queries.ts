import type { components } from '@samenoud/api-client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api } from '../api.ts';
import { isProblem } from '../problem.ts';
import { BACKGROUND_HEADER } from './last-input.ts';

export type Session = components['schemas']['SessionView'];
export type Role = Session['user']['role'];

export const ROLES = [
  'PRACTICE_ASSISTANT',
  'PRACTICE_NURSE',
  'GP',
  'DISTRICT_NURSE',
  'ELDERLY_ADVISER',
  'ELDERLY_CARE_PHYSICIAN',
  'PRACTICE_MANAGER',
  'LOG_OFFICER',
] as const satisfies readonly Role[];

/** The session, or null for someone who still has to sign in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await answer(api.GET('/api/v1/session', { signal }));
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
});

/** Asked without anybody at the screen, so it is no input. */
export async function sessionIsOver(): Promise<boolean> {
  try {
    await answer(api.GET('/api/v1/session', { headers: { [BACKGROUND_HEADER]: '1' } }));
    return false;
  } catch (error) {
    return isProblem(error) && error.status === 401;
  }
}

export const healthQuery = queryOptions({
  queryKey: ['health'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => answer(api.GET('/api/health', { signal })),
});

/** The session of the person at the screen; only for what is drawn inside the session gate. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('useSession outside the session gate');
  return data;
}

export const signInDemo = (choice: DemoChoice): Promise<Session> =>
  answer(api.POST('/api/v1/session/demo', { body: choice }));

export type DemoChoice = { role: Role; practice: string };

export const signOut = () => answer(api.DELETE('/api/v1/session'));
