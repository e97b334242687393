import type { ImportField } from '@samenoud/domain';
import { pick, type Random } from '../support/random.ts';

/** How exports head their columns, as a Dutch reader would understand them. Source: domain reference 13.1. */
const SPELLINGS = {
  FAMILY: [
    'Achternaam',
    'Geslachtsnaam',
    'Familienaam',
    'Eigen achternaam',
    'Eigen naam',
    'Achter naam',
    'patient_achternaam',
  ],
  PREFIX: ['Voorvoegsel', 'Tussenvoegsel', 'Tussenvoegsels', 'Voorvoegsels', 'Voorv.', 'Tussenv.', 'tussen_voegsel'],
  INITIALS: ['Voorletters', 'Voorletter(s)', 'Initialen', 'Voorl.', 'voor-letters'],
  GIVEN: ['Voornaam', 'Roepnaam', 'Voornamen', 'voor_naam'],
  SEX: ['Geslacht', 'Geslacht (M/V)', 'M/V', 'Sexe', 'geslacht_code'],
  BIRTH_DATE: [
    'Geboortedatum',
    'Geboortedatum (dd-mm-jjjj)',
    'Geb.datum',
    'Geb. datum',
    'gebdatum',
    'Geboorte datum',
    'GEB_DATUM',
    'Geboren op',
  ],
  BSN: ['BSN', 'Burgerservicenummer', 'BSN-nummer', 'BSN nr.', 'Burger Service Nummer', 'bsnnummer'],
  HIS_NUMBER: [
    'Patiëntnummer',
    'Patientnummer',
    'Patiënt nr.',
    'HIS-nummer',
    'Pat.nr.',
    'PatNr',
    'patientnr',
    'HIS patiëntnummer',
  ],
  STREET: ['Straat', 'Straatnaam', 'straat_naam'],
  HOUSE_NUMBER: ['Huisnummer', 'Huisnr.', 'Huisnr', 'huis nummer'],
  SUFFIX: ['Toevoeging', 'Huisnummertoevoeging', 'Huisnr. toevoeging', 'Toev.'],
  POSTCODE: ['Postcode', 'Post code', 'POSTCODE', 'postkode'],
  CITY: ['Woonplaats', 'Plaats', 'Plaatsnaam', 'woon_plaats'],
  PHONE: ['Telefoon', 'Telefoonnummer', 'Tel.', 'Tel.nr.', 'Telefoon 1', 'Telefoon privé', 'telnr'],
  GP: ['Huisarts', 'Vaste huisarts', 'Eigen huisarts', 'Naam huisarts'],
} as const satisfies Partial<Record<ImportField, readonly string[]>>;

export type FileField = keyof typeof SPELLINGS;

/** Columns that hold nothing the register wants; some look as if they did. */
export const OTHER_HEADERS = ['Opmerkingen', 'Opmerkingen', 'E-mail', 'Inschrijfdatum', 'Verzekeraar', ''] as const;

export const anyHeader = (random: Random, field: FileField): string => {
  const spelling = pick(random, SPELLINGS[field]);
  return pick(random, [spelling, spelling, spelling.toLowerCase(), spelling.toUpperCase(), ` ${spelling} `]);
};
