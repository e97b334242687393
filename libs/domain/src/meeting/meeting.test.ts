import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  isBeingPrepared,
  isFrozen,
  MEETING_STATES,
  meetingReasonNeeded,
  meetingStepNeeds,
  outcomeAtClosing,
  takesDecisions,
} from './meeting.ts';

/** Steps of the table in docs/state-machines/meeting.md that begin in a state. */
function printed(): string[] {
  const page = readFileSync(new URL('../../../../docs/state-machines/meeting.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => row.split('|').slice(1, 3).map((cell) => cell.trim().replaceAll('`', '')).join(' ')); // prettier-ignore
}

describe('the state machine of a meeting', () => {
  it('has exactly the steps that its page prints', () => {
    const steps = MEETING_STATES.flatMap((from) =>
      MEETING_STATES.flatMap((to) => (meetingStepNeeds(from, to) === undefined ? [] : [`${from} ${to}`])),
    );
    expect(steps.toSorted()).toEqual(printed().toSorted());
    expect(steps).toHaveLength(8);
  });

  it('asks a reason to cancel and to reopen, and for no decision to go back', () => {
    const asking = MEETING_STATES.filter((to) =>
      MEETING_STATES.some((from) => meetingStepNeeds(from, to)?.includes('REASON')),
    );
    expect(asking).toEqual(MEETING_STATES.filter(meetingReasonNeeded));
    expect(asking).toEqual(['REOPENED', 'CANCELLED']);
    expect(meetingStepNeeds('OPEN', 'CANCELLED')).toEqual(['REASON']);
    expect(meetingStepNeeds('RUNNING', 'OPEN')).toEqual(['NO_DECISIONS']);
  });

  it('is prepared, runs, or is over', () => {
    expect(MEETING_STATES.filter(isBeingPrepared)).toEqual(['DRAFT', 'OPEN']);
    expect(MEETING_STATES.filter(takesDecisions)).toEqual(['RUNNING', 'REOPENED']);
    expect(MEETING_STATES.filter(isFrozen)).toEqual(['CLOSED', 'CANCELLED']);
  });
});

describe('the outcome of a line at closing', () => {
  const nothing = { outcome: null, decisions: 0, actions: 0, openActions: 0 };
  it.each([
    ['without anything', nothing, 'NOT_DISCUSSED'],
    ['with a decision', { ...nothing, decisions: 1 }, 'DISCUSSED'],
    [
      'with a decision on what was noted as not discussed',
      { ...nothing, decisions: 1, outcome: 'NOT_DISCUSSED' },
      'DISCUSSED',
    ],
    ['noted as discussed', { ...nothing, outcome: 'DISCUSSED' }, 'DISCUSSED'],
    ['with all its actions ticked off', { ...nothing, actions: 2 }, 'DISCUSSED'],
    ['with one of its actions open', { ...nothing, actions: 2, openActions: 1 }, 'NOT_DISCUSSED'],
    ['ticked off, and noted as not discussed', { ...nothing, actions: 1, outcome: 'NOT_DISCUSSED' }, 'NOT_DISCUSSED'],
  ] as const)('%s is %s', (_, line, outcome) => {
    expect(outcomeAtClosing(line)).toBe(outcome);
  });
});
