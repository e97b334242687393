import { useSearchParams } from 'react-router';
import {
  CLIENT_SORTS,
  type ClientSearch,
  type ClientSort,
  type ClientStatus,
  type Gap,
  GAPS,
  PROFILE_FILTERS,
  type ProfileFilter,
  STATUSES,
} from './client-types.ts';

export type ListView = {
  profiles: readonly ProfileFilter[];
  statuses: readonly ClientStatus[];
  gaps: readonly Gap[];
  withoutCaseManager: boolean;
  withoutGp: boolean;
  sort: ClientSort;
};

const knownOf = <Code extends string>(known: readonly Code[], given: readonly string[]): Code[] =>
  known.filter((code) => given.includes(code));

function readView(parameters: URLSearchParams): ListView {
  return {
    profiles: knownOf(PROFILE_FILTERS, parameters.getAll('profile')),
    statuses: knownOf(STATUSES, parameters.getAll('status')),
    gaps: knownOf(GAPS, parameters.getAll('gap')),
    withoutCaseManager: parameters.get('caseManager') === 'NONE',
    withoutGp: parameters.get('gp') === 'NONE',
    sort: knownOf(CLIENT_SORTS, parameters.getAll('sort'))[0] ?? 'PRIORITY',
  };
}

function writeView({ profiles, statuses, gaps, withoutCaseManager, withoutGp, sort }: ListView): URLSearchParams {
  const parameters = new URLSearchParams([
    ...profiles.map((profile) => ['profile', profile]),
    ...statuses.map((status) => ['status', status]),
    ...gaps.map((gap) => ['gap', gap]),
  ]);
  if (withoutCaseManager) parameters.set('caseManager', 'NONE');
  if (withoutGp) parameters.set('gp', 'NONE');
  if (sort !== 'PRIORITY') parameters.set('sort', sort);
  return parameters;
}

export const NO_FILTERS = {
  profiles: [],
  statuses: [],
  gaps: [],
  withoutCaseManager: false,
  withoutGp: false,
} as const satisfies Partial<ListView>;

export const countFilters = ({ profiles, statuses, gaps, withoutCaseManager, withoutGp }: ListView): number =>
  profiles.length + statuses.length + gaps.length + Number(withoutCaseManager) + Number(withoutGp);

export function toSearch(words: string, view: ListView): ClientSearch {
  const { profiles, statuses, gaps, withoutCaseManager, withoutGp, sort } = view;
  return {
    text: words,
    sort,
    filter: {
      ...(profiles.length > 0 && { profile: [...profiles] }),
      ...(statuses.length > 0 && { status: [...statuses] }),
      ...(gaps.length > 0 && { gap: [...gaps] }),
      ...(withoutCaseManager && { caseManagerId: [null] }),
      ...(withoutGp && { gpId: [null] }),
    },
  };
}

/** Filters and order live in the address, so going back brings them back. What is searched for never does. */
export function useListView(): [ListView, (change: Partial<ListView>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const view = readView(parameters);
  return [view, (change) => setParameters(writeView({ ...view, ...change }), { replace: true })];
}
