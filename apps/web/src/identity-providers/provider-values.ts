import type { IdentityProvider } from './identity-provider-queries.ts';

/** What is typed. */
export type ProviderValues = {
  organisationId: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  emailDomains: string;
  secondFactor: boolean;
};

const domainsOf = (typed: string): string[] => {
  const domains = typed.split(/[\s,;]+/).map((domain) => domain.replace(/^@/, '').toLowerCase());
  return [...new Set(domains.filter((domain) => domain !== ''))];
};

export const bodyOf = ({ issuer, clientId, clientSecret, emailDomains, secondFactor }: ProviderValues) => ({
  issuer: issuer.trim(),
  clientId: clientId.trim(),
  clientSecret,
  secondFactor,
  emailDomains: domainsOf(emailDomains),
});

/** Only what is other than before: naming what lets people in switches the provider off. An empty secret stays. */
export function changesOf(values: ProviderValues, before: IdentityProvider) {
  const { issuer, clientId, clientSecret, emailDomains, secondFactor } = bodyOf(values);
  return {
    ...(issuer === before.issuer ? {} : { issuer }),
    ...(clientId === before.clientId ? {} : { clientId }),
    ...(clientSecret === '' ? {} : { clientSecret }),
    ...(emailDomains.join() === before.emailDomains.join() ? {} : { emailDomains }),
    ...(secondFactor === before.secondFactor ? {} : { secondFactor }),
  };
}
