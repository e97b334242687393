import type { Communication, Flag } from 'fhir/r4.js';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, instantOf, ownCode, referenceTo } from './ids.ts';

/** What the client says herself, and which invitations she got. */
export function communications(record: ExportedRecord): Communication[] {
  const said = rowsOf(record, 'statements').map((row): Communication => {
    const received = instantOf(row['recordedAt']);
    return {
      resourceType: 'Communication',
      id: idOf(row),
      status: row['withdrawnAt'] === null ? 'completed' : 'stopped',
      category: [{ coding: [ownCode('communication', 'CLIENT_STATEMENT')] }],
      subject: referenceTo(record.clientId),
      sent: String(row['givenOn']),
      ...(received === undefined ? {} : { received }),
      recipient: [referenceTo(String(row['recordedBy']))],
      payload: [{ contentString: textOf(row, 'statement') ?? '' }],
    };
  });
  const invited = rowsOf(record, 'invitations').map((row): Communication => {
    const sent = textOf(row, 'sentOn');
    return {
      resourceType: 'Communication',
      id: idOf(row),
      status: sent === null ? 'preparation' : 'completed',
      category: [{ coding: [ownCode('communication', 'INVITATION')] }],
      statusReason: { coding: [ownCode('invitation-state', String(row['state']))] },
      subject: referenceTo(record.clientId),
      recipient: [referenceTo(record.clientId)],
      ...(sent === null ? {} : { sent }),
    };
  });
  return [...said, ...invited, ...rowsOf(record, 'carePlanningTalks').map((row) => talk(record, row))];
}

/** A talk about care later on: its themes, what the client wishes, and the note. */
function talk(record: ExportedRecord, row: ExportedRow): Communication {
  const words = ['participants', 'wishes', 'note'].map((field) => textOf(row, field)).filter((value) => value !== null);
  return {
    resourceType: 'Communication',
    id: idOf(row),
    status: row['voidedAt'] === null ? 'completed' : 'entered-in-error',
    category: [{ coding: [ownCode('communication', 'ADVANCE_CARE_PLANNING')] }],
    reasonCode: (row['themes'] as string[]).map((theme) => ({ coding: [ownCode('care-planning-theme', theme)] })),
    subject: referenceTo(record.clientId),
    sent: String(row['heldOn']),
    recipient: [referenceTo(String(row['madeBy']))],
    payload: words.map((contentString) => ({ contentString })),
  };
}

/** Restriction of the record, asked for, in force or lifted. */
export function flags(record: ExportedRecord): Flag[] {
  return rowsOf(record, 'restrictions').map((row) => {
    const [start, end] = [instantOf(row['decidedAt']), instantOf(row['liftedAt'])];
    return {
      resourceType: 'Flag',
      id: idOf(row),
      status: row['state'] === 'IN_FORCE' ? 'active' : 'inactive',
      code: { coding: [ownCode('restriction-state', String(row['state']))], text: textOf(row, 'reason') ?? '' },
      subject: referenceTo(record.clientId),
      ...(start === undefined ? {} : { period: { start, ...(end === undefined ? {} : { end }) } }),
    };
  });
}
