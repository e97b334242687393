import type { ContactPoint, HumanName, Identifier, Patient, RelatedPerson } from 'fhir/r4.js';
import { type NameUse, surname } from '@samenoud/domain';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, ownCode, PRODUCT, referenceTo } from './ids.ts';

const STANDARD = 'http://hl7.org/fhir/StructureDefinition';
const USE_CODE: Readonly<Record<NameUse, string>> = {
  OWN: 'NL1',
  PARTNER: 'NL2',
  PARTNER_OWN: 'NL3',
  OWN_PARTNER: 'NL4',
};
const GENDER = { FEMALE: 'female', MALE: 'male', OTHER: 'other', UNKNOWN: 'unknown' } as const;
/** Role codes of zib2020; the informal carer has another list. Source: `domain.md` 13.4. */
const CARER = '100001';
const ROLE_SYSTEM = 'urn:oid:2.16.840.1.113883.2.4.3.11.22.472';
const CARER_SYSTEM = 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.23.1';

export function patients(record: ExportedRecord): Patient[] {
  return rowsOf(record, 'client').map((row) => ({
    resourceType: 'Patient',
    id: idOf(row),
    identifier: identifiersOf(row),
    active: row['status'] === 'ACTIVE' || row['status'] === 'ADMITTED',
    name: namesOf(row),
    telecom: telecomOf(textOf(row, 'phone')),
    gender: GENDER[(textOf(row, 'sex') ?? 'UNKNOWN') as keyof typeof GENDER] ?? 'unknown',
    birthDate: textOf(row, 'birthDate') ?? '',
    address: addressOf(row),
    communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: textOf(row, 'language') ?? 'nl' }] } }],
    ...deceasedOf(row),
    ...(record.colleagues.some(({ userId }) => userId === row['gpId'])
      ? { generalPractitioner: [referenceTo(String(row['gpId']))] }
      : {}),
  }));
}

function identifiersOf(row: ExportedRow): Identifier[] {
  const [bsn, his] = [textOf(row, 'bsn'), textOf(row, 'hisNumber')];
  return [
    ...(bsn === null ? [] : [{ use: 'official' as const, system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: bsn }]),
    ...(his === null ? [] : [{ use: 'usual' as const, system: `${PRODUCT}/NamingSystem/his-number`, value: his }]),
  ];
}

const deceasedOf = (row: ExportedRow): Pick<Patient, 'deceasedBoolean' | 'deceasedDateTime'> => {
  if (row['status'] !== 'DECEASED') return {};
  const on = textOf(row, 'statusOn');
  return on === null ? { deceasedBoolean: true } : { deceasedDateTime: on };
};

/** Parts of the name with the extensions of 13.5; the text is what is said. */
function namesOf(row: ExportedRow): HumanName[] {
  const use = (textOf(row, 'nameUse') ?? 'OWN') as NameUse;
  const name = {
    prefix: textOf(row, 'namePrefix'), family: textOf(row, 'familyName') ?? '', partnerPrefix: textOf(row, 'partnerPrefix'),
    partnerFamily: textOf(row, 'partnerFamilyName'), use,
  }; // prettier-ignore
  const parts = [
    ['own-prefix', name.prefix], ['own-name', name.family], ['partner-prefix', name.partnerPrefix],
    ['partner-name', name.partnerFamily],
  ] as const; // prettier-ignore
  const extension = parts.flatMap(([part, value]) => (value ? [{ url: `${STANDARD}/humanname-${part}`, valueString: value }] : [])); // prettier-ignore
  const given = [[textOf(row, 'givenName'), 'BR'] as const, [textOf(row, 'initials'), 'IN'] as const].filter(([value]) => value); // prettier-ignore
  return [
    {
      extension: [{ url: `${STANDARD}/humanname-assembly-order`, valueCode: USE_CODE[use] ?? 'NL1' }],
      use: 'official',
      family: surname(name),
      _family: { extension },
      ...(given.length === 0
        ? {}
        : {
            given: given.map(([value]) => value ?? ''),
            _given: given.map(([, code]) => ({
              extension: [{ url: `${STANDARD}/iso21090-EN-qualifier`, valueCode: code }],
            })),
          }),
    },
  ];
}

function addressOf(row: ExportedRow): NonNullable<Patient['address']> {
  const [street, number, suffix] = [textOf(row, 'street'), textOf(row, 'houseNumber'), textOf(row, 'houseSuffix')];
  const line = [street, [number, suffix].filter(Boolean).join('')].filter(Boolean).join(' ');
  const [postalCode, city] = [textOf(row, 'postcode'), textOf(row, 'city')];
  if (line === '' && postalCode === null && city === null) return [];
  return [
    {
      use: 'home',
      ...(line === '' ? {} : { line: [line] }),
      ...(postalCode === null ? {} : { postalCode }),
      ...(city === null ? {} : { city }),
      country: 'NL',
    },
  ];
}

const telecomOf = (...numbers: readonly (string | null)[]): ContactPoint[] =>
  numbers.flatMap((value) => (value === null ? [] : [{ system: 'phone' as const, value }]));

export function relatedPersons(record: ExportedRecord): RelatedPerson[] {
  return rowsOf(record, 'contactPersons').map((row) => {
    const [role, relation, kind] = [
      textOf(row, 'roleCode'),
      textOf(row, 'relation'),
      textOf(row, 'representativeKind'),
    ];
    const coding = [
      ...(role === null ? [] : [{ system: role === CARER ? CARER_SYSTEM : ROLE_SYSTEM, code: role }]),
      ...(kind === null ? [] : [ownCode('representative-kind', kind)]),
    ];
    const relationship = { ...(coding.length > 0 ? { coding } : {}), ...(relation === null ? {} : { text: relation }) };
    const end = textOf(row, 'validUntil');
    return {
      resourceType: 'RelatedPerson',
      id: idOf(row),
      active: row['removedAt'] === null,
      patient: referenceTo(record.clientId),
      ...(Object.keys(relationship).length > 0 ? { relationship: [relationship] } : {}),
      name: [{ text: textOf(row, 'name') ?? '' }],
      telecom: telecomOf(textOf(row, 'phone'), textOf(row, 'secondPhone')),
      ...(end === null ? {} : { period: { end } }),
    };
  });
}
