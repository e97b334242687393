import { dayOfInstant, formatDutchDayLong, partsOfDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { clockOf } from '../ui/clock.ts';
import type { ReviewLine, ReviewMonth } from './log-review-types.ts';

/** oktober 2026 */
export function monthText(month: string): string {
  const { year, month: number } = partsOfDay(month);
  return text('logReviews.month', { month: findText(`logReviews.months.${number - 1}`) ?? '', year });
}

export function stateText({ state, decided, lines, signedBy, signedAt }: ReviewMonth): string {
  if (state === 'SIGNED')
    return text('logReviews.state.SIGNED', { name: signedBy ?? '', day: dayText(signedAt ?? '') });
  return state === 'OPEN' ? text('logReviews.state.OPEN', { decided, lines }) : text('logReviews.state.NOT_BEGUN');
}

/** 21 november 2026 */
export const dayText = (instant: string): string => (instant === '' ? '' : formatDutchDayLong(dayOfInstant(instant)));

export function personText({ displayName: name, role, organisation }: ReviewLine): string {
  const words = text(`common.role.${role}`);
  return organisation === null
    ? text('logReviews.line.personOnly', { name, role: words })
    : text('logReviews.line.person', { name, role: words, organisation });
}

export const whenText = ({ firstAt, lastAt }: ReviewLine): string =>
  text('logReviews.line.when', {
    day: dayText(firstAt),
    from: clockOf(firstAt),
    until: clockOf(lastAt),
  });

/** The log officer knows no names of clients: the end of the number tells them apart. */
export const whatText = ({ clientId, clients, acts }: ReviewLine): string =>
  clientId === null
    ? text('logReviews.line.many', { clients })
    : text('logReviews.line.one', { acts, client: `…${clientId.slice(-6)}` });
