import { type Day, type OrganisationKind, retentionOf } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';

interface ChangeRow {
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly ownerName: string;
  readonly ownerKind: OrganisationKind;
  readonly lastClinicalChangeOn: Day;
}

interface KeptUntil {
  readonly clientId: string;
  readonly untilOn: Day;
}

const KEPT_UNTIL = 'SELECT client_id AS "clientId", until_on AS "untilOn" FROM care.kept_until()';

type KeptPart = ChangeRow & { readonly recordType: 'CARE_RECORD' };
export type KeptRecord = ReturnType<typeof retentionOf<KeptPart>> & { readonly clientId: string };

/**
 * Every record of the practice with the day it may be destroyed. Left out: what the client had restricted, since she may need it
 * (AVG 18), and what is being destroyed already.
 */
export async function keptRecords(): Promise<KeptRecord[]> {
  const rows = await query<ChangeRow>(
    `SELECT x.client_id AS "clientId", x.owner_org_id AS "ownerOrgId", o.name AS "ownerName", o.kind AS "ownerKind",
       (x.changed_at AT TIME ZONE 'Europe/Amsterdam')::date AS "lastClinicalChangeOn"
     FROM care.last_clinical_changes() x JOIN care.organisation o ON o.practice_id = ctx.practice_id() AND o.id = x.owner_org_id
     WHERE NOT care.client_restricted(x.client_id)
       AND NOT EXISTS (SELECT FROM care.destruction d WHERE d.practice_id = ctx.practice_id() AND d.client_id = x.client_id)`,
  );
  const ofClient = new Map<string, KeptPart[]>();
  for (const row of rows)
    ofClient.set(row.clientId, [...(ofClient.get(row.clientId) ?? []), { ...row, recordType: 'CARE_RECORD' }]);
  const keptUntil = new Map((await query<KeptUntil>(KEPT_UNTIL)).map(({ clientId, untilOn }) => [clientId, untilOn]));
  return [...ofClient].map(([clientId, parts]) => ({
    clientId,
    ...retentionOf(parts, keptUntil.get(clientId) ?? null),
  }));
}
