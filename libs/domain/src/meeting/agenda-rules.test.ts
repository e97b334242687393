import { describe, expect, it } from '@jest/globals';
import type { AgendaLineFact } from './agenda.ts';
import {
  row,
  lineOf,
  short,
  line,
  assessment,
  assigned,
  LAST_YEAR,
  urgentSignal,
  plan,
  referral,
} from './agenda-testing.ts';

describe('PROFILE_*', () => {
  it('says what the proposal is to what was assigned', () => {
    const current = assigned('FRAIL', LAST_YEAR);
    expect(short({ assessment: assessment('UNDETERMINED') })).toEqual(['PROFILE_UNDETERMINED 2026-10-02']);
    expect(short({ assessment: assessment('UNDETERMINED'), assignment: current })).toEqual([
      'PROFILE_UNDETERMINED 2026-10-02',
    ]);
    expect(short({ assessment: assessment('ROBUST') })).toEqual(['PROFILE_NEW 2026-10-02']);
    expect(short({ assessment: assessment('COMPLEX'), assignment: current })).toEqual(['PROFILE_CHANGED 2026-10-02']);
    expect(short({ assessment: assessment('FRAIL'), assignment: current })).toEqual(['PROFILE_SAME 2026-10-02']);
    expect(lineOf({ assessment: assessment('COMPLEX'), assignment: current })?.reasons[0]?.detail).toEqual({
      assigned: 'FRAIL',
      proposed: 'COMPLEX',
    });
  });

  it('waits for a second entry', () => {
    expect(short({ assessment: assessment('FRAIL', { secondEntryPending: true }) })).toEqual([]);
  });

  it('is not there where the profile rests on this response, or on one completed later', () => {
    const own = '2026-10-02T09:00:00Z';
    const later = '2026-10-02T09:00:00.000001Z';
    const earlier = '2026-10-02T08:59:59.999999Z';
    const found = [own, later, earlier].map(
      // assigned after all of them: the moment of assigning decides only where there is no response
      (basis) =>
        short({ assessment: assessment('FRAIL'), assignment: assigned('FRAIL', basis, '2026-11-01T09:00:00Z') }).length,
    );
    expect(found).toEqual([0, 0, 1]);
  });

  it('goes by the moment of assigning where the profile rests on no response', () => {
    const on = (assignedAt: string) =>
      short({ assessment: assessment('FRAIL'), assignment: assigned('COMPLEX', null, assignedAt) }).length;
    expect([on('2026-10-02T08:59:59Z'), on('2026-10-02T09:00:00Z'), on('2026-10-02T09:00:01Z')]).toEqual([1, 0, 0]);
  });

  it('is since the day in the Netherlands', () => {
    expect(short({ assessment: assessment('FRAIL', { completedAt: '2026-10-24T22:00:00Z' }) })).toEqual([
      'PROFILE_NEW 2026-10-25',
    ]);
    expect(short({ assessment: assessment('FRAIL', { completedAt: '2026-10-25T22:59:00Z' }) })).toEqual([
      'PROFILE_NEW 2026-10-25',
    ]);
  });
});

