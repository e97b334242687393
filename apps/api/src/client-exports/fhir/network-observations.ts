import type { Observation, ObservationComponent } from 'fhir/r4.js';
import { text } from '@samenoud/texts';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, instantOf, ownCode, referenceTo } from './ids.ts';

const SOCIAL_NETWORK = { system: 'http://snomed.info/sct', code: '365469004' };
const CODED = ['frequency', 'wish', 'strain'] as const;

/** The social network, one component per person. Source: `domain.md` 13.4, ParticipationInSociety. */
export function networkObservations(record: ExportedRecord): Observation[] {
  return rowsOf(record, 'networks').map((row) => {
    const content = row['content'] as ExportedRow;
    const effective = textOf(content, 'drawnOn') ?? instantOf(row['changedAt']);
    const component = (content['ties'] as ExportedRow[]).map(tie);
    return {
      resourceType: 'Observation',
      id: idOf(row),
      status: 'final',
      code: { coding: [SOCIAL_NETWORK], text: text('networks.title') },
      subject: referenceTo(record.clientId),
      ...(effective === undefined ? {} : { effectiveDateTime: effective }),
      performer: [referenceTo(String(row['changedBy']))],
      ...(component.length === 0 ? { valueString: text('networks.empty.read') } : { component }),
    };
  });
}

function tie(one: ExportedRow): ObservationComponent {
  const codes = CODED.flatMap((field) => {
    const code = textOf(one, field);
    return code === null ? [] : [ownCode(`tie-${field}`, code)];
  });
  const support = (one['support'] as string[]).map((code) => ownCode('tie-support', code));
  const words = [textOf(one, 'name'), textOf(one, 'relation'), textOf(one, 'comment')].filter((word) => word !== null);
  return {
    code: { coding: [ownCode('tie-closeness', String(one['closeness'])), ...codes, ...support] },
    valueString: words.join(', '),
  };
}
