import { useQuery } from '@tanstack/react-query';
import { type Colleague, colleaguesQuery } from '../organisations/colleague-queries.ts';

const NOBODY: ReadonlyMap<string, Colleague> = new Map();

/** Names and phones of the people who work here; none while they are being read, so that no page waits for them. */
export function useColleagues(): ReadonlyMap<string, Colleague> {
  return useQuery(colleaguesQuery).data ?? NOBODY;
}

export const gpsAmong = (colleagues: ReadonlyMap<string, Colleague>): Colleague[] =>
  [...colleagues.values()].filter(({ role }) => role === 'GP');
