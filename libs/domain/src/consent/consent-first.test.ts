import { describe, expect, it } from '@jest/globals';
import { adviserMayBeNamed } from './consent-first.ts';
import type { ConsentCategory } from './categories.ts';
import type { ConsentOrganisation, RegisteredRule } from './rules.ts';

const organisations: ConsentOrganisation[] = [
  { id: 'practice', kind: 'PRACTICE' },
  { id: 'home-care', kind: 'HOME_CARE' },
  { id: 'social-work', kind: 'SOCIAL_WORK' },
];
const team = {
  practiceOrgId: 'practice',
  members: [{ orgId: 'home-care', activeFrom: '2026-01-01T00:00:00Z', activeUntil: null }],
};
const register = (change: Partial<RegisteredRule>): RegisteredRule => ({
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
const mayBeNamed = (rules: RegisteredRule[], orgId = 'social-work') =>
  adviserMayBeNamed(rules, team, organisations, orgId, '2026-10-02T12:00:00Z');

describe('adviserMayBeNamed', () => {
  it('needs a GRANT of category 1 to her organisation', () => {
    expect(mayBeNamed([])).toBe(false);
    expect(mayBeNamed([register({})])).toBe(true);
    expect(mayBeNamed([register({ fromOrgId: 'practice' })])).toBe(true);
    expect(mayBeNamed([register({ toOrgId: 'home-care' })])).toBe(false);
    expect(mayBeNamed([register({ fromOrgId: 'home-care' })])).toBe(false);
  });

  it.each<[ConsentCategory]>([[2], [3], [4], [6]])('does not take category %d for it', (category) => {
    expect(mayBeNamed([register({ categories: [category] })])).toBe(false);
  });

  it('ends with a withdrawal and yields to a refusal', () => {
    expect(mayBeNamed([register({ withdrawnAt: '2026-10-02T12:00:00Z' })])).toBe(false);
    expect(mayBeNamed([register({ withdrawnAt: '2026-10-02T12:00:01Z' })])).toBe(true);
    expect(mayBeNamed([register({}), register({ id: 'no', kind: 'DENY' })])).toBe(false);
  });

  it('does not take involvement for a GRANT', () => {
    expect(mayBeNamed([], 'home-care')).toBe(false);
    expect(mayBeNamed([register({ toOrgId: 'home-care' })], 'home-care')).toBe(true);
  });

  it('asks nothing of an adviser of the own practice', () => {
    expect(mayBeNamed([], 'practice')).toBe(true);
  });
});
