import type { Consent } from 'fhir/r4.js';
import { type ExportedRecord, rowsOf } from '../exported-record.ts';
import { idOf, instantOf, ownCode, referenceTo } from './ids.ts';

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

/** Rules of the consent register: to whom, of which categories, from when and until when. */
export function consents(record: ExportedRecord): Consent[] {
  return rowsOf(record, 'consents').map((row) => {
    const isGrant = row['kind'] === 'GRANT';
    const [start, end] = [instantOf(row['validFrom']), instantOf(row['withdrawnAt'])];
    return {
      resourceType: 'Consent',
      id: idOf(row),
      status: row['withdrawnAt'] === null ? 'active' : 'inactive',
      scope: { coding: [{ system: `${TERMINOLOGY}/consentscope`, code: 'patient-privacy' }] },
      category: [{ coding: [{ system: `${TERMINOLOGY}/v3-ActCode`, code: 'INFA' }] }],
      patient: referenceTo(record.clientId),
      dateTime: String(row['givenOn']),
      policyRule: { coding: [{ system: `${TERMINOLOGY}/v3-ActCode`, code: isGrant ? 'OPTIN' : 'OPTOUT' }] },
      provision: {
        type: isGrant ? 'permit' : 'deny',
        period: { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) },
        actor: [
          {
            role: { coding: [{ system: `${TERMINOLOGY}/v3-ParticipationType`, code: 'IRCP' }] },
            reference: referenceTo(String(row['toOrgId'])),
          },
        ],
        class: (row['categories'] as number[]).map((category) => ownCode('consent-category', String(category))),
      },
    };
  });
}
