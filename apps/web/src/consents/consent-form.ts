import { CATEGORIES, type ConsentCategory, mayBeGranted, needsGrant } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ConsentWay, GivenBy, NewConsent, Organisation, RulesOfConsent, Speaker } from './consent-types.ts';

/** What somebody fills in; an empty text is nothing. */
export interface ConsentValues {
  readonly rule: RulesOfConsent;
  readonly toOrganisationId: string;
  readonly fromOrganisationId: string;
  readonly categories: readonly ConsentCategory[];
  readonly givenBy: GivenBy;
  readonly representativeId: string;
  readonly how: ConsentWay;
  readonly on: string | undefined;
  readonly validUntil: string | undefined;
  readonly note: string;
}

/** Nothing is ticked beforehand but what the caller says it is asked for. */
export function newConsent(today: string, known: Partial<ConsentValues> = {}): ConsentValues {
  return {
    rule: 'GRANT',
    toOrganisationId: '',
    fromOrganisationId: '',
    categories: [],
    givenBy: 'CLIENT',
    representativeId: '',
    how: 'ORAL',
    on: today,
    validUntil: undefined,
    note: '',
    ...known,
  };
}

/** What can be asked about an organisation: a grant only where nothing else opens it, a refusal of all there is. */
export function askableCategories(rule: RulesOfConsent, kind: Organisation['kind'] | undefined): ConsentCategory[] {
  if (kind === undefined) return [];
  return CATEGORIES.filter((category) =>
    rule === 'GRANT' ? needsGrant(category, kind) : mayBeGranted(category, kind),
  );
}

/** Organisations about which this can be asked; nothing is asked that is not needed. */
export const askableOrganisations = (rule: RulesOfConsent, all: readonly Organisation[]): Organisation[] =>
  all.filter(({ kind }) => askableCategories(rule, kind).length > 0);

const SPEAKING_KINDS: readonly (string | null)[] = ['CURATOR', 'MENTOR', 'AUTHORISED', 'PARTNER', 'FAMILY'];

/** Who may answer for the client: not a bewindvoerder, who is about money. */
export const speakersAmong = (people: readonly Speaker[]): Speaker[] =>
  people.filter(({ representativeKind }) => SPEAKING_KINDS.includes(representativeKind));

/** What is still missing, by the name of the field; none when it can be sent. */
export function consentGaps(values: ConsentValues, today: string): Record<string, string> {
  const { toOrganisationId, categories, givenBy, representativeId, on } = values;
  return {
    ...(toOrganisationId === '' && { toOrganisationId: text('consents.ask.needOrganisation') }),
    ...(categories.length === 0 && { categories: text('consents.ask.needCategories') }),
    ...(givenBy === 'REPRESENTATIVE' &&
      representativeId === '' && { 'representative.contactPersonId': text('consents.ask.needRepresentative') }),
    ...((on === undefined || on > today) && { on: text('consents.ask.needDay') }),
  };
}

/** The body of the call; asked for once there are no gaps. */
export function consentBody(values: ConsentValues, today: string): NewConsent {
  const { rule, toOrganisationId, fromOrganisationId, categories, givenBy, representativeId, how, on } = values;
  const { validUntil, note } = values;
  return {
    rule,
    toOrganisationId,
    categories: [...categories],
    givenBy,
    how,
    on: on ?? today,
    ...(fromOrganisationId !== '' && { fromOrganisationId }),
    ...(givenBy === 'REPRESENTATIVE' && { representative: { contactPersonId: representativeId } }),
    ...(rule === 'GRANT' && validUntil !== undefined && { validUntil }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
}
