import type { Coding, Consent, Extension } from 'fhir/r4.js';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, PRODUCT, referenceTo } from './ids.ts';

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';
const PROFILE = 'http://nictiz.nl/fhir/StructureDefinition';
const NULL_FLAVOR = `${TERMINOLOGY}/v3-NullFlavor`;
const DECISION = 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.25.1';
const ADVANCE_KIND = 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.14.1';
const CARRY_OUT = 0;
const OTHERWISE = 1;

/** Treatment and advance directives as nl-core Consent. Source: `domain.md` 8 and 13.4. */
export function directives(record: ExportedRecord): Consent[] {
  return rowsOf(record, 'directives').map((row) => (row['kind'] === 'TREATMENT' ? treatment(record, row) : advance(record, row))); // prettier-ignore
}

function treatment(record: ExportedRecord, row: ExportedRow): Consent {
  const decision = Number(row['decision']);
  return {
    ...head(record, row, 'treatment'),
    category: [{ coding: [{ system: 'http://snomed.info/sct', code: '129125009' }] }],
    dateTime: String(row['discussedOn']),
    provision: {
      ...(decision === OTHERWISE ? {} : { type: decision === CARRY_OUT ? 'permit' : 'deny' }),
      ...period(row),
      extension: [
        {
          url: `${PRODUCT}/StructureDefinition/directive-decision`,
          valueCoding: { system: DECISION, code: String(decision) },
        },
      ],
      code: [{ coding: [treatmentCode(String(row['code']))], ...textPart(textOf(row, 'otherText')) }],
    },
  };
}

function advance(record: ExportedRecord, row: ExportedRow): Consent {
  return {
    ...head(record, row, 'adr'),
    category: [
      { coding: [{ system: `${TERMINOLOGY}/consentcategorycodes`, code: 'acd' }] },
      { coding: [advanceCode(String(row['code']))], ...textPart(textOf(row, 'otherText')) },
    ],
    dateTime: String(row['datedOn']),
    provision: period(row),
  };
}

function head(
  record: ExportedRecord,
  row: ExportedRow,
  scope: string,
): Pick<Consent, 'resourceType' | 'id' | 'meta' | 'extension' | 'status' | 'scope' | 'patient' | 'policyRule'> {
  const profile = row['kind'] === 'TREATMENT' ? 'nl-core-TreatmentDirective2' : 'nl-core-AdvanceDirective';
  return {
    resourceType: 'Consent',
    id: idOf(row),
    meta: { profile: [`${PROFILE}/${profile}`] },
    status: row['voidedAt'] === null ? 'active' : 'entered-in-error',
    scope: { coding: [{ system: `${TERMINOLOGY}/consentscope`, code: scope }] },
    patient: referenceTo(record.clientId),
    policyRule: { text: 'Wgbo' },
    ...extensions(row),
  };
}

/** What has no element of its own in R4: the words of the decision, the remark, with whom, and where the paper is. */
function extensions(row: ExportedRow): { extension?: Extension[] } {
  const own = (name: string): string => `${PRODUCT}/StructureDefinition/directive-${name}`;
  const texts = [['comment', textOf(row, 'comment')], ['decision-text', textOf(row, 'decisionText')], ['kept-at', textOf(row, 'keptAt')]] as const; // prettier-ignore
  const extension: Extension[] = [
    ...texts.flatMap(([name, valueString]) => (valueString === null ? [] : [{ url: own(name), valueString }])),
    ...(row['agreedWith'] as string[]).map((valueCode) => ({ url: own('agreed-with'), valueCode })),
  ];
  return extension.length === 0 ? {} : { extension };
}

function period(row: ExportedRow): { period?: { end: string } } {
  const end = textOf(row, 'endsOn');
  return end === null ? {} : { period: { end } };
}

const textPart = (words: string | null): { text?: string } => (words === null ? {} : { text: words });
const treatmentCode = (code: string): Coding =>
  code === 'OTH' ? { system: NULL_FLAVOR, code } : { system: 'http://snomed.info/sct', code };
const advanceCode = (code: string): Coding =>
  code === 'OTH' ? { system: NULL_FLAVOR, code } : { system: ADVANCE_KIND, code };
