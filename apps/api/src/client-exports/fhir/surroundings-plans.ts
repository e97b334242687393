import type { Annotation, CarePlan, CarePlanActivity } from 'fhir/r4.js';
import { text } from '@samenoud/texts';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, instantOf, ownCode, referenceTo } from './ids.ts';

/** Who does what when things go wrong: one activity per person to call, in order. */
export function surroundingsPlans(record: ExportedRecord): CarePlan[] {
  return rowsOf(record, 'surroundingsPlans').map((row) => {
    const content = row['content'] as ExportedRow;
    const created = instantOf(row['madeAt']);
    const note = (['signs', 'helps', 'avoid', 'reviewOn'] as const).flatMap((field): Annotation[] => {
      const value = textOf(content, field);
      return value === null ? [] : [{ text: `${text(`surroundingsPlans.field.${field}`)}: ${value}` }];
    });
    const activity = (content['calls'] as ExportedRow[]).map(call);
    return {
      resourceType: 'CarePlan',
      id: idOf(row),
      status: 'active',
      intent: 'plan',
      category: [{ coding: [ownCode('care-plan', 'SURROUNDINGS_PLAN')] }],
      title: text('surroundingsPlans.title'),
      subject: referenceTo(record.clientId),
      ...(created === undefined ? {} : { created }),
      ...(activity.length === 0 ? {} : { activity }),
      ...(note.length === 0 ? {} : { note }),
    };
  });
}

function call(person: ExportedRow): CarePlanActivity {
  const key = person['hasKey'] === true ? text('surroundingsPlans.call.key') : null;
  const words = [
    textOf(person, 'name'),
    textOf(person, 'relation'),
    textOf(person, 'phone'),
    textOf(person, 'does'),
    key,
  ];
  return {
    detail: {
      status: 'not-started',
      code: { coding: [ownCode('surroundings-permission', String(person['permission']))] },
      description: words.filter((word) => word !== null).join(', '),
    },
  };
}
