import { describe, expect, it } from '@jest/globals';
import { domainOfEmail, isEmailDomain, PROVIDER_LIMITS, provesSecondFactor } from './identity-provider.ts';

describe('provesSecondFactor', () => {
  it.each([
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ amr: ['otp'] }, true],
    [{ amr: ['hwk', 'pin'] }, true],
    [{ amr: ['sc'] }, true],
    [{ acr: 'https://refeds.org/profile/mfa' }, true],
    [{ amr: ['pwd'], acr: 'http://schemas.openid.net/pape/policies/2007/06/multi-factor' }, true],
    [{ amr: ['pwd'] }, false],
    [{ amr: ['pwd', 'pin', 'MFA', 'mfa '] }, false],
    [{ amr: [] }, false],
    [{ amr: 'mfa' }, false],
    [{ amr: { 0: 'mfa' } }, false],
    [{ amr: [['mfa']] }, false],
    [{ acr: '1' }, false],
    [{ acr: ['https://refeds.org/profile/mfa'] }, false],
    [{}, false],
  ])('%j is %s', (claims, proven) => {
    expect(provesSecondFactor(claims)).toBe(proven);
  });
});

describe('domainOfEmail', () => {
  it.each([
    ['Anna@Zorggroep.NL ', 'zorggroep.nl'],
    ['a.b@post.zorg-groep.nl', 'post.zorg-groep.nl'],
    ['zorggroep.nl', null],
    ['anna@', null],
    ['', null],
  ])('of %s is %s', (typed, domain) => {
    expect(domainOfEmail(typed)).toBe(domain);
  });
});

describe('isEmailDomain', () => {
  it.each([
    ['zorggroep.nl', true],
    ['post.zorggroep.nl', true],
    ['Zorggroep.nl', false],
    ['@zorggroep.nl', false],
    ['anna@zorggroep.nl', false],
    ['zorggroep', false],
    ['', false],
    [`${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(20)}.nl`, false],
  ])('%s: %s', (text, valid) => {
    expect(isEmailDomain(text)).toBe(valid);
  });

  it('is at most as long as the limit', () => {
    expect(PROVIDER_LIMITS.emailDomain).toBe(200);
  });
});
