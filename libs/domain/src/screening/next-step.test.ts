import { describe, expect, it } from '@jest/globals';
import { funnelOf } from './funnel.ts';
import { INVITATION_STATES } from './invitation-state.ts';
import { type NextStepFacts, nextStepOf } from './next-step.ts';

const round = {
  returnBy: '2026-03-02',
  invitationOn: '2026-02-02',
  reminder1On: '2026-02-23',
  reminder2On: '2026-03-16',
};
const facts = (changes: Partial<NextStepFacts>): NextStepFacts => ({
  state: 'SENT',
  noPost: false,
  sentOn: '2026-02-02',
  reminded1On: null,
  reminded2On: null,
  phonedOn: null,
  undeliverableOn: null,
  round,
  ...changes,
});
const once = { state: 'REMINDED', reminded1On: '2026-02-23' } as const;
const twice = { ...once, reminded2On: '2026-03-16' } as const;

describe('nextStepOf', () => {
  it.each([
    [{ state: 'PLANNED', sentOn: null }, 'LETTER', 'PRACTICE_ASSISTANT', '2026-02-02'],
    [{ state: 'PLANNED', sentOn: null, noPost: true }, 'HAND_OVER', 'PRACTICE_ASSISTANT', '2026-02-02'],
    [{}, 'REMINDER_1', 'PRACTICE_ASSISTANT', '2026-02-23'],
    [once, 'REMINDER_2', 'PRACTICE_ASSISTANT', '2026-03-16'],
    [twice, 'PHONE', 'PRACTICE_ASSISTANT', '2026-03-23'],
    [{ ...twice, phonedOn: '2026-03-24' }, 'AWAIT_CLOSING', 'PRACTICE_ASSISTANT', '2026-03-02'],
    [{ ...twice, phonedOn: '2026-03-15' }, 'PHONE', 'PRACTICE_ASSISTANT', '2026-03-23'],
    [{ noPost: true }, 'PHONE', 'PRACTICE_ASSISTANT', '2026-02-09'],
    [{ state: 'UNDELIVERABLE', undeliverableOn: '2026-02-06' }, 'FIND_ADDRESS', 'PRACTICE_ASSISTANT', '2026-02-06'],
    [{ state: 'RECEIVED_COMPLETE' }, 'SECOND_ENTRY', 'PRACTICE_ASSISTANT', null],
    [{ state: 'RECEIVED_INCOMPLETE' }, 'ASK_BY_PHONE', 'PRACTICE_ASSISTANT', null],
    [{ state: 'SCORED' }, 'DISCUSS', 'TEAM', null],
    [{ state: 'NOT_RETURNED' }, 'DISCUSS', 'TEAM', null],
    [{ state: 'DISCUSSED' }, 'ASSIGN_PROFILE', 'GP', null],
  ] as const)('of %j is %s by %s', (changes, code, owner, dueOn) => {
    expect(nextStepOf(facts(changes))).toEqual({ code, owner, dueOn });
  });

  it('is nothing for who has a profile or went out', () => {
    const done = INVITATION_STATES.filter((state) => nextStepOf(facts({ state })) === null);
    expect(done).toEqual(['PROFILE_ASSIGNED', 'REFUSED', 'NOT_REACHED', 'ADMITTED', 'MOVED', 'DECEASED', 'CANCELLED']);
  });
});

it('counts in the funnel everyone who came that far, and nobody who was withdrawn by mistake', () => {
  const row = (state: (typeof INVITATION_STATES)[number], count: number, marks = '') => ({
    state,
    count,
    isSent: marks.includes('s'),
    isReminded: marks.includes('r'),
    isAnswered: marks.includes('a'),
  });
  const rows = [
    row('PLANNED', 1),
    row('SENT', 2, 's'),
    row('REMINDED', 4, 'sr'),
    row('RECEIVED_INCOMPLETE', 8, 's'), // an empty form
    row('RECEIVED_INCOMPLETE', 16, 'sa'),
    row('SCORED', 32, 'sra'),
    row('PROFILE_ASSIGNED', 64, 'sa'),
    row('DECEASED', 128, 'sa'),
    row('CANCELLED', 256, 's'),
  ];
  expect(funnelOf(rows)).toEqual({
    invited: 255,
    sent: 254,
    reminded: 36,
    received: 240,
    incomplete: 24,
    scored: 96,
    discussed: 0,
    assigned: 64,
  });
});
