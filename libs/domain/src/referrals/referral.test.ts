import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { STAFF_ROLES } from '../access/roles.ts';
import {
  awaitsFeedback, canBeReferrer, closingNeedsReason, isReferralSilent, mayRefer, mayRewriteReferral, maySendReferral,
  REFERRAL_STATES, REFERRAL_STEPS, referralAfter, referralDueOn,
} from './referral.ts'; // prettier-ignore
import { mayBridgeWait, REFERRAL_TYPES, referralNeedsText } from './referral-types.ts';

/** From, step and to of the rows of the table in docs/state-machines/referral.md that begin in a state. */
function printed(): string[] {
  const page = readFileSync(new URL('../../../../docs/state-machines/referral.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => row.split('|').slice(1, 4).map((cell) => cell.trim().replaceAll('`', '')).join(' ')); // prettier-ignore
}

describe('the state machine of a referral', () => {
  it('has exactly the steps that its page prints', () => {
    const steps = REFERRAL_STATES.flatMap((state) =>
      REFERRAL_STEPS.flatMap((step) => {
        const to = referralAfter(state, step);
        return to === null ? [] : [`${state} ${step} ${to}`];
      }),
    );
    expect(steps.toSorted()).toEqual(printed().toSorted());
    expect(steps).toHaveLength(6);
  });

  it('never leaves CLOSED, and is rewritten only before it is sent', () => {
    expect(REFERRAL_STEPS.map((step) => referralAfter('CLOSED', step))).toEqual([null, null, null]);
    expect(REFERRAL_STATES.filter(mayRewriteReferral)).toEqual(['DRAFT']);
  });

  it('ends without a reason only after feedback', () => {
    expect(REFERRAL_STATES.filter((state) => !closingNeedsReason(state))).toEqual(['FEEDBACK_GIVEN']);
  });
});

describe('a referral', () => {
  it.each([
    ['on its day', '2026-10-05', false],
    ['the day after', '2026-10-06', true],
  ])('%s', (_, today, silent) => {
    expect(REFERRAL_STATES.filter((state) => isReferralSilent({ state, dueOn: '2026-10-05' }, today))).toEqual(silent ? ['DRAFT', 'SENT'] : []); // prettier-ignore
  });

  it('awaits feedback from the practice’s days after it was written', () => {
    expect(REFERRAL_STATES.filter(awaitsFeedback)).toEqual(['DRAFT', 'SENT']);
    expect(referralDueOn('2028-01-18', 42)).toBe('2028-02-29');
  });

  it('has 19 types, one of which needs words and one of which can bridge a waiting time', () => {
    expect(new Set(REFERRAL_TYPES).size).toBe(19);
    expect(REFERRAL_TYPES.filter(referralNeedsText)).toEqual(['OTHER']);
    expect(REFERRAL_TYPES.filter(mayBridgeWait)).toEqual(['PEER_GROUP']);
  });

  it('is written by GP, SO, POH and the case manager, and sent by the assistant too', () => {
    const who = (may: typeof mayRefer, isCaseManager: boolean) => STAFF_ROLES.filter((role) => may({ role, isCaseManager })); // prettier-ignore
    const always = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'PRACTICE_NURSE'];
    const caseManagers = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE'];
    expect(who(mayRefer, false)).toEqual(always);
    expect(who(mayRefer, true)).toEqual(caseManagers);
    expect(who(maySendReferral, false)).toEqual([...always, 'PRACTICE_ASSISTANT']);
    expect(who(maySendReferral, true)).toEqual([...caseManagers, 'PRACTICE_ASSISTANT']);
    expect(STAFF_ROLES.filter(canBeReferrer)).toEqual(caseManagers);
  });
});