describe('SIGNAL and the plan', () => {
  it('is a signal on the agenda', () => {
    const signal = urgentSignal('2026-11-20');
    const states = ['NEW', 'ASSESSED', 'ON_AGENDA', 'CLOSED'] as const;
    expect(states.filter((state) => short({ signals: [{ ...signal, state }] }).length > 0)).toEqual(['ON_AGENDA']);
    expect(lineOf({ signals: [signal] })?.reasons[0]?.detail).toEqual({ signalType: 'FALL', urgent: true });
  });

  it('is a plan discussed with the client, or a running one with an evaluation before the next meeting', () => {
    const states = ['DRAFT', 'DISCUSSED', 'ADOPTED', 'ACTIVE', 'EVALUATED', 'CLOSED'] as const;
    expect(states.flatMap((state) => short({ plans: [plan(state, '2027-01-12')] }))).toEqual([
      'PLAN_TO_ADOPT 2026-11-02',
      'EVALUATION_DUE 2027-01-12',
      'EVALUATION_DUE 2027-01-12',
      'EVALUATION_DUE 2027-01-12',
    ]);
    expect(short({ plans: [plan('ACTIVE', '2027-01-13')] })).toEqual([]);
    expect(short({ plans: [plan('ACTIVE', '2027-01-13')] }, { horizonOn: '2027-01-13' })).toHaveLength(1);
  });

  it('leaves the evaluation out after the end of review, until a day is named or a profile assigned', () => {
    const plans = [plan('ACTIVE', '2026-12-01')];
    const end = { kind: 'END_REVIEW', takenAt: '2026-10-13T11:00:00Z' } as const;
    const next = {
      kind: 'NEXT_REVIEW',
      row: row('decision'),
      takenAt: '2026-11-10T12:00:00Z',
      on: '2027-06-01',
    } as const;
    expect(short({ plans, reviewDecisions: [end] })).toEqual([]);
    expect(short({ plans, reviewDecisions: [next, end] })).toEqual(['EVALUATION_DUE 2026-12-01']);
    expect(short({ plans, reviewDecisions: [end, { ...next, takenAt: '2026-09-08T11:00:00Z' }] })).toEqual([]);
    const after = assigned('FRAIL', null, '2026-10-13T11:00:01Z');
    const at = assigned('FRAIL', null, '2026-10-13T11:00:00Z');
    expect(short({ plans, reviewDecisions: [end], assignment: after })).toEqual(['EVALUATION_DUE 2026-12-01']);
    expect(short({ plans, reviewDecisions: [end], assignment: at })).toEqual([]);
  });
});

describe('REVIEW_DUE', () => {
  const next = {
    kind: 'NEXT_REVIEW',
    row: row('decision'),
    takenAt: '2026-09-08T11:00:00Z',
    on: '2026-12-08',
  } as const;
  const used = { reasons: [{ code: 'REVIEW_DUE', rowId: 'decision' }] } as const;

  it('holds from the day that the last such decision names', () => {
    expect(short({ reviewDecisions: [next] })).toEqual(['REVIEW_DUE 2026-12-08']);
    expect(short({ reviewDecisions: [{ ...next, on: '2026-12-09' }] })).toEqual([]);
    const later = { ...next, takenAt: '2026-10-13T11:00:00Z', on: '2027-03-09' };
    expect(short({ reviewDecisions: [later, next] })).toEqual([]);
  });

  it('is used up by a line with it that was discussed, and not by another', () => {
    const held = '2026-11-10T12:00:00Z';
    expect(short({ reviewDecisions: [next], lines: [line(held, 'DISCUSSED', used)] })).toEqual([]);
    expect(short({ reviewDecisions: [next], lines: [line(held, 'DISCUSSED')] })).toEqual(['REVIEW_DUE 2026-12-08']);
    expect(short({ reviewDecisions: [next], lines: [line(held, 'NOT_DISCUSSED', used)] })).toEqual([
      'CARRIED_OVER 2026-11-10',
      'REVIEW_DUE 2026-12-08',
    ]);
    // the day that was named while that line was discussed
    const anew = { ...next, row: row('another decision'), takenAt: '2026-11-10T12:30:00Z' };
    expect(short({ reviewDecisions: [next, anew], lines: [line(held, 'DISCUSSED', used)] })).toEqual([
      'REVIEW_DUE 2026-12-08',
    ]);
  });

  it('is cleared by the end of review', () => {
    const end = { kind: 'END_REVIEW', takenAt: '2026-10-13T11:00:00Z' } as const;
    expect(short({ reviewDecisions: [next, end] })).toEqual([]);
  });
});

