import type { PlannedAct } from './demo-acts.ts';
import { AT_HOME_NOT_TRUE, RESTRICTION_WISH } from './demo-words.ts';

/** Which client of the practice asked for what. */
const SAID_SOMETHING = 3;
const WAS_RESTRICTED = 5;

/** What clients asked after everything else that happened: one says it is otherwise, one was left alone for a while. */
export function rightsOf(index: number, acts: readonly PlannedAct[], gpId: string): PlannedAct[] {
  const last = acts.at(-1);
  if (last === undefined) return [];
  const on = last.at.slice(0, 10);
  const moment = { at: last.at, by: gpId };
  if (index === SAID_SOMETHING)
    return [{ ...moment, kind: 'STATE', statement: { statement: AT_HOME_NOT_TRUE, givenBy: 'CLIENT', givenOn: on } }];
  if (index === WAS_RESTRICTED)
    return [
      { ...moment, kind: 'RESTRICT_FOR_A_WHILE', wish: { reason: RESTRICTION_WISH, askedBy: 'CLIENT', askedOn: on } },
    ];
  return [];
}
