import { type Gap, GAPS } from '@samenoud/domain';
import { useSearchParams } from 'react-router';
import {
  CLIENT_SORTS,
  type ClientSearch,
  type ClientSort,
  type ClientStatus,
  PROFILE_FILTERS,
  type ProfileFilter,
  STATUSES,
  type Todo,
  TODOS,
} from './client-types.ts';

export type ListView = {
  profiles: readonly ProfileFilter[];
  statuses: readonly ClientStatus[];
  gaps: readonly Gap[];
  todos: readonly Todo[];
  /** Only those whose case manager is the person who looks. */
  mine: boolean;
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
    todos: knownOf(TODOS, parameters.getAll('todo')),
    mine: parameters.getAll('caseManager').includes('ME'),
    withoutCaseManager: parameters.getAll('caseManager').includes('NONE'),
    withoutGp: parameters.get('gp') === 'NONE',
    sort: knownOf(CLIENT_SORTS, parameters.getAll('sort'))[0] ?? 'PRIORITY',
  };
}

function writeView(view: ListView): URLSearchParams {
  const { profiles, statuses, gaps, todos, mine, withoutCaseManager, withoutGp, sort } = view;
  const parameters = new URLSearchParams([
    ...profiles.map((profile) => ['profile', profile]),
    ...statuses.map((status) => ['status', status]),
    ...gaps.map((gap) => ['gap', gap]),
    ...todos.map((todo) => ['todo', todo]),
  ]);
  if (mine) parameters.append('caseManager', 'ME');
  if (withoutCaseManager) parameters.append('caseManager', 'NONE');
  if (withoutGp) parameters.set('gp', 'NONE');
  if (sort !== 'PRIORITY') parameters.set('sort', sort);
  return parameters;
}

export const NO_FILTERS = {
  profiles: [],
  statuses: [],
  gaps: [],
  todos: [],
  mine: false,
  withoutCaseManager: false,
  withoutGp: false,
} as const satisfies Partial<ListView>;

export function countFilters({
  profiles,
  statuses,
  gaps,
  todos,
  mine,
  withoutCaseManager,
  withoutGp,
}: ListView): number {
  const chosen = profiles.length + statuses.length + gaps.length + todos.length;
  return chosen + Number(mine) + Number(withoutCaseManager) + Number(withoutGp);
}

/** `userId`: who "mine" is about. */
export function toSearch(words: string, view: ListView, userId: string): ClientSearch {
  const { profiles, statuses, gaps, todos, mine, withoutCaseManager, withoutGp, sort } = view;
  const caseManagerId = [...(mine ? [userId] : []), ...(withoutCaseManager ? [null] : [])];
  return {
    text: words,
    sort,
    filter: {
      ...(profiles.length > 0 && { profile: [...profiles] }),
      ...(statuses.length > 0 && { status: [...statuses] }),
      ...(gaps.length > 0 && { gap: [...gaps] }),
      ...(todos.length > 0 && { todo: [...todos] }),
      ...(caseManagerId.length > 0 && { caseManagerId }),
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
