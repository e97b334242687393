import type { ServiceRequest } from 'fhir/r4.js';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, instantOf, ownCode, referenceTo } from './ids.ts';

const STATUS: Readonly<Record<string, ServiceRequest['status']>> = {
  DRAFT: 'draft',
  SENT: 'active',
  FEEDBACK_GIVEN: 'completed',
};

/** Referrals: base ServiceRequest; what the receiver told is a note. Closed without a word from them is revoked. */
export function serviceRequests(record: ExportedRecord): ServiceRequest[] {
  const steps = rowsOf(record, 'referralSteps');
  return rowsOf(record, 'referrals').map((row): ServiceRequest => {
    const [words, made, outcome] = [textOf(row, 'typeText'), instantOf(row['madeAt']), textOf(row, 'outcome')];
    const told = steps.filter((step) => step['referralId'] === row['id'] && textOf(step, 'feedback') !== null);
    return {
      resourceType: 'ServiceRequest',
      id: idOf(row),
      status: STATUS[String(row['state'])] ?? (outcome === null ? 'revoked' : 'completed'),
      intent: 'order',
      code: { coding: [ownCode('referral-type', String(row['type']))], ...(words === null ? {} : { text: words }) },
      subject: referenceTo(record.clientId),
      requester: referenceTo(String(row['referrerId'])),
      performer: [{ display: textOf(row, 'receiver') ?? '' }],
      reasonCode: [{ text: textOf(row, 'reason') ?? '' }],
      ...(made === undefined ? {} : { authoredOn: made }),
      ...(told.length > 0 ? { note: told.map((step) => ({ text: textOf(step, 'feedback') ?? '' })) } : {}),
    };
  });
}
