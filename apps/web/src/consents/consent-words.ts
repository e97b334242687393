import { text } from '@samenoud/texts';
import type { Consent, Organisation } from './consent-types.ts';

/** „Toestemming aan Welzijn Noord” */
export function consentTitle({ rule, toOrganisationId }: Consent, organisations: readonly Organisation[]): string {
  const organisation = organisations.find(({ id }) => id === toOrganisationId)?.name ?? '';
  return `${text(`consents.rule.${rule}`)} ${text('consents.register.to', { organisation })}`;
}

/** Who said it: the client, or the representative by name where that may be seen. */
export function speakerWords({ givenBy, representative }: Consent): string {
  if (!representative) return text(`consents.by.${givenBy}`);
  const kind = representative.kind === null ? '' : text(`clients.contacts.kind.${representative.kind}`);
  const { name } = representative;
  if (name === undefined) return text('consents.register.representativeHidden', { kind });
  return text('consents.register.representative', { name, kind });
}
