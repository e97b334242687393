import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  EMERGENCY_REVIEW_STATES, EMERGENCY_VERDICTS, type EmergencyReviewState, type EmergencyVerdict, isEmergencyRunning,
  isEmergencyReviewOverdue, emergencyReviewAfter, emergencyReviewDueOn, verdictNeedsNote,
} from './emergency-access.ts'; // prettier-ignore

describe('an emergency access', () => {
  const endsAt = '2026-11-30T14:00:00.000Z';

  it.each([
    ['before its end', '2026-11-30T13:59:59.999Z', null, true],
    ['on its end', '2026-11-30T14:00:00.000Z', null, false],
    ['after its end', '2026-11-30T14:00:00.001Z', null, false],
    ['once it was ended by hand', '2026-11-30T11:00:00.000Z', '2026-11-30T10:30:00.000Z', false],
  ])('%s', (_, at, endedAt, running) => {
    expect(isEmergencyRunning({ endsAt, endedAt }, at)).toBe(running);
  });
});

describe('the review', () => {
  /** As printed in docs/state-machines/emergency-access.md. */
  const TABLE: Readonly<Record<EmergencyReviewState, Partial<Record<EmergencyVerdict, EmergencyReviewState>>>> = {
    OPEN: { JUSTIFIED: 'JUSTIFIED', NOT_JUSTIFIED: 'NOT_JUSTIFIED', FURTHER_INVESTIGATION: 'INVESTIGATING' },
    INVESTIGATING: { JUSTIFIED: 'JUSTIFIED', NOT_JUSTIFIED: 'NOT_JUSTIFIED' },
    JUSTIFIED: {},
    NOT_JUSTIFIED: {},
  };

  it('takes the steps of its state machine and no others', () => {
    for (const state of EMERGENCY_REVIEW_STATES)
      for (const verdict of EMERGENCY_VERDICTS)
        expect([state, verdict, emergencyReviewAfter(state, verdict)]).toEqual([state, verdict, TABLE[state][verdict]]);
  });

  it('ends with one final verdict, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EMERGENCY_VERDICTS), { maxLength: 12 }), (tried) => {
        const final = tried.find((verdict) => verdict !== 'FURTHER_INVESTIGATION');
        const state = tried.reduce<EmergencyReviewState>(
          (now, verdict) => emergencyReviewAfter(now, verdict) ?? now,
          'OPEN',
        );
        const otherwise = tried.length > 0 ? 'INVESTIGATING' : 'OPEN';
        expect(state).toBe(final ?? otherwise);
      }),
    );
  });

  it('asks for words where something went wrong or may have', () => {
    expect(EMERGENCY_VERDICTS.filter(verdictNeedsNote)).toEqual(['NOT_JUSTIFIED', 'FURTHER_INVESTIGATION']);
  });

  it.each([
    ['an hour before midnight in Amsterdam', '2026-11-30T22:30:00Z', '2026-12-07'],
    ['just after it', '2026-11-30T23:00:00Z', '2026-12-08'],
    ['over 29 February', '2028-02-25T12:00:00Z', '2028-03-03'],
    ['in the night that summer time ends', '2026-10-24T22:30:00Z', '2026-11-01'],
  ])('is due a week after the Dutch day it began: %s', (_, begunAt, dueOn) => {
    expect(emergencyReviewDueOn(begunAt)).toBe(dueOn);
  });

  it('is late after its last day, and never once it was judged', () => {
    const begunAt = '2026-11-30T12:00:00Z';
    expect(isEmergencyReviewOverdue('OPEN', begunAt, '2026-12-07')).toBe(false);
    expect(isEmergencyReviewOverdue('OPEN', begunAt, '2026-12-08')).toBe(true);
    expect(isEmergencyReviewOverdue('INVESTIGATING', begunAt, '2026-12-08')).toBe(true);
    expect(isEmergencyReviewOverdue('JUSTIFIED', begunAt, '2027-01-01')).toBe(false);
    expect(isEmergencyReviewOverdue('NOT_JUSTIFIED', begunAt, '2027-01-01')).toBe(false);
  });
});
