import { normaliseForSearch } from '../names/normalise.ts';
import { NAME_USES, type NameUse } from '../names/person-name.ts';

export type ImportedSex = 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';

const WORDS: Readonly<Record<ImportedSex, string>> = {
  FEMALE: 'v vr vrouw vrouwelijk f female w mevr mevrouw mw 2',
  MALE: 'm man mannelijk male dhr heer deheer 1',
  OTHER: 'x anders other divers nonbinair',
  UNKNOWN: 'o onbekend u unknown un ongedifferentieerd',
};

/** The sex a word or code of a HIS export means, or undefined when the wizard does not know it. Our list. */
export function readSex(cell: string): ImportedSex | undefined {
  const word = normaliseForSearch(cell).replaceAll(' ', '');
  if (word === '') return undefined;
  const entries = Object.entries(WORDS) as [ImportedSex, string][];
  return entries.find(([, words]) => ` ${words} `.includes(` ${word} `))?.[0];
}

const NAME_USE_CODES: Readonly<Record<string, NameUse>> = {
  nl1: 'OWN', e: 'OWN', eigen: 'OWN', eigennaam: 'OWN', 1: 'OWN',
  nl2: 'PARTNER', p: 'PARTNER', partner: 'PARTNER', partnernaam: 'PARTNER', naampartner: 'PARTNER', 2: 'PARTNER',
  nl3: 'PARTNER_OWN', v: 'PARTNER_OWN', partnereigen: 'PARTNER_OWN', partnernaameigennaam: 'PARTNER_OWN', 3: 'PARTNER_OWN',
  nl4: 'OWN_PARTNER', n: 'OWN_PARTNER', eigenpartner: 'OWN_PARTNER', eigennaampartnernaam: 'OWN_PARTNER', 4: 'OWN_PARTNER',
}; // prettier-ignore

/** The name usage a code means: NL1–NL4 (zib2020), E P V N (BRP) or words; undefined for all else. */
export function readNameUse(cell: string): NameUse | undefined {
  const own = NAME_USES.find((use) => use === cell.trim().toUpperCase());
  return own ?? NAME_USE_CODES[normaliseForSearch(cell).replaceAll(' ', '')];
}
