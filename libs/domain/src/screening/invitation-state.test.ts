import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar/day.ts';
import {
  awaitsAnswer,
  INVITATION_STATES,
  INVITATION_STEPS,
  type InvitationState,
  isLiveInvitation,
  isReceived,
  mayStep,
  mayStepByHand,
} from './invitation-state.ts';
import { mayRoundStep, ROUND_STATES } from './round-state.ts';

/** Typed from the table of the paper, a second time and in its own words. */
const TABLE: Record<InvitationState, string> = {
  PLANNED: 'SENT received exits',
  SENT: 'REMINDED UNDELIVERABLE received NOT_RETURNED exits',
  REMINDED: 'REMINDED UNDELIVERABLE received NOT_RETURNED exits',
  UNDELIVERABLE: 'SENT received exits',
  RECEIVED_COMPLETE: 'RECEIVED_INCOMPLETE SCORED MOVED DECEASED',
  RECEIVED_INCOMPLETE: 'SCORED DISCUSSED PROFILE_ASSIGNED NOT_RETURNED MOVED DECEASED',
  SCORED: 'DISCUSSED PROFILE_ASSIGNED RECEIVED_COMPLETE RECEIVED_INCOMPLETE MOVED DECEASED',
  DISCUSSED: 'PROFILE_ASSIGNED MOVED DECEASED',
  PROFILE_ASSIGNED: 'MOVED DECEASED',
  NOT_RETURNED: 'received MOVED DECEASED',
  REFUSED: 'received MOVED DECEASED',
  NOT_REACHED: 'received MOVED DECEASED',
  ADMITTED: 'received MOVED DECEASED',
  MOVED: '',
  DECEASED: '',
  CANCELLED: '',
};
const WORDS: Record<string, string> = {
  received: 'RECEIVED_COMPLETE RECEIVED_INCOMPLETE SCORED',
  exits: 'REFUSED NOT_REACHED ADMITTED MOVED DECEASED CANCELLED',
};
const written = (from: InvitationState): string[] =>
  TABLE[from]
    .split(' ')
    .flatMap((word) => (WORDS[word] ?? word).split(' '))
    .filter(Boolean);

describe('steps of an invitation', () => {
  it.each(INVITATION_STATES)('allows from %s exactly the steps of the paper', (from) => {
    const allowed = INVITATION_STATES.filter((to) => mayStep(from, to));
    expect(allowed.toSorted()).toEqual(written(from).toSorted());
    expect(INVITATION_STEPS[from]).toHaveLength(allowed.length);
  });

  it('leaves a person only what no letter, response, status, meeting or closing brings', () => {
    const byHand = INVITATION_STATES.flatMap((from) =>
      INVITATION_STATES.filter((to) => mayStepByHand(from, to)).map((to) => `${from} ${to}`),
    );
    expect(new Set(byHand.map((step) => step.split(' ')[1]))).toEqual(
      new Set(['SENT', 'UNDELIVERABLE', 'REFUSED', 'NOT_REACHED', 'CANCELLED']),
    );
    expect(byHand).toContain('PLANNED SENT');
    expect(byHand).not.toContain('PLANNED UNDELIVERABLE');
    expect(byHand).not.toContain('SCORED REFUSED');
  });

  it('awaits an answer where one may still come in, late and after a refusal too', () => {
    expect(INVITATION_STATES.filter(awaitsAnswer)).toEqual([
      'PLANNED',
      'SENT',
      'REMINDED',
      'UNDELIVERABLE',
      'NOT_RETURNED',
      'REFUSED',
      'NOT_REACHED',
      'ADMITTED',
    ]);
    expect(INVITATION_STATES.filter(isReceived)).toEqual(['RECEIVED_COMPLETE', 'RECEIVED_INCOMPLETE', 'SCORED']);
  });
});

describe('live invitation', () => {
  const invitation = { state: 'SENT', roundState: 'OPEN', returnBy: '2026-03-02' } as const;

  it('lives until 60 days after the return date, that day included', () => {
    const last = addDays('2026-03-02', 60);
    expect(isLiveInvitation({ ...invitation, today: last })).toBe(true);
    expect(isLiveInvitation({ ...invitation, today: addDays(last, 1) })).toBe(false);
  });

  it('lives in an open round only, and in the states that wait for an answer or for the team', () => {
    const today = '2026-03-01';
    expect(ROUND_STATES.filter((roundState) => isLiveInvitation({ ...invitation, roundState, today }))).toEqual([
      'OPEN',
    ]);
    expect(INVITATION_STATES.filter((state) => isLiveInvitation({ ...invitation, state, today }))).toEqual([
      'PLANNED',
      'SENT',
      'REMINDED',
      'UNDELIVERABLE',
      'RECEIVED_COMPLETE',
      'RECEIVED_INCOMPLETE',
      'SCORED',
      'DISCUSSED',
    ]);
  });
});

it('opens a draft round, closes an open one, cancels both', () => {
  const steps = ROUND_STATES.flatMap((from) =>
    ROUND_STATES.filter((to) => mayRoundStep(from, to)).map((to) => `${from} ${to}`),
  );
  expect(steps).toEqual(['DRAFT OPEN', 'DRAFT CANCELLED', 'OPEN CLOSED', 'OPEN CANCELLED']);
});
