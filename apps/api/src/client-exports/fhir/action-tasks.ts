import type { Task } from 'fhir/r4.js';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, instantOf, ownCode, referenceTo } from './ids.ts';

const STATUS: Readonly<Record<string, Task['status']>> = {
  OPEN: 'requested',
  DONE: 'completed',
  CANCELLED: 'cancelled',
};

/** Actions of plans and meetings, and tasks: base Task, for which there is no nl-core profile. */
export function actionTasks(record: ExportedRecord): Task[] {
  return rowsOf(record, 'actions').map((row): Task => {
    const [made, changed] = [instantOf(row['madeAt']), instantOf(row['changedAt'])];
    const [reason, user, name] = [textOf(row, 'reason'), textOf(row, 'ownerUserId'), textOf(row, 'ownerName')];
    const owner = user === null ? { display: name ?? String(row['ownerKind']) } : referenceTo(user);
    return {
      resourceType: 'Task',
      id: idOf(row),
      status: STATUS[String(row['state'])] ?? 'requested',
      intent: 'order',
      code: { coding: [ownCode('action-kind', String(row['kind']))] },
      description: textOf(row, 'text') ?? '',
      for: referenceTo(record.clientId),
      owner: row['ownerKind'] === 'CLIENT' ? referenceTo(record.clientId) : owner,
      requester: referenceTo(String(row['madeBy'])),
      restriction: { period: { end: String(row['dueOn']) } },
      ...(made === undefined ? {} : { authoredOn: made }),
      ...(changed === undefined ? {} : { lastModified: changed }),
      ...(reason === null ? {} : { statusReason: { text: reason } }),
    };
  });
}
