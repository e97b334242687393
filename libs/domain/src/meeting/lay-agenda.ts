import type { AgendaLine, AgendaReason } from './agenda.ts';
import { isBeingPrepared } from './meeting.ts';

/** ON: on the agenda. OFF: was on it while only its makers saw it. DROPPED: went after it was shared, and is shown so. */
export const AGENDA_LINE_STATES = ['ON', 'OFF', 'DROPPED'] as const;
export type AgendaLineState = (typeof AGENDA_LINE_STATES)[number];

/** A line as it stands in a meeting. */
export interface StandingLine {
  readonly id: string;
  readonly clientId: string;
  readonly place: number;
  readonly state: AgendaLineState;
  readonly addedLater: boolean;
}

/** A line to write; `id` null: of a client who had none in this meeting. */
export interface LaidLine extends Omit<StandingLine, 'id'> {
  readonly id: string | null;
  readonly rank: number;
  readonly onTop: boolean;
  readonly reasons: readonly AgendaReason[] | null;
}

/**
 * What becomes of an agenda when it is built again. In DRAFT it is made anew, in the order of the rules; a line that left comes
 * back under its own id, so that what people typed on it is not lost. While OPEN the places of what was shared stay: what is new
 * comes after it, marked as added later, and what no longer applies is dropped and keeps its place. `reasons` null: they stay as they
 * were. Throws RangeError in any other state, in which agendas stand still. Source: domain.md 10, freeze.
 */
export function layAgenda(
  state: 'DRAFT' | 'OPEN',
  standing: readonly StandingLine[],
  lines: readonly AgendaLine[],
): LaidLine[] {
  if (!isBeingPrepared(state)) throw new RangeError('An agenda that is not built any more');
  const byClient = new Map(standing.toReversed().map((line) => [line.clientId, line]));
  return state === 'DRAFT' ? anew(standing, byClient, lines) : further(standing, byClient, lines);
}

type ByClient = ReadonlyMap<string, StandingLine>;

function anew(standing: readonly StandingLine[], byClient: ByClient, lines: readonly AgendaLine[]): LaidLine[] {
  const laid = lines.map((line, index) => ({
    ...written(line),
    id: byClient.get(line.clientId)?.id ?? null,
    place: index + 1,
    state: 'ON' as const,
    addedLater: false,
  }));
  const kept = new Set(laid.map(({ id }) => id));
  const gone = standing
    .filter(({ id }) => !kept.has(id))
    .map((line, index) => left(line, 'OFF', laid.length + index + 1));
  return [...laid, ...gone];
}

function further(standing: readonly StandingLine[], byClient: ByClient, lines: readonly AgendaLine[]): LaidLine[] {
  const shared = standing.filter(({ state }) => state !== 'OFF').toSorted((one, other) => one.place - other.place);
  const byId = new Map(lines.map((line) => [byClient.get(line.clientId)?.id, line]));
  const stays = shared.map((line, index) => {
    const found = byId.get(line.id);
    return found === undefined
      ? left(line, 'DROPPED', index + 1)
      : { ...written(found), id: line.id, place: index + 1, state: 'ON' as const, addedLater: line.addedLater };
  });
  const known = new Set(shared.map(({ id }) => id));
  const added = lines
    .map((line) => ({ line, id: byClient.get(line.clientId)?.id ?? null }))
    .filter(({ id }) => id === null || !known.has(id))
    .map(({ line, id }, index) => ({
      ...written(line),
      id,
      place: stays.length + index + 1,
      state: 'ON' as const,
      addedLater: true,
    }));
  const back = new Set(added.map(({ id }) => id));
  const off = standing.filter(({ id, state }) => state === 'OFF' && !back.has(id));
  const from = stays.length + added.length + 1;
  return [...stays, ...added, ...off.map((line, index) => left(line, 'OFF', from + index))];
}

const written = ({
  clientId,
  rank,
  onTop,
  reasons,
}: AgendaLine): Pick<LaidLine, 'clientId' | 'rank' | 'onTop' | 'reasons'> => ({
  clientId,
  rank,
  onTop,
  reasons,
});

const left = ({ id, clientId, addedLater }: StandingLine, state: 'OFF' | 'DROPPED', place: number): LaidLine => ({
  id,
  clientId,
  place,
  state,
  addedLater,
  rank: 0,
  onTop: false,
  reasons: null,
});
