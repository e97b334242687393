import { INVITATION_GROUPS, INVITATION_STATES, type InvitationGroup, type InvitationState } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSearchParams } from 'react-router';
import type { InvitationFilter } from './round-queries.ts';
import type { Round } from './round-types.ts';

/** Which people are shown. It stands in the address, so that going back finds the list as it was. */
export type PeopleView = { group: InvitationGroup } | { state: InvitationState };

/** First those who did not react: they wait in an open round, and are not returned once it is closed. */
const firstView = ({ state }: Pick<Round, 'state'>): PeopleView =>
  state === 'CLOSED' ? { state: 'NOT_RETURNED' } : { group: 'WAITING' };

export function readPeopleView(parameters: URLSearchParams, round: Pick<Round, 'state'>): PeopleView {
  const state = INVITATION_STATES.find((known) => known === parameters.get('state'));
  if (state !== undefined) return { state };
  const group = INVITATION_GROUPS.find((known) => known === parameters.get('group'));
  return group === undefined ? firstView(round) : { group };
}

export const isSameView = (a: PeopleView, b: PeopleView): boolean => JSON.stringify(a) === JSON.stringify(b);

export function usePeopleView(round: Round): [PeopleView, (view: PeopleView) => void] {
  const [parameters, setParameters] = useSearchParams();
  return [readPeopleView(parameters, round), (view) => setParameters(new URLSearchParams(view), { replace: true })];
}

export const filterOf = (view: PeopleView): InvitationFilter => view;

const FUNNEL_WORDS = {
  INVITED: text('screeningRounds.people.everyone'),
  SENT: text('screeningRounds.funnel.sent'),
  REMINDED: text('screeningRounds.funnel.reminded'),
  RECEIVED: text('screeningRounds.funnel.received'),
  INCOMPLETE: text('screeningRounds.funnel.incomplete'),
  SCORED: text('screeningRounds.funnel.scored'),
  DISCUSSED: text('screeningRounds.funnel.discussed'),
  ASSIGNED: text('screeningRounds.funnel.assigned'),
  WAITING: text('screeningRounds.people.waiting'),
} as const satisfies Record<InvitationGroup, string>;

export const viewWords = (view: PeopleView): string =>
  'state' in view ? text(`screeningRounds.state.${view.state}`) : FUNNEL_WORDS[view.group];

/** The groups to choose from: two that are always asked for, every state there is somebody in, and the one that is shown. */
export function viewsOf({ states }: Round, shown: PeopleView): readonly PeopleView[] {
  const always: readonly PeopleView[] = [{ group: 'WAITING' }, { group: 'INVITED' }];
  const filled = INVITATION_STATES.filter((state) => states[state] > 0).map((state) => ({ state }));
  const all = [...always, ...filled];
  return all.some((view) => isSameView(view, shown)) ? all : [...all, shown];
}
