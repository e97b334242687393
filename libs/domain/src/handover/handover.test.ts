import { describe, expect, it } from '@jest/globals';
import {
  HANDOVER_PARTS, HANDOVER_STATES, HANDOVER_STEPS, HANDOVER_TABLE, handoverAfter, handoverDayProblem,
} from './handover.ts'; // prettier-ignore

describe('a hand-over', () => {
  it('takes a step only from where the table says, and only by whom', () => {
    const taken = HANDOVER_STATES.flatMap((state) =>
      HANDOVER_STEPS.flatMap((step) =>
        HANDOVER_PARTS.flatMap((part) => {
          const after = handoverAfter(state, step, [part], true);
          return 'state' in after ? [`${state} ${step} ${part} ${after.state}`] : [];
        }),
      ),
    );
    expect(taken.toSorted()).toEqual([
      'ACCEPTED END GIVER ENDED',
      'ACCEPTED END GP ENDED',
      'ACCEPTED END RECEIVER ENDED',
      'ACCEPTED EXPIRE CLOCK ENDED',
      'PROPOSED ACCEPT RECEIVER ACCEPTED',
      'PROPOSED DECLINE RECEIVER DECLINED',
      'PROPOSED WITHDRAW PROPOSER WITHDRAWN',
    ]);
  });

  it('for good has no end', () => {
    expect(handoverAfter('ACCEPTED', 'END', ['GP'], false)).toEqual({ refusal: 'WRONG_STATE' });
    expect(handoverAfter('PROPOSED', 'ACCEPT', ['RECEIVER'], false)).toEqual({ state: 'ACCEPTED' });
  });

  it('tells who may not before it tells where it stands', () => {
    expect(handoverAfter('ENDED', 'ACCEPT', ['GIVER'], true)).toEqual({ refusal: 'ROLE' });
    expect(handoverAfter('ENDED', 'ACCEPT', ['RECEIVER'], true)).toEqual({ refusal: 'WRONG_STATE' });
  });

  it('never leaves an end', () => {
    const ends = ['DECLINED', 'WITHDRAWN', 'ENDED'] as const;
    expect(Object.values(HANDOVER_TABLE).filter(({ from }) => ends.some((end) => end === from))).toEqual([]);
  });
});

describe('the days of a hand-over', () => {
  it.each([
    ['2026-11-30', null, null],
    ['2026-11-30', '2026-11-30', null],
    ['2026-11-29', null, { field: 'fromOn', code: 'BEFORE_TODAY' }],
    ['2026-12-01', '2026-11-30', { field: 'untilOn', code: 'BEFORE_START' }],
    ['2028-02-29', '2028-02-29', null],
  ] as const)('from %s until %s: %j', (from, until, problem) => {
    expect(handoverDayProblem(from, until, '2026-11-30')).toEqual(problem);
  });
});
