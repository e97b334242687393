import type { CareTeam } from 'fhir/r4.js';
import { type ExportedRecord, rowsOf } from '../exported-record.ts';
import { derivedId, ownCode, periodOf, referenceTo } from './ids.ts';

const CASE_MANAGER = { system: 'http://snomed.info/sct', code: '768832004', display: 'Case manager' };

/** One team with everybody who was ever in it, each from and until. */
export function careTeams(record: ExportedRecord): CareTeam[] {
  const members = rowsOf(record, 'teamMembers');
  if (members.length === 0) return [];
  return [
    {
      resourceType: 'CareTeam',
      id: derivedId('care-team', record.clientId),
      status: 'active',
      subject: referenceTo(record.clientId),
      participant: members.map((row) => ({
        role: [{ coding: [ownCode('team-reason', String(row['reason'])), ...(row['reason'] === 'CASE_MANAGER' ? [CASE_MANAGER] : [])] }], // prettier-ignore
        member: referenceTo(String(row['userId'])),
        period: periodOf(row['active']),
      })),
    },
  ];
}
