import type { AuditEvent } from 'fhir/r4.js';
import type { AccessLogEvent } from '../logged-event.ts';
import { type ExportedRecord, rowsOf } from '../exported-record.ts';
import { ownCode, referenceTo } from './ids.ts';

/** The access log of the client (NEN 7513). */
export function auditEvents(record: ExportedRecord): AuditEvent[] {
  return rowsOf(record, 'accessLog').map((row) => {
    const event = row as unknown as AccessLogEvent;
    const known = record.colleagues.some(({ userId }) => userId === event.person.userId);
    const name = event.person.displayName ?? 'Samenoud';
    return {
      resourceType: 'AuditEvent',
      id: event.id,
      type: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110110', display: 'Patient Record' },
      subtype: [ownCode('event-type', event.type)],
      action: event.action as NonNullable<AuditEvent['action']>,
      recorded: event.occurredAt,
      outcome: event.outcome === 'SUCCESS' ? '0' : '8',
      purposeOfEvent: [{ coding: [ownCode('purpose', event.purpose)] }],
      agent: [
        {
          requestor: true,
          who: known ? referenceTo(event.person.userId ?? '', name) : { display: name },
          ...(event.person.role === null ? {} : { role: [{ coding: [ownCode('role', event.person.role)] }] }),
        },
      ],
      source: { observer: { display: 'Samenoud' } },
      entity: [
        { what: referenceTo(record.clientId), type: { system: `http://terminology.hl7.org/CodeSystem/audit-entity-type`, code: '1' } }, // prettier-ignore
        { name: event.objectType },
      ],
    };
  });
}
