import {
  type CaseManagerRoles,
  dayOfInstant,
  formatDutchDay,
  mayBeInTeam,
  offeredCaseManagerRoles,
  type Profile,
  type Role,
  TEAM_ROLES,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { TeamPerson } from './care-team-queries.ts';
import type { Choice, ChoiceGroup } from './ChooseColleague.tsx';

const dayOf = (instant: string): string => formatDutchDay(dayOfInstant(Date.parse(instant)));

/** An end is a moment of the day after the last one. */
const lastDay = (until: string): string => formatDutchDay(dayOfInstant(Date.parse(until) - 1));

export const reasonWords = ({ reasons }: TeamPerson): string =>
  reasons.map((reason) => text(`careTeams.reason.${reason}`)).join(', ');

export function periodWords({ since, until }: TeamPerson): string {
  if (until === null) return text('careTeams.since', { day: dayOf(since) });
  return text('careTeams.sinceUntil', { since: dayOf(since), until: lastDay(until) });
}

const grouped = (colleagues: Iterable<Choice>, roles: readonly Role[]): ChoiceGroup[] =>
  roles
    .map((role) => ({
      label: text(`common.role.${role as (typeof TEAM_ROLES)[number]}`),
      choices: [...colleagues].filter((colleague) => colleague.role === role),
    }))
    .filter(({ choices }) => choices.length > 0);

/** Everyone who may take part and does not yet. */
export function colleaguesToAdd(colleagues: Iterable<Choice>, members: readonly TeamPerson[]): ChoiceGroup[] {
  const others = [...colleagues].filter(
    ({ userId, role }) => mayBeInTeam(role) && !members.some((one) => one.userId === userId),
  );
  return grouped(others, TEAM_ROLES);
}

/** Who may be named, who fits the profile first. */
export function caseManagersToName(
  colleagues: Iterable<Choice>,
  profile: Profile | null,
  firstOf: CaseManagerRoles,
  now: string | null,
): ChoiceGroup[] {
  const roles = offeredCaseManagerRoles(profile, firstOf);
  const others = [...colleagues].filter(({ userId }) => userId !== now);
  return grouped(others, roles.length > 0 ? roles : offeredCaseManagerRoles(null));
}

export function caseManagerHint(profile: Profile | null | undefined, firstOf: CaseManagerRoles): string {
  if (profile === 'FRAIL' || profile === 'COMPLEX')
    return text('careTeams.caseManager.suggested', { role: text(`common.role.${firstOf[profile]}`).toLowerCase() });
  if (profile === 'ROBUST') return text('careTeams.caseManager.robust');
  return profile === null ? text('careTeams.caseManager.noProfile') : text('careTeams.caseManager.free');
}
