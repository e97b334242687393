import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { User } from './user-queries.ts';

export const roleText = ({ role }: Pick<User, 'role'>): string => text(`common.role.${role}`);

export function periodText({ fromOn, untilOn }: User): string {
  const from = formatDutchDay(fromOn);
  return untilOn === null
    ? text('users.period.from', { from })
    : text('users.period.between', { from, until: formatDutchDay(untilOn) });
}

export function stateText({ state, awaitsApproval }: User): string {
  const words = text(`users.state.${state}`);
  return awaitsApproval && state === 'INVITED' ? `${words}; ${text('users.awaits')}` : words;
}

export const isPast = ({ state }: User): boolean => state === 'ENDED' || state === 'WITHDRAWN';
