import { describe, expect, it } from '@jest/globals';
import { categoryOfSignal } from '../consent/categories.ts';
import { awaitsVerdict, SIGNAL_STATES, SIGNAL_TYPES, signalNeedsText, type SignalState, signalStepNeeds, takesVerdictWithoutStep } from './signal.ts'; // prettier-ignore
import { SIGNAL_RULES, signalConsequences } from './signal-rules.ts';

describe('a signal', () => {
  /** As printed in docs/state-machines/signal.md. */
  const TABLE: Readonly<Record<SignalState, Partial<Record<SignalState, readonly string[]>>>> = {
    NEW: { ASSESSED: ['verdict'], ON_AGENDA: [], CLOSED: ['outcome'] },
    ASSESSED: { ON_AGENDA: [], CLOSED: ['outcome'] },
    ON_AGENDA: { ASSESSED: ['verdict', 'reason'], CLOSED: ['outcome'] },
    CLOSED: { ASSESSED: ['verdict', 'reason'] },
  };

  it('takes the steps of its state machine, with what each needs, and no others', () => {
    for (const from of SIGNAL_STATES)
      for (const to of SIGNAL_STATES)
        expect([from, to, signalStepNeeds(from, to)]).toEqual([from, to, TABLE[from][to]]);
    expect(SIGNAL_STATES.filter(takesVerdictWithoutStep)).toEqual(['ASSESSED', 'ON_AGENDA']);
  });

  it('awaits a verdict until it has one or is closed', () => {
    expect(SIGNAL_STATES.filter((state) => awaitsVerdict({ state, verdict: null }))).toEqual(['NEW', 'ASSESSED', 'ON_AGENDA']); // prettier-ignore
    expect(SIGNAL_STATES.filter((state) => awaitsVerdict({ state, verdict: 'Meegenomen' }))).toEqual([]);
  });

  it('has 22 types, two of which need words and six of which are about wellbeing', () => {
    expect(new Set(SIGNAL_TYPES).size).toBe(22);
    expect(SIGNAL_TYPES.filter(signalNeedsText)).toEqual(['CLIENT_REMARK', 'OTHER']);
    expect(SIGNAL_TYPES.filter((type) => categoryOfSignal(type) === 2)).toEqual(['IS_CARER', 'CARER_OVERLOAD', 'LONELINESS', 'FINANCIAL_WORRIES', 'LIFE_EVENT', 'PARTNER_DIED']); // prettier-ignore
  });
});

describe('the rules of a signal', () => {
  const seen = { type: 'FALL', urgency: 'NORMAL', on: '2028-03-01' } as const;

  it.each([
    ['HOSPITAL_ADMISSION', '2026-11-19', 'CONTACT_AFTER_HOSPITAL', '2026-11-26'],
    ['HOSPITAL_DISCHARGE', '2026-11-21', 'CONTACT_AFTER_HOSPITAL', '2026-11-27'],
    ['PARTNER_DIED', '2028-02-15', 'CONTACT_AFTER_LOSS', '2028-02-29'],
    ['CARER_OVERLOAD', '2026-12-20', 'CARER_TALK', '2027-01-03'],
  ] as const)('%s recorded on %s asks for %s by %s', (type, recordedOn, rule, dueOn) => {
    const consequences = signalConsequences({ ...seen, type, on: recordedOn }, [], recordedOn);
    expect(consequences).toEqual({ tasks: [{ rule, dueOn }], agenda: null });
    expect(signalConsequences({ ...seen, type, on: recordedOn }, [], recordedOn, [rule]).tasks).toEqual([]);
  });

  it.each([
    ['30 days before', '2028-01-31', 'REPEATED_TO_AGENDA'],
    ['31 days before', '2028-01-30', null],
    ['on the same day', '2028-03-01', 'REPEATED_TO_AGENDA'],
    ['a day later', '2028-03-02', null],
  ])('an earlier signal seen %s', (_, earlier, agenda) => {
    expect(signalConsequences(seen, [earlier], '2028-03-05')).toEqual({ tasks: [], agenda });
  });

  it('puts what is urgent on the agenda, and leaves it off where the practice does', () => {
    const urgent = { ...seen, urgency: 'URGENT' } as const;
    expect(signalConsequences(urgent, [], '2028-03-01').agenda).toBe('URGENT_TO_AGENDA');
    expect(signalConsequences(urgent, ['2028-03-01'], '2028-03-01', ['URGENT_TO_AGENDA']).agenda).toBe('REPEATED_TO_AGENDA'); // prettier-ignore
    expect(signalConsequences(urgent, ['2028-03-01'], '2028-03-01', SIGNAL_RULES)).toEqual({ tasks: [], agenda: null });
  });
});
