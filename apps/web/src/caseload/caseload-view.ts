import { DUE_CODES, type DueCode, type Gap } from '@samenoud/domain';
import { useSearchParams } from 'react-router';
import type { CaseloadSearch } from './caseload-queries.ts';

type ProfileFilter = 'COMPLEX' | 'FRAIL' | 'ROBUST' | 'NONE';

export const CASELOAD_PROFILES: readonly ProfileFilter[] = ['COMPLEX', 'FRAIL', 'ROBUST', 'NONE'];
/** What a caseload lacks: the values „geen …”. */
export const CASELOAD_GAPS = ['NO_NEXT_CONTACT', 'GOAL_WITHOUT_ACTION'] as const satisfies readonly Gap[];
export const CASELOAD_DUE = [...DUE_CODES, 'NONE'] as const;
type DueFilter = DueCode | 'NONE';

export type CaseloadView = {
  due: readonly DueFilter[];
  profiles: readonly ProfileFilter[];
  gaps: readonly Gap[];
  /** Whose caseload; one's own without it. */
  of: string | undefined;
};

export const NO_CASELOAD_FILTERS = { due: [], profiles: [], gaps: [] } as const satisfies Partial<CaseloadView>;

const known = <Code extends string>(codes: readonly Code[], given: readonly string[]): Code[] =>
  codes.filter((code) => given.includes(code));

const isUuid = (value: string | null): value is string => value !== null && /^[0-9a-f-]{36}$/.test(value);

function readView(address: URLSearchParams): CaseloadView {
  const of = address.get('of');
  return {
    due: known(CASELOAD_DUE, address.getAll('due')),
    profiles: known(CASELOAD_PROFILES, address.getAll('profile')),
    gaps: known(CASELOAD_GAPS, address.getAll('gap')),
    of: isUuid(of) ? of : undefined,
  };
}

export const writeView = ({ due, profiles, gaps, of }: CaseloadView): URLSearchParams =>
  new URLSearchParams([
    ...due.map((code) => ['due', code]),
    ...profiles.map((profile) => ['profile', profile]),
    ...gaps.map((gap) => ['gap', gap]),
    ...(of === undefined ? [] : [['of', of]]),
  ]);

export const countCaseloadFilters = ({ due, profiles, gaps }: CaseloadView): number =>
  due.length + profiles.length + gaps.length;

export const caseloadSearch = ({ due, profiles, gaps, of }: CaseloadView): CaseloadSearch => ({
  filter: {
    ...(due.length > 0 && { due: [...due] }),
    ...(profiles.length > 0 && { profile: [...profiles] }),
    ...(gaps.length > 0 && { gap: [...gaps] }),
    ...(of !== undefined && { caseManagerId: [of] }),
  },
});

/** Filters live in the address, so that a view can be kept as a bookmark and going back brings it back. */
export function useCaseloadView(): [CaseloadView, (change: Partial<CaseloadView>) => void] {
  const [address, setAddress] = useSearchParams();
  const view = readView(address);
  return [view, (change) => setAddress(writeView({ ...view, ...change }), { replace: true })];
}
