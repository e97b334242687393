import { formatDutchDay, isActionLate } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import type { Action } from './action-queries.ts';

/** Who does it, by name where there is one. */
export function ownerWords({ owner }: Action, nameOf: (userId: string | null) => string): string {
  if (owner.kind === 'USER') return nameOf(owner.userId);
  const kind = text(`actions.owner.${owner.kind}`);
  if (owner.name === null) return kind;
  return owner.kind === 'OTHER' ? owner.name : `${owner.name} (${kind})`;
}

/** Who and when, whether it is late, and how often it was put off. */
export function actionLine(action: Action, today: string, nameOf: (userId: string | null) => string): string {
  const line = text('actions.line', { owner: ownerWords(action, nameOf), day: formatDutchDay(action.dueOn) });
  return [
    line,
    ...(isActionLate(action, today) ? [text('actions.late')] : []),
    ...(action.postponedCount > 0 ? [plural('actions.postponed', action.postponedCount)] : []),
    ...(action.byRule === null ? [] : [text('actions.byRule')]),
  ].join(' · ');
}
