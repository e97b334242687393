import type { Organization, Practitioner, PractitionerRole } from 'fhir/r4.js';
import type { ExportedRecord } from '../exported-record.ts';
import { derivedId, ownCode, referenceTo } from './ids.ts';

/** UZI roles of who has one. Source: `domain.md` 13.2. */
const UZI_ROLE: Readonly<Record<string, string>> = {
  GP: '01.015',
  ELDERLY_CARE_PHYSICIAN: '01.047',
  DISTRICT_NURSE: '30.000',
};

export function organisations(record: ExportedRecord): Organization[] {
  return record.organisations.map(({ id, name, kind, phone }) => ({
    resourceType: 'Organization',
    id,
    type: [{ coding: [ownCode('organisation-kind', kind)] }],
    name,
    ...(phone === null ? {} : { telecom: [{ system: 'phone', value: phone }] }),
  }));
}

/** Each colleague as a person, and as what she is in her organisation. */
export function practitioners(record: ExportedRecord): (Practitioner | PractitionerRole)[] {
  return record.colleagues.flatMap(({ userId, displayName, role, organisationId, bigNumber }) => {
    const uzi = UZI_ROLE[role];
    const person: Practitioner = {
      resourceType: 'Practitioner',
      id: userId,
      ...(bigNumber === null
        ? {}
        : { identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/big', value: bigNumber }] }),
      name: [{ text: displayName }],
    };
    const post: PractitionerRole = {
      resourceType: 'PractitionerRole',
      id: derivedId('practitioner-role', userId),
      practitioner: referenceTo(userId, displayName),
      organization: referenceTo(organisationId),
      code: [
        {
          coding: [
            ...(uzi === undefined ? [] : [{ system: 'http://fhir.nl/fhir/NamingSystem/uzi-rolcode', code: uzi }]),
            ownCode('role', role),
          ],
        },
      ],
    };
    return [person, post];
  });
}
