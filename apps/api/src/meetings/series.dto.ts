import { MEETING_LIMITS, SERIES_LIMITS, SERIES_WEEKS, type SeriesWeek } from '@samenoud/domain';
import {
  CodeField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  NumbersField,
  ObjectField,
  TextField,
  TimeField,
} from '../platform/http/fields.ts';

const some = { optional: true, nullable: true } as const;
const PLACE = { max: MEETING_LIMITS.place, nullable: true, example: 'Vergaderkamer' } as const;
const LINK = { max: MEETING_LIMITS.videoLink, nullable: true, example: 'https://video.example/oz-team' } as const;

const REMINDERS = {
  ...SERIES_LIMITS.reminderDays,
  description: 'How many days before a meeting its attendees are reminded; default 7 and 1.',
} as const;

/** Once a month: the second Tuesday at half past twelve. */
export class SeriesRhythmDto {
  @CodeField(SERIES_WEEKS, { description: 'LAST: the fifth where a month has one.' }) week: SeriesWeek;
  @IntegerField({ min: 1, max: 7, description: '1 = Monday … 7 = Sunday.' }) weekday: number;
  @TimeField({ description: 'On the clock in the Netherlands.' }) time: string;
}

export class SeriesMember {
  @IdField() userId: string;
  @IdField({ ...some, description: 'Who takes part when this member does not.' }) standInId?: string | null;
}

export class PutSeries {
  @ObjectField(() => SeriesRhythmDto, { ...some, description: 'null: no meeting is made by itself.' })
  rhythm?: SeriesRhythmDto | null;
  @IntegerField({ ...SERIES_LIMITS.minutes, description: 'How long a meeting takes.' }) minutes: number;
  @IntegerField({ ...SERIES_LIMITS.minutesPerClient, ...some }) minutesPerClient?: number | null;
  @TextField({ ...PLACE, optional: true }) place?: string | null;
  @TextField({ ...LINK, optional: true }) videoLink?: string | null;
  @NumbersField({ ...REMINDERS, optional: true }) reminderDays?: number[];
  @ListField(() => SeriesMember, { max: SERIES_LIMITS.members, description: 'All standing members, each once.' })
  members: SeriesMember[];
}

export class SeriesMemberView {
  @IdField() userId: string;
  @IdField({ nullable: true }) standInId: string | null;
}

export class SeriesView {
  @IntegerField({ min: 0, max: 2_147_483_647, description: '0 as long as nothing was ever filled in.' })
  version: number;
  @ObjectField(() => SeriesRhythmDto, { nullable: true }) rhythm: SeriesRhythmDto | null;
  @IntegerField(SERIES_LIMITS.minutes) minutes: number;
  @IntegerField({ ...SERIES_LIMITS.minutesPerClient, nullable: true }) minutesPerClient: number | null;
  @TextField(PLACE) place: string | null;
  @TextField(LINK) videoLink: string | null;
  @NumbersField(REMINDERS) reminderDays: number[];
  @ListField(() => SeriesMemberView, {
    max: 200,
    description: 'Who works here now. As long as nothing was filled in: everybody who may read a meeting.',
  })
  members: SeriesMemberView[];
  @InstantField({ nullable: true, description: 'The first day of the rhythm for which there is no meeting yet.' })
  nextStartsAt: string | null;
}
