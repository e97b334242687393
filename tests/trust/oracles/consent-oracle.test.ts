/** Holds the consent oracle to the sentences of the trust paper, one small world at a time. */
import { describe, expect, it } from '@jest/globals';
import { oracleMaySee } from './consent-oracle.ts';
import type { ConsentWorld, OracleCategory, OracleConsentRule } from './consent-oracle.ts';

const AT = '2026-06-01T10:00:00Z';
const EARLIER = '2026-01-01T00:00:00Z';
const LATER = '2026-12-01T00:00:00Z';
const ALL: readonly OracleCategory[] = [1, 2, 3, 4, 5, 6];

function rule(change: Partial<OracleConsentRule>): OracleConsentRule {
  return {
    id: 'rule',
    clientId: 'client',
    kind: 'GRANT',
    toOrg: 'social',
    fromOrg: null,
    categories: ALL,
    from: EARLIER,
    until: null,
    withdrawnAt: null,
    ...change,
  };
}

function world(rules: OracleConsentRule[], teamUntil: string | null = null): ConsentWorld {
  const place = (orgId: string) => ({ clientId: 'client', orgId, from: EARLIER, until: teamUntil });
  return {
    organisations: [
      { id: 'practice', tenant: 'north', kind: 'PRACTICE' },
      { id: 'specialist', tenant: 'north', kind: 'SPECIALIST' },
      { id: 'homecare', tenant: 'north', kind: 'HOME_CARE' },
      { id: 'outsider', tenant: 'north', kind: 'HOME_CARE' },
      { id: 'social', tenant: 'north', kind: 'SOCIAL_WORK' },
      { id: 'foreign', tenant: 'south', kind: 'PRACTICE' },
    ],
    clients: [{ id: 'client', tenant: 'north', ownPractice: 'practice' }],
    team: [place('specialist'), place('homecare'), place('social')],
    rules,
  };
}

/** The categories that pass, as a string of digits. */
function open(rules: OracleConsentRule[], fromOrg: string, toOrg: string, at = AT, teamUntil: string | null = null) {
  return ALL.filter((category) => oracleMaySee(world(rules, teamUntil), 'client', fromOrg, toOrg, category, at)).join(
    '',
  );
}

describe('consent oracle', () => {
  it.each([
    ['practice', 'practice', '123456'],
    ['practice', 'specialist', '123456'],
    ['specialist', 'practice', '123456'],
    ['practice', 'homecare', '12346'],
    ['homecare', 'practice', '12346'],
    ['social', 'practice', '12346'],
    ['social', 'homecare', '12346'],
    ['practice', 'social', ''],
    ['homecare', 'social', ''],
    ['practice', 'outsider', ''],
    ['practice', 'foreign', ''],
    ['foreign', 'practice', ''],
  ])('without rules %s → %s opens "%s"', (from, to, categories) => {
    expect(open([], from, to)).toBe(categories);
  });

  it('keeps what a leaver wrote open to those who remain, and closes what a leaver reads', () => {
    expect(open([], 'homecare', 'practice', AT, AT)).toBe('12346');
    expect(open([], 'practice', 'homecare', AT, AT)).toBe('');
  });

  it('grants social work all but 5, and home care 5 too', () => {
    expect(open([rule({})], 'practice', 'social')).toBe('12346');
    expect(open([rule({ categories: [1] })], 'practice', 'social')).toBe('1');
    expect(open([rule({ toOrg: 'homecare', categories: [5] })], 'practice', 'homecare')).toBe('123456');
  });

  it.each(['DENY', 'OPTOUT'] as const)('lets %s remove both kinds', (kind) => {
    expect(open([rule({}), rule({ kind })], 'practice', 'social')).toBe('');
    expect(open([rule({ kind, toOrg: 'homecare', categories: [4] })], 'practice', 'homecare')).toBe('1236');
  });

  it('puts specific before general and deny before grant', () => {
    const denyPractice = rule({ kind: 'DENY', fromOrg: 'practice' });
    expect(open([rule({}), denyPractice], 'practice', 'social')).toBe('');
    expect(open([rule({}), denyPractice], 'homecare', 'social')).toBe('12346');
    const grantPractice = rule({ fromOrg: 'practice' });
    expect(open([rule({ kind: 'DENY' }), grantPractice], 'practice', 'social')).toBe('12346');
    expect(open([denyPractice, grantPractice], 'practice', 'social')).toBe('');
    expect(open([rule({ kind: 'OPTOUT', toOrg: null }), rule({})], 'practice', 'social')).toBe('12346');
  });

  it('ends a rule at its instant, by term or by withdrawal, and not before it begins', () => {
    for (const end of ['until', 'withdrawnAt'] as const) {
      expect(open([rule({ [end]: AT })], 'practice', 'social')).toBe('');
      expect(open([rule({ [end]: LATER })], 'practice', 'social')).toBe('12346');
    }
    expect(open([rule({ from: AT })], 'practice', 'social')).toBe('12346');
    expect(open([rule({ from: LATER })], 'practice', 'social')).toBe('');
  });
});
