/** What a practice went through before a meeting, in words of its own. Nothing of the product is used. */
import { dayNumber, type OracleDay, plusDays } from './due-lists-oracle.ts';

/** In UTC with six decimals, so that the order of the texts is the order in time. */
export type OracleInstant = string;
type Profile = 'ROBUST' | 'FRAIL' | 'COMPLEX';

export interface OracleMeeting {
  readonly id: string;
  readonly at: OracleInstant;
  readonly state: 'DRAFT' | 'OPEN' | 'RUNNING' | 'CLOSED' | 'REOPENED' | 'CANCELLED';
}

export interface OracleResponse {
  readonly id: string;
  readonly state: 'COMPLETED' | 'SUPERSEDED' | 'VOID';
  readonly empty: boolean;
  readonly completedOn: OracleDay;
  readonly completedAt: OracleInstant;
  readonly proposal: Profile | 'UNDETERMINED';
  readonly secondEntry: 'PENDING' | 'DIFFERENT' | 'EQUAL' | 'WAIVED' | null;
}

export interface OracleReferral {
  readonly id: string;
  readonly state: 'DRAFT' | 'SENT' | 'FEEDBACK_GIVEN' | 'CLOSED';
  readonly dueOn: OracleDay;
  /** In the order in which they were given. */
  readonly feedbacks: readonly { readonly id: string; readonly on: OracleDay }[];
}

export interface OraclePerson {
  readonly id: string;
  readonly sortName: string;
  readonly born: OracleDay;
  /** Merged into the record of somebody else: there is nobody any more. */
  readonly merged: boolean;
  readonly status: 'ACTIVE' | 'ADMITTED' | 'DEREGISTERED' | 'MOVED' | 'DECEASED';
  readonly lines: readonly {
    readonly id: string;
    readonly meeting: string;
    /** Taken off again before the meeting: no line of it. */
    readonly gone: boolean;
    readonly outcome: 'DISCUSSED' | 'NOT_DISCUSSED';
    readonly because: readonly { readonly code: string; readonly row: string }[];
  }[];
  readonly actions: readonly {
    readonly id: string;
    readonly line: string;
    readonly state: 'OPEN' | 'DONE' | 'CANCELLED';
  }[];
  readonly responses: readonly OracleResponse[];
  readonly assignments: readonly {
    readonly id: string;
    readonly profile: Profile;
    readonly at: OracleInstant;
    readonly response: string | null;
  }[];
  readonly signals: readonly {
    readonly id: string;
    readonly state: 'NEW' | 'ASSESSED' | 'ON_AGENDA' | 'CLOSED';
    readonly type: 'FALL' | 'LONELINESS';
    readonly urgent: boolean;
    readonly recordedAt: OracleInstant;
  }[];
  readonly plans: readonly {
    readonly id: string;
    readonly state: 'DRAFT' | 'DISCUSSED' | 'ADOPTED' | 'ACTIVE' | 'EVALUATED' | 'CLOSED';
    readonly discussedOn: OracleDay | null;
    readonly nextEvaluationOn: OracleDay | null;
  }[];
  /** `on` of NEXT_REVIEW only. */
  readonly decisions: readonly {
    readonly id: string;
    readonly line: string;
    readonly kind: 'NEXT_REVIEW' | 'END_REVIEW';
    readonly at: OracleInstant;
    readonly on: OracleDay | null;
    readonly undone: boolean;
  }[];
  readonly medication: { readonly id: string; readonly nextOn: OracleDay | null } | null;
  readonly invitations: readonly {
    readonly id: string;
    readonly round: string;
    readonly state: string;
    readonly madeAt: OracleInstant;
  }[];
  readonly referrals: readonly OracleReferral[];
  readonly topics: readonly {
    readonly id: string;
    readonly meeting: string;
    readonly at: OracleInstant;
    readonly withdrawn: boolean;
  }[];
}

export interface OraclePractice {
  readonly today: OracleDay;
  readonly meetings: readonly OracleMeeting[];
  /** The one to build. */
  readonly meeting: string;
  readonly rounds: readonly {
    readonly id: string;
    readonly state: 'OPEN' | 'CLOSED';
    readonly closedAt: OracleInstant | null;
  }[];
  readonly people: readonly OraclePerson[];
}

/** The last Sunday of a month of 31 days; 1 January of year 1 was a Monday. */
function lastSunday(year: string, month: string): OracleDay {
  const last = dayNumber(`${year}-${month}-31`);
  return plusDays(`${year}-${month}-31`, -((last + 1) % 7));
}

/** The day in Amsterdam: two hours ahead from 01:00 UTC on the last Sunday of March until that of October, else one. */
export function amsterdamDay(instant: OracleInstant): OracleDay {
  const [day, hour] = [instant.slice(0, 10), Number(instant.slice(11, 13))];
  const year = day.slice(0, 4);
  const summer = instant >= `${lastSunday(year, '03')}T01` && instant < `${lastSunday(year, '10')}T01`;
  return hour + (summer ? 2 : 1) >= 24 ? plusDays(day, 1) : day;
}
