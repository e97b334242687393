import { findText, text } from '@samenoud/texts';
import { type ExportedRecord, rowsOf } from '../exported-record.ts';
import type { AccessLogEvent } from '../logged-event.ts';
import { dutchTime } from './words.ts';

const roleWords = (role: string | null): string => findText(`clientRights.codes.${role ?? ''}`) ?? role ?? '';
const dataWords = (type: string): string => findText(`accessLog.object.${type}`) ?? type.toLowerCase().replaceAll('_', ' '); // prettier-ignore
const somebody = (name: string | null): string => name ?? text('clientRights.export.program');

/** Who received or saw something, once each. */
export function recipientLines({ recipients }: ExportedRecord): string[] {
  return recipients.map((one) =>
    [
      `${somebody(one.displayName)} (${[roleWords(one.role), one.organisation].filter(Boolean).join(', ')})`,
      text('clientRights.export.seen', {
        times: one.times,
        from: dutchTime(one.firstAt),
        until: dutchTime(one.lastAt),
        data: one.objectTypes.map(dataWords).join(', '),
      }),
      ...(one.emergency ? [text('clientRights.export.emergency')] : []),
    ].join('\n'),
  );
}

/** Every act, newest first. */
export function logLines(record: ExportedRecord): string[] {
  return rowsOf(record, 'accessLog').map((row) => {
    const { occurredAt, person, action, objectType, outcome } = row as unknown as AccessLogEvent;
    const act = findText(`clientRights.acts.${outcome === 'SUCCESS' ? action : outcome}`) ?? action;
    return [dutchTime(occurredAt), somebody(person.displayName), roleWords(person.role), act, dataWords(objectType)].filter(Boolean).join(' · '); // prettier-ignore
  });
}
