import { addDays, type Day } from '../calendar/day.ts';
import { dayOfInstant } from '../calendar/instant.ts';
import { compareKeys } from '../risk-profile/priority.ts';
import type { ProposedProfile } from '../risk-profile/profile.ts';
import {
  AGENDA_CODES,
  AGENDA_RANKS,
  type AgendaFacts,
  type AgendaLine,
  type AgendaMoment,
  type AgendaReason,
} from './agenda.ts';
import { agendaReasons } from './agenda-rules.ts';

/** Days that an agenda looks ahead when no other meeting is planned. Source: domain.md 10. */
const HORIZON_DAYS = 35;
/** Times not discussed from which a client stands on top. Source: domain.md 10. */
const ON_TOP_FROM = 3;
const BY_PROPOSAL: readonly ProposedProfile[] = ['COMPLEX', 'UNDETERMINED', 'FRAIL', 'ROBUST'];

/**
 * D and H of a meeting: its own day, and the day of the next meeting in DRAFT or OPEN after it, without one 35 days on.
 * Source: domain.md 10, agenda.
 */
export function agendaDays(startsAt: string, nextStartsAt: string | null): { meetingOn: Day; horizonOn: Day } {
  const meetingOn = dayOfInstant(startsAt);
  return {
    meetingOn,
    horizonOn: nextStartsAt === null ? addDays(meetingOn, HORIZON_DAYS) : dayOfInstant(nextStartsAt),
  };
}

/** The line of one client; undefined when nothing asks for one. */
export function agendaLine(facts: AgendaFacts, moment: AgendaMoment): AgendaLine | undefined {
  if (facts.status !== 'ACTIVE' && facts.status !== 'ADMITTED') return undefined;
  const reasons = AGENDA_CODES.flatMap((code) => agendaReasons(code, facts, moment));
  const [first] = reasons;
  if (first === undefined) return undefined;
  const onTop = reasons.some(({ detail: { times = 0 } }) => times >= ON_TOP_FROM);
  return { clientId: facts.clientId, rank: AGENDA_RANKS[first.code], reasons, onTop };
}

/**
 * What the order inside a rank goes by: on top, the proposal where the rank is that of the profiles, an urgent signal, the
 * oldest of what gave the rank, then name, birth date and id. Source: domain.md 10, agenda.
 */
function orderKey({ rank, reasons, onTop }: AgendaLine, { sortName, birthDate, clientId }: AgendaFacts) {
  const ofRank = reasons.filter(({ code }) => AGENDA_RANKS[code] === rank);
  const isUrgent = reasons.some(({ detail }) => detail.urgent === true);
  const [since = ''] = ofRank.map((reason) => reason.since).toSorted();
  return [rank, onTop ? 0 : 1, proposalOrder(ofRank), isUrgent ? 0 : 1, since, sortName, birthDate, clientId];
}

const proposalOrder = (reasons: readonly AgendaReason[]): number =>
  Math.max(...reasons.map(({ detail: { proposed } }) => (proposed === undefined ? 0 : BY_PROPOSAL.indexOf(proposed))));

/** The agenda: one line for each client something asks for, in its order. Source: domain.md 10, agenda. */
export function agendaLines(facts: readonly AgendaFacts[], moment: AgendaMoment): readonly AgendaLine[] {
  return facts
    .flatMap((one) => {
      const line = agendaLine(one, moment);
      return line === undefined ? [] : [{ line, key: orderKey(line, one) }];
    })
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ line }) => line);
}
