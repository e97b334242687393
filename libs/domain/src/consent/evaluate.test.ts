import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES, type ConsentCategory } from './categories.ts';
import { evaluate, isInvolved } from './evaluate.ts';
import { CONSENT_RULE_KINDS, mayBeGranted, type ConsentOrganisation, type RegisteredRule } from './rules.ts';

const hour = (count: number) => `2026-10-02T${String(count).padStart(2, '0')}:00:00Z`;
const NOW = hour(12);
const organisations: ConsentOrganisation[] = [
  { id: 'practice', kind: 'PRACTICE' },
  { id: 'other-practice', kind: 'PRACTICE' },
  { id: 'home-care', kind: 'HOME_CARE' },
  { id: 'specialist', kind: 'SPECIALIST' },
  { id: 'social-work', kind: 'SOCIAL_WORK' },
];
const member = (orgId: string, activeFrom = hour(1), activeUntil: string | null = null) => ({
  orgId,
  activeFrom,
  activeUntil,
});
const team = {
  practiceOrgId: 'practice',
  members: [member('home-care'), member('specialist'), member('social-work')],
};
const ruleWith = (change: Partial<RegisteredRule>): RegisteredRule => ({
  id: 'rule',
  kind: 'GRANT',
  fromOrgId: null,
  toOrgId: 'social-work',
  categories: [1],
  validFrom: hour(9),
  validUntil: null,
  withdrawnAt: null,
  recordedAt: hour(9),
  ...change,
});
const CARE_CATEGORIES: ConsentCategory[] = [1, 2, 3, 4, 6];
const open = (from: string, to: string, rules: RegisteredRule[] = [], around = team) =>
  CATEGORIES.filter((category) => evaluate(rules, around, organisations, from, to, category, NOW).allow);
const outcome = (rules: RegisteredRule[], from = 'practice', to = 'social-work', at = NOW) =>
  evaluate(rules, team, organisations, from, to, 1, at);

describe('evaluate without registered rules', () => {
  it('always opens what the organisation wrote itself', () => {
    expect(open('social-work', 'social-work')).toEqual(CATEGORIES);
    expect(outcome([], 'social-work', 'social-work')).toEqual({ allow: true, ruleId: 'OWN' });
  });

  it('opens 1–4 and 6 among care organisations with a member, and 5 only between PRACTICE and SPECIALIST', () => {
    expect(open('practice', 'home-care')).toEqual(CARE_CATEGORIES);
    expect(open('home-care', 'practice')).toEqual(CARE_CATEGORIES);
    expect(open('specialist', 'home-care')).toEqual(CARE_CATEGORIES);
    expect(open('home-care', 'specialist')).toEqual(CARE_CATEGORIES);
    expect(open('practice', 'specialist')).toEqual(CATEGORIES);
    expect(open('specialist', 'practice')).toEqual(CATEGORIES);
    expect(outcome([], 'practice', 'home-care')).toEqual({ allow: true, ruleId: 'INVOLVED' });
  });

  it('opens to care what social work wrote, and nothing to social work', () => {
    expect(open('social-work', 'practice')).toEqual(CARE_CATEGORIES);
    expect(open('social-work', 'home-care')).toEqual(CARE_CATEGORIES);
    expect(open('practice', 'social-work')).toEqual([]);
    expect(outcome([])).toEqual({ allow: false, ruleId: null });
  });

  it('needs a member of the reading organisation, but for the own practice, and none of the writing one', () => {
    const alone = { practiceOrgId: 'practice', members: [] };
    expect(open('home-care', 'practice', [], alone)).toEqual(CARE_CATEGORIES);
    expect(open('other-practice', 'practice', [], alone)).toEqual(CATEGORIES);
    expect(open('practice', 'home-care', [], alone)).toEqual([]);
    expect(open('practice', 'other-practice', [], alone)).toEqual([]);
  });

  it('opens from the moment a member joins until the moment the last one leaves', () => {
    const visited = { practiceOrgId: 'practice', members: [member('home-care', hour(8), hour(10))] };
    const at = (count: number) => evaluate([], visited, organisations, 'practice', 'home-care', 1, hour(count)).allow;
    expect([7, 8, 9, 10, 11].map(at)).toEqual([false, true, true, false, false]);
  });

  it('never counts social work as involved, not as the own practice either', () => {
    const social = { id: 'social-work', kind: 'SOCIAL_WORK' } as const;
    expect(isInvolved({ ...team, practiceOrgId: 'social-work' }, social, NOW)).toBe(false);
  });

  it('is closed for an organisation that is not known', () => {
    const grant = ruleWith({ toOrgId: 'elsewhere' });
    expect(outcome([grant], 'practice', 'elsewhere')).toEqual({ allow: false, ruleId: null });
    expect(outcome([], 'elsewhere', 'practice')).toEqual({ allow: false, ruleId: null });
  });
});

