import { DECISION_KINDS, type DecisionKind } from '@samenoud/domain';
import { Type } from 'class-transformer';
import { CodeField, DayField, IdField, IntegerField, ListField, ObjectField } from '../platform/http/fields.ts';

const COUNT = { min: 0, max: 2_147_483_647 } as const;
const YEAR = { min: 2000, max: 9999, example: 2026 } as const;

export class LookBackQuery {
  @Type(() => Number)
  @IntegerField({ ...YEAR, optional: true, description: 'Default the newest year with a meeting that was held.' })
  year?: number;
}

class DecidedCount {
  @CodeField(DECISION_KINDS) kind: DecisionKind;
  @IntegerField({ ...COUNT, description: 'That hold: not taken back.' }) count: number;
}

/** What people did by hand to prepare and run meetings. */
class ActsByHand {
  @IntegerField({ ...COUNT, description: 'Clients brought in.' }) broughtIn: number;
  @IntegerField({ ...COUNT, description: 'Lines with a question that somebody typed.' }) questions: number;
  @IntegerField({ ...COUNT, description: 'Profiles confirmed before it, who are not on its agenda.' })
  confirmed: number;
  @IntegerField({ ...COUNT, description: 'Outcomes that somebody noted.' }) outcomes: number;
  @IntegerField({ ...COUNT, description: 'Lines on which it was settled who tells the client.' }) feedback: number;
  @IntegerField({ ...COUNT, description: 'Times the minutes were reopened.' }) reopened: number;
}

/** Figures of what the reader may see; never of one person. */
export class LookBackFiguresView {
  @IntegerField(COUNT) meetings: number;
  @IntegerField({ ...COUNT, description: 'Clients discussed.' }) discussed: number;
  @IntegerField(COUNT) notDiscussed: number;
  @IntegerField({ ...COUNT, description: 'Places that are not shared with the reader; in no other figure.' })
  notShared: number;
  @IntegerField({ ...COUNT, description: 'From start to first closing.' }) minutes: number;
  @IntegerField(COUNT) plannedMinutes: number;
  @ListField(() => DecidedCount, { max: 50 }) decisions: DecidedCount[];
  @IntegerField({ ...COUNT, description: 'Decisions that were taken back.' }) undone: number;
  @IntegerField({ ...COUNT, description: 'Done by the day first agreed.' }) actionsInTime: number;
  @IntegerField({ ...COUNT, description: 'Done after that day, or still open after it.' }) actionsLate: number;
  @IntegerField({ ...COUNT, description: 'Open, and that day is to come.' }) actionsRunning: number;
  @IntegerField(COUNT) actionsCancelled: number;
  @ObjectField(() => ActsByHand) byHand: ActsByHand;
  @IntegerField({ ...COUNT, description: 'Acts by hand, and decisions recorded and taken back: the burden of the app.' })
  acts: number; // prettier-ignore
}

class MeetingLookBack {
  @IdField() meetingId: string;
  @DayField() heldOn: string;
  @ObjectField(() => LookBackFiguresView) figures: LookBackFiguresView;
}

class YearOfMeetings {
  @IntegerField(YEAR) year: number;
}

export class LookBackView {
  @IntegerField({ ...YEAR, nullable: true, description: 'null: no meeting was held yet.' }) year: number | null;
  @ListField(() => YearOfMeetings, { max: 100, description: 'With a meeting that was held, newest first.' })
  years: YearOfMeetings[];
  @ListField(() => MeetingLookBack, { max: 400, description: 'Of that year, newest first.' })
  meetings: MeetingLookBack[];
  @ObjectField(() => LookBackFiguresView, { description: 'Of the whole year.' }) total: LookBackFiguresView;
}
