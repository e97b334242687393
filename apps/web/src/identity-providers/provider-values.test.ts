import { describe, expect, it } from '@jest/globals';
import type { IdentityProvider } from './identity-provider-queries.ts';
import { bodyOf, changesOf, type ProviderValues } from './provider-values.ts';

const typed: ProviderValues = {
  organisationId: 'o',
  issuer: ' https://inloggen.zorggroep.nl ',
  clientId: 'samenoud ',
  clientSecret: '',
  emailDomains: '@Zorggroep.nl, post.zorggroep.nl;zorggroep.nl',
  secondFactor: false,
};

describe('what is typed of a provider', () => {
  it('is read forgivingly', () => {
    expect(bodyOf(typed)).toEqual({
      issuer: 'https://inloggen.zorggroep.nl',
      clientId: 'samenoud',
      clientSecret: '',
      emailDomains: ['zorggroep.nl', 'post.zorggroep.nl'],
      secondFactor: false,
    });
  });

  it('is a change only where it differs', () => {
    const before = { ...bodyOf(typed), id: 'p', version: 1 } as unknown as IdentityProvider;
    expect(changesOf(typed, before)).toEqual({});
    expect(changesOf({ ...typed, clientSecret: 'nieuw geheim', emailDomains: '' }, before)).toEqual({
      clientSecret: 'nieuw geheim',
      emailDomains: [],
    });
  });
});