describe('evaluate with registered rules', () => {
  it('opens the granted categories to social work, never 5', () => {
    const all = ruleWith({ categories: CATEGORIES });
    expect(open('practice', 'social-work', [ruleWith({ categories: [1, 4] })])).toEqual([1, 4]);
    expect(open('practice', 'social-work', [all])).toEqual(CARE_CATEGORIES);
    expect(mayBeGranted(5, 'SOCIAL_WORK')).toBe(false);
    expect(mayBeGranted(6, 'SOCIAL_WORK')).toBe(true);
  });

  it('opens 5 to home care by a GRANT', () => {
    expect(open('practice', 'home-care', [ruleWith({ toOrgId: 'home-care', categories: [5] })])).toEqual(CATEGORIES);
    expect(mayBeGranted(5, 'HOME_CARE')).toBe(true);
  });

  it('applies a rule to its receiver and its writer only', () => {
    const named = ruleWith({ fromOrgId: 'practice' });
    expect(open('practice', 'social-work', [named])).toEqual([1]);
    expect(open('home-care', 'social-work', [named])).toEqual([]);
    expect(open('home-care', 'other-practice', [ruleWith({})])).toEqual([]);
  });

  it.each(['DENY', 'OPTOUT'] as const)('lets %s close what involvement opens', (kind) => {
    const refusal = ruleWith({ id: 'no', kind, toOrgId: 'home-care' });
    expect(outcome([refusal], 'practice', 'home-care')).toEqual({ allow: false, ruleId: 'no' });
    expect(open('practice', 'home-care', [refusal])).toEqual([2, 3, 4, 6]);
  });

  it('closes what the own practice reads when the client refuses it', () => {
    const refusal = ruleWith({ kind: 'DENY', toOrgId: 'practice', categories: [4] });
    expect(open('home-care', 'practice', [refusal])).toEqual([1, 2, 3, 6]);
  });

  it.each(['DENY', 'OPTOUT'] as const)('lets %s beat a GRANT that is as specific, also a newer one', (kind) => {
    const grant = ruleWith({ id: 'yes', recordedAt: hour(11) });
    expect(outcome([grant, ruleWith({ id: 'no', kind })])).toEqual({ allow: false, ruleId: 'no' });
    expect(outcome([ruleWith({ id: 'no', kind }), grant])).toEqual({ allow: false, ruleId: 'no' });
  });

  it('lets the rule that names the writer beat the general one, either way', () => {
    const generalYes = ruleWith({ id: 'general', recordedAt: hour(11) });
    const specificNo = ruleWith({ id: 'specific', kind: 'DENY', fromOrgId: 'practice' });
    expect(outcome([generalYes, specificNo])).toEqual({ allow: false, ruleId: 'specific' });
    const generalNo = ruleWith({ id: 'general', kind: 'DENY', recordedAt: hour(11) });
    const specificYes = ruleWith({ id: 'specific', fromOrgId: 'practice' });
    expect(outcome([generalNo, specificYes])).toEqual({ allow: true, ruleId: 'specific' });
    expect(outcome([specificYes, generalNo])).toEqual({ allow: true, ruleId: 'specific' });
    expect(outcome([generalNo, specificYes], 'home-care')).toEqual({ allow: false, ruleId: 'general' });
  });

  it('names the newest of equal rules, and of equally new ones always the same', () => {
    const older = ruleWith({ id: 'older' });
    const newer = ruleWith({ id: 'newer', recordedAt: hour(10) });
    expect(outcome([older, newer]).ruleId).toBe('newer');
    expect(outcome([newer, older]).ruleId).toBe('newer');
    expect(outcome([ruleWith({ id: 'a' }), ruleWith({ id: 'b' })]).ruleId).toBe('a');
    expect(outcome([ruleWith({ id: 'b' }), ruleWith({ id: 'a' })]).ruleId).toBe('a');
  });

  it('holds from its start until its end or withdrawal, and gives way to involvement afterwards', () => {
    const at = (rules: RegisteredRule[], count: number, to = 'social-work') =>
      outcome(rules, 'practice', to, hour(count)).allow;
    const until = [ruleWith({ validUntil: hour(11) })];
    expect([8, 9, 10, 11].map((count) => at(until, count))).toEqual([false, true, true, false]);
    const withdrawn = [ruleWith({ withdrawnAt: hour(11) })];
    expect([8, 9, 10, 11].map((count) => at(withdrawn, count))).toEqual([false, true, true, false]);
    const refusal = [ruleWith({ kind: 'DENY', toOrgId: 'home-care', withdrawnAt: hour(11) })];
    expect([8, 9, 10, 11].map((count) => at(refusal, count, 'home-care'))).toEqual([true, false, false, true]);
  });
});

