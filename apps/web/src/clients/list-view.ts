import { useSearchParams } from 'react-router';
import { CLIENT_SORTS, type ClientSort, PROFILE_FILTERS, type ProfileFilter } from './client-types.ts';

export type ListView = { profiles: readonly ProfileFilter[]; withoutCaseManager: boolean; sort: ClientSort };

const knownOf = <Code extends string>(known: readonly Code[], given: readonly string[]): Code[] =>
  known.filter((code) => given.includes(code));

function readView(parameters: URLSearchParams): ListView {
  return {
    profiles: knownOf(PROFILE_FILTERS, parameters.getAll('profile')),
    withoutCaseManager: parameters.get('caseManager') === 'NONE',
    sort: knownOf(CLIENT_SORTS, parameters.getAll('sort'))[0] ?? 'PRIORITY',
  };
}

function writeView({ profiles, withoutCaseManager, sort }: ListView): URLSearchParams {
  const parameters = new URLSearchParams(profiles.map((profile) => ['profile', profile]));
  if (withoutCaseManager) parameters.set('caseManager', 'NONE');
  if (sort !== 'PRIORITY') parameters.set('sort', sort);
  return parameters;
}

/** Filters and order live in the address, so going back brings them back. What is searched for never does. */
export function useListView(): [ListView, (change: Partial<ListView>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const view = readView(parameters);
  return [view, (change) => setParameters(writeView({ ...view, ...change }), { replace: true })];
}
