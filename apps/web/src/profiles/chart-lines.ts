import { daysBetween, type InstrumentId } from '@samenoud/domain';
import type { Completed } from './profile-types.ts';

export type ChartPoint = { id: string; day: string; x: number; lower: number; upper: number };
export type ChartLine = { version: string; points: readonly ChartPoint[] };

type Scored = { response: Completed; lower: number; upper: number; version: string };

function scored(response: Completed, instrument: InstrumentId): Scored[] {
  const { lower, upper, version } = response.assessment.instruments[instrument];
  const isKnown = response.entryMode === 'ITEMS' || lower === upper;
  if (lower === undefined || upper === undefined || !isKnown) return [];
  return [{ response, lower, upper, version: version ?? response.instruments[instrument] }];
}

/**
 * The totals of one instrument over time, one line per version: two versions are never drawn as one.
 * `x` is 0 for the oldest form of the record and 1 for the newest.
 */
export function chartLines(responses: readonly Completed[], instrument: InstrumentId): readonly ChartLine[] {
  const inTime = responses.toReversed();
  const first = inTime[0]?.completedOn ?? '';
  const span = Math.max(1, inTime.length > 0 ? daysBetween(first, inTime.at(-1)?.completedOn ?? first) : 1);
  const known = inTime.flatMap((response) => scored(response, instrument));
  const versions = [...new Set(known.map(({ version }) => version))];
  return versions.map((version) => ({
    version,
    points: known
      .filter((score) => score.version === version)
      .map(({ response: { id, completedOn }, lower, upper }) => ({
        id,
        day: completedOn,
        x: daysBetween(first, completedOn) / span,
        lower,
        upper,
      })),
  }));
}