describe('evaluate, on every register', () => {
  const orgIds = organisations.map(({ id }) => id);
  const anyRule: fc.Arbitrary<RegisteredRule> = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...CONSENT_RULE_KINDS),
    fromOrgId: fc.option(fc.constantFrom(...orgIds)),
    toOrgId: fc.constantFrom(...orgIds),
    categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
    validFrom: fc.integer({ min: 0, max: 23 }).map(hour),
    validUntil: fc.option(fc.integer({ min: 0, max: 23 }).map(hour)),
    withdrawnAt: fc.option(fc.integer({ min: 0, max: 23 }).map(hour)),
    recordedAt: fc.integer({ min: 0, max: 23 }).map(hour),
  });
  const anyRules = fc.array(anyRule, { maxLength: 8 });
  const anyPlace = fc.record({
    from: fc.constantFrom(...orgIds),
    to: fc.constantFrom(...orgIds),
    category: fc.constantFrom(...CATEGORIES),
  });

  it('does not depend on the order of the rules', () => {
    fc.assert(
      fc.property(anyRules, anyPlace, (rules, { from, to, category }) => {
        const straight = evaluate(rules, team, organisations, from, to, category, NOW);
        expect(evaluate(rules.toReversed(), team, organisations, from, to, category, NOW)).toEqual(straight);
      }),
      { seed: 20261002, numRuns: 1000 },
    );
  });

  it('never opens more by one more refusal, nor closes more by one more grant', () => {
    fc.assert(
      fc.property(anyRules, anyRule, anyPlace, (rules, added, { from, to, category }) => {
        const before = evaluate(rules, team, organisations, from, to, category, NOW).allow;
        const after = evaluate([...rules, added], team, organisations, from, to, category, NOW).allow;
        expect(added.kind === 'GRANT' ? after || !before : before || !after).toBe(true);
      }),
      { seed: 20261002, numRuns: 2000 },
    );
  });

  it('agrees with the reading of the rules one by one', () => {
    fc.assert(
      fc.property(anyRules, anyPlace, (rules, { from, to, category }) => {
        const holding = rules.filter(
          (rule) =>
            rule.toOrgId === to &&
            rule.categories.includes(category) &&
            rule.validFrom <= NOW &&
            (rule.validUntil ?? '9') > NOW &&
            (rule.withdrawnAt ?? '9') > NOW,
        );
        const specific = holding.filter((rule) => rule.fromOrgId === from);
        const deciding = specific.length > 0 ? specific : holding.filter((rule) => rule.fromOrgId === null);
        const medical = ['practice', 'other-practice', 'specialist'];
        const involved =
          ['practice', 'home-care', 'specialist'].includes(to) &&
          (category !== 5 || (medical.includes(from) && medical.includes(to)));
        const byRules = deciding.length > 0 ? deciding.every(({ kind }) => kind === 'GRANT') : involved;
        const expected = from === to || (byRules && !(category === 5 && to === 'social-work'));
        expect(evaluate(rules, team, organisations, from, to, category, NOW).allow).toBe(expected);
      }),
      { seed: 20261002, numRuns: 3000 },
    );
  });
});
