import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES } from './categories.ts';
import { evaluate } from './evaluate.ts';
import { CONSENT_RULE_KINDS, type ConsentOrganisation, type RegisteredRule } from './rules.ts';
import { consentState, needsGrant, type SharingFacts, sharingOutcome, sharingTable } from './sharing.ts';

const NOW = '2026-10-02T12:00:00Z';
const organisations: ConsentOrganisation[] = [
  { id: 'practice', kind: 'PRACTICE' },
  { id: 'home-care', kind: 'HOME_CARE' },
  { id: 'specialist', kind: 'SPECIALIST' },
  { id: 'social-work', kind: 'SOCIAL_WORK' },
];
const rule = (change: Partial<RegisteredRule>): RegisteredRule => ({
  id: 'rule',
  kind: 'GRANT',
  fromOrgId: null,
  toOrgId: 'social-work',
  categories: [1],
  validFrom: '2026-10-01T00:00:00Z',
  validUntil: null,
  withdrawnAt: null,
  recordedAt: '2026-10-01T00:00:00Z',
  ...change,
});
const facts = (rules: RegisteredRule[] = [], members: string[] = []): SharingFacts => ({
  rules,
  organisations,
  now: NOW,
  team: {
    practiceOrgId: 'practice',
    members: members.map((orgId) => ({ orgId, activeFrom: '2026-01-01T00:00:00Z', activeUntil: null })),
  },
});
const reason = (known: SharingFacts, from: string, to: string, category: (typeof CATEGORIES)[number]) =>
  sharingOutcome(known, from, to, category).reason;

describe('needsGrant', () => {
  it('is for social work, but for the medical plan, and for the medical plan to home care', () => {
    const needed = organisations.map(({ kind }) => CATEGORIES.filter((category) => needsGrant(category, kind)));
    expect(needed).toEqual([[], [5], [], [1, 2, 3, 4, 6]]);
  });
});

describe('sharingOutcome', () => {
  it('says why something is open', () => {
    const known = facts([rule({})], ['home-care']);
    expect(reason(known, 'practice', 'practice', 5)).toBe('OWN');
    expect(reason(known, 'social-work', 'practice', 4)).toBe('OWN_PRACTICE');
    expect(reason(known, 'practice', 'home-care', 3)).toBe('IN_TEAM');
    expect(sharingOutcome(known, 'practice', 'social-work', 1)).toEqual({
      fromOrgId: 'practice',
      allow: true,
      reason: 'GRANT',
      ruleId: 'rule',
    });
  });

  it('says why something is closed', () => {
    const known = facts([rule({ kind: 'DENY', categories: [2] }), rule({ kind: 'OPTOUT', toOrgId: 'practice' })]);
    expect(reason(known, 'practice', 'social-work', 2)).toBe('DENY');
    expect(reason(known, 'home-care', 'practice', 1)).toBe('OPTOUT');
    expect(reason(known, 'practice', 'social-work', 3)).toBe('NOT_ASKED');
    expect(reason(known, 'practice', 'home-care', 5)).toBe('NOT_ASKED');
    expect(reason(known, 'practice', 'social-work', 5)).toBe('NEVER_SHARED');
    expect(reason(known, 'practice', 'specialist', 5)).toBe('NOT_IN_TEAM');
    expect(reason(known, 'home-care', 'practice', 5)).toBe('NEVER_SHARED');
    expect(reason(known, 'practice', 'unknown', 1)).toBe('NEVER_SHARED');
  });
});

describe('sharingTable', () => {
  it('tells all from some: a rule for one writer only opens a part', () => {
    const rows = sharingTable(facts([rule({}), rule({ id: 'part', fromOrgId: 'practice', categories: [4] })]));
    const cells = rows.find(({ toOrgId }) => toOrgId === 'social-work')?.cells ?? [];
    expect(cells.map(({ shared }) => shared)).toEqual(['ALL', 'NONE', 'NONE', 'SOME', 'NONE', 'NONE']);
  });

  it('has nobody to share with in a practice on its own', () => {
    const alone = { ...facts(), organisations: organisations.slice(0, 1) };
    expect(sharingTable(alone)[0]?.cells.every(({ shared }) => shared === 'NONE')).toBe(true);
  });

  it('agrees with evaluate for every pair, whatever was registered', () => {
    const ids = organisations.map(({ id }) => id);
    const anyRule = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...CONSENT_RULE_KINDS),
      fromOrgId: fc.option(fc.constantFrom(...ids)),
      toOrgId: fc.constantFrom(...ids),
      categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), fc.subarray(ids), (rules, members) => {
        const known = facts(
          rules.map((one) => rule(one)),
          members,
        );
        for (const { toOrgId, cells } of sharingTable(known))
          for (const { category, writers } of cells)
            for (const { fromOrgId, allow } of writers)
              expect(allow).toBe(
                evaluate(known.rules, known.team, organisations, fromOrgId, toOrgId, category, NOW).allow,
              );
      }),
      { seed: 20261003, numRuns: 200 },
    );
  });
});

describe('consentState', () => {
  it('counts the categories that need a grant and have one', () => {
    expect(consentState(facts())).toEqual({ given: 0, total: 6, asked: false });
    const some = [rule({ categories: [1, 2, 4] }), rule({ id: 'medical', toOrgId: 'home-care', categories: [5] })];
    expect(consentState(facts(some))).toEqual({ given: 4, total: 6, asked: true });
    expect(consentState(facts([...some, rule({ kind: 'DENY', categories: [4] })]))).toMatchObject({ given: 3 });
    expect(consentState(facts([rule({ withdrawnAt: NOW })]))).toEqual({ given: 0, total: 6, asked: true });
  });

  it('counts no more than the network can ask for', () => {
    const only = (kinds: string[]) => ({
      ...facts([rule({})]),
      organisations: organisations.filter(({ kind }) => kinds.includes(kind)),
    });
    expect(consentState(only(['PRACTICE', 'SOCIAL_WORK']))).toEqual({ given: 1, total: 5, asked: true });
    expect(consentState(only(['PRACTICE', 'HOME_CARE']))).toMatchObject({ given: 0, total: 1 });
    expect(consentState(only(['PRACTICE', 'SPECIALIST']))).toMatchObject({ given: 0, total: 0 });
  });
});