describe('MEDICATION_REVIEW_DUE', () => {
  it('holds up to the next meeting', () => {
    const on = (nextOn: string) => short({ medicationReviews: [{ row: row('plan', 5), nextOn }] });
    expect(on('2027-01-12')).toEqual(['MEDICATION_REVIEW_DUE 2027-01-12']);
    expect(on('2027-01-13')).toEqual([]);
  });
});

describe('NOT_RETURNED', () => {
  const invitation = {
    row: row('invitation', 1),
    state: 'NOT_RETURNED',
    madeOn: '2026-09-01',
    closedAt: '2026-11-20T15:00:00Z',
  } as const;

  it('is an invitation of the newest closed round that nothing came of', () => {
    const states = [
      'NOT_RETURNED',
      'REFUSED',
      'NOT_REACHED',
      'UNDELIVERABLE',
      'ADMITTED',
      'CANCELLED',
      'SCORED',
    ] as const;
    const found = states.filter((state) => short({ invitations: [{ ...invitation, state }] }).length > 0);
    expect(found).toEqual(['NOT_RETURNED', 'REFUSED', 'NOT_REACHED', 'UNDELIVERABLE']);
    expect(short({ invitations: [invitation] })).toEqual(['NOT_RETURNED 2026-11-20']);
    const older = { ...invitation, closedAt: '2026-03-01T12:00:00Z' };
    expect(short({ invitations: [older, { ...invitation, state: 'SCORED' }] })).toEqual([]);
  });

  it('is over with an answer of that day or later', () => {
    const on = (answeredOn: string) => short({ invitations: [invitation], answeredOn }).length;
    expect([on('2026-08-31'), on('2026-09-01'), on('2026-12-01')]).toEqual([1, 0, 0]);
  });

  it('comes once', () => {
    const lines = (outcome: AgendaLineFact['outcome'], rowId = 'invitation') => [
      line('2026-11-24T12:00:00Z', outcome, { reasons: [{ code: 'NOT_RETURNED', rowId }] }),
    ];
    expect(short({ invitations: [invitation], lines: lines('DISCUSSED') })).toEqual([]);
    expect(short({ invitations: [invitation], lines: lines('DISCUSSED', 'other') })).toHaveLength(1);
    expect(short({ invitations: [invitation], lines: lines('NOT_DISCUSSED') })).toHaveLength(2);
  });
});

describe('REFERRAL_*', () => {
  const feedback = { row: row('feedback', 4), on: '2026-11-18', outcome: 'STARTED' } as const;

  it('comes once for each feedback', () => {
    const referrals = [referral({ state: 'FEEDBACK_GIVEN', feedback })];
    const discussed = line('2026-11-24T12:00:00Z', 'DISCUSSED', {
      reasons: [{ code: 'REFERRAL_FEEDBACK', rowId: 'feedback' }],
    });
    expect(short({ referrals })).toEqual(['REFERRAL_FEEDBACK 2026-11-18']);
    expect(short({ referrals, lines: [discussed] })).toEqual([]);
    const anew = [referral({ state: 'FEEDBACK_GIVEN', feedback: { ...feedback, row: row('second', 4) } })];
    expect(short({ referrals: anew, lines: [discussed] })).toEqual(['REFERRAL_FEEDBACK 2026-11-18']);
    expect(short({ referrals: [referral({ state: 'CLOSED', feedback })] })).toEqual([]);
  });

  it('is silent from the day after feedback was expected, on the day of building', () => {
    const on = (state: string, dueOn: string | null) => short({ referrals: [referral({ state, dueOn })] });
    expect(on('SENT', '2026-11-29')).toEqual(['REFERRAL_SILENT 2026-11-30']);
    expect(on('DRAFT', '2026-02-28')).toEqual(['REFERRAL_SILENT 2026-03-01']);
    expect(on('DRAFT', '2024-02-28')).toEqual(['REFERRAL_SILENT 2024-02-29']);
    expect([on('SENT', '2026-11-30'), on('SENT', null), on('FEEDBACK_GIVEN', '2026-11-01')]).toEqual([[], [], []]);
  });
});
