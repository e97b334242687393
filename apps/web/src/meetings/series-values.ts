import { MEETING_LIMITS, SERIES_LIMITS, SERIES_WEEKS, type SeriesWeek } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { MeetingSeries, SeriesBody } from './series-queries.ts';

/** As the API points at them; the ids of the inputs. */
export const SERIES_FIELDS = [
  'week',
  'weekday',
  'time',
  'minutes',
  'minutesPerClient',
  'place',
  'videoLink',
  'reminderDays',
  'members',
] as const;
export type SeriesField = (typeof SERIES_FIELDS)[number];
/** Text as typed or chosen; of the members what `membersOf` reads. */
export type SeriesValues = Readonly<Record<SeriesField, string>>;
export interface Member {
  readonly userId: string;
  readonly standInId: string | null;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const membersOf = ({ members }: SeriesValues): readonly Member[] => JSON.parse(members) as Member[];
export const asMembers = (members: readonly Member[]): string =>
  JSON.stringify(members.map(({ userId, standInId }) => ({ userId, standInId })));

export const valuesOf = (series: MeetingSeries): SeriesValues => ({
  week: series.rhythm?.week ?? '',
  weekday: String(series.rhythm?.weekday ?? 2),
  time: series.rhythm?.time ?? '',
  minutes: String(series.minutes),
  minutesPerClient: series.minutesPerClient === null ? '' : String(series.minutesPerClient),
  place: series.place ?? '',
  videoLink: series.videoLink ?? '',
  reminderDays: series.reminderDays.join(', '),
  members: asMembers(series.members),
});

export const differs = (field: SeriesField, one: SeriesValues, other: SeriesValues): boolean =>
  one[field].trim() !== other[field].trim();

/** „1230”, „12.30” and „9:05” as the API takes an hour; undefined while it is none. */
export function hourOf(typed: string): string | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(typed.trim()) ?? [];
  return hours === undefined || minutes === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}

const isWeek = (value: string): value is SeriesWeek => SERIES_WEEKS.some((week) => week === value);

/** „7, 1”: days with commas or spaces between them. */
const daysOf = (typed: string): number[] =>
  typed
    .split(/[\s,;]+/)
    .filter((day) => day !== '')
    .map(Number);

/** The whole series as it is sent. */
export function bodyOf(values: SeriesValues): SeriesBody {
  const { week, weekday, time, minutes, minutesPerClient, place, videoLink } = values;
  return {
    rhythm: isWeek(week) ? { week, weekday: Number(weekday), time: hourOf(time) ?? '' } : null,
    minutes: Number(minutes),
    minutesPerClient: minutesPerClient.trim() === '' ? null : Number(minutesPerClient),
    place: place.trim() || null,
    videoLink: videoLink.trim() || null,
    reminderDays: daysOf(values.reminderDays),
    members: [...membersOf(values)],
  };
}

function isWithin(typed: string, { min, max }: { min: number; max: number }): boolean {
  const number = Number(typed);
  return typed.trim() !== '' && Number.isInteger(number) && number >= min && number <= max;
}

/** What must be mended before it can be saved, by field. */
export function seriesProblems(values: SeriesValues): Readonly<Record<string, string>> {
  const { week, time, minutes, minutesPerClient, place, videoLink, reminderDays } = values;
  const found: Record<string, string> = {};
  if (week !== '' && hourOf(time) === undefined) found['time'] = text('teamMeetings.form.atRequired');
  if (!isWithin(minutes, SERIES_LIMITS.minutes)) found['minutes'] = text('errors.OUT_OF_RANGE', SERIES_LIMITS.minutes);
  if (minutesPerClient.trim() !== '' && !isWithin(minutesPerClient, SERIES_LIMITS.minutesPerClient))
    found['minutesPerClient'] = text('errors.OUT_OF_RANGE', SERIES_LIMITS.minutesPerClient);
  const days = daysOf(reminderDays);
  if (days.length > SERIES_LIMITS.reminders || !days.every((day) => isWithin(String(day), SERIES_LIMITS.reminderDays)))
    found['reminderDays'] = text('teamMeetings.series.reminderRange', {
      ...SERIES_LIMITS.reminderDays,
      most: SERIES_LIMITS.reminders,
    });
  for (const [field, value] of Object.entries({ place, videoLink }) as ['place' | 'videoLink', string][])
    if (value.trim().length > MEETING_LIMITS[field])
      found[field] = text('errors.TOO_LONG', { max: MEETING_LIMITS[field] });
  return found;
}
