import type { Encounter, Observation } from 'fhir/r4.js';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, instantOf, ownCode, referenceTo } from './ids.ts';

const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const CLASS: Readonly<Record<string, string>> = { HOME_VISIT: 'HH', PRACTICE_VISIT: 'AMB' };

/** Contact moments: Encounter, as nl-core has it. The note has no element of its own there: it is a reason in words. */
export function encounters(record: ExportedRecord): Encounter[] {
  return rowsOf(record, 'contacts').map((row): Encounter => {
    const type = String(row['type']);
    const [note, present] = [textOf(row, 'note'), textOf(row, 'present')];
    const said = [note, present].filter((words) => words !== null);
    return {
      resourceType: 'Encounter',
      id: idOf(row),
      status: row['strikeReason'] === null ? 'finished' : 'entered-in-error',
      class: { system: ACT, code: CLASS[type] ?? 'VR' },
      type: [{ coding: [ownCode('contact-type', type)] }],
      subject: referenceTo(record.clientId),
      participant: [{ individual: referenceTo(String(row['recordedBy'])) }],
      period: { start: String(row['contactOn']), end: String(row['contactOn']) },
      ...(said.length > 0 ? { reasonCode: said.map((text) => ({ text })) } : {}),
    };
  });
}

/** Signals: base Observation; the verdict is its interpretation in words. */
export function observedSignals(record: ExportedRecord): Observation[] {
  return rowsOf(record, 'signals').map((row): Observation => {
    const [text, verdict, outcome] = [textOf(row, 'text'), textOf(row, 'verdict'), textOf(row, 'outcome')];
    const issued = instantOf(row['recordedAt']);
    const contact = textOf(row, 'contactId');
    return {
      resourceType: 'Observation',
      id: idOf(row),
      status: row['state'] === 'CLOSED' ? 'final' : 'preliminary',
      code: { coding: [ownCode('signal', String(row['type']))] },
      subject: referenceTo(record.clientId),
      performer: [referenceTo(String(row['recordedBy']))],
      effectiveDateTime: String(row['seenOn']),
      ...(contact === null ? {} : { encounter: referenceTo(contact) }),
      ...(issued === undefined ? {} : { issued }),
      ...(text === null ? {} : { valueString: text }),
      ...(verdict === null ? {} : { interpretation: [{ text: verdict }] }),
      ...(outcome === null ? {} : { note: [{ text: outcome }] }),
    };
  });
}
