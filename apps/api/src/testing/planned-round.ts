import { randomInt, randomUUID } from 'node:crypto';
import { makeFormCode, SHIPPED_PACKS } from '@samenoud/domain';
import type pg from 'pg';
import { testMember } from './test-network.ts';

export interface PlannedInvitation {
  readonly id: string;
  readonly clientId: string;
  readonly formCode: string;
}

export interface PlannedRound {
  readonly roundId: string;
  readonly invitations: readonly PlannedInvitation[];
}

/** A round that is open, with an invitation for each of these clients that waits for its first letter. */
export async function planRound(
  owner: pg.Client,
  clientIds: readonly string[],
  practice = 'noord',
): Promise<PlannedRound> {
  const { practiceId, organisationId, userId } = testMember(practice, 'PRACTICE_ASSISTANT');
  const roundId = randomUUID();
  await owner.query(
    `INSERT INTO care.screening_round (practice_id, id, version, name, state, reference_date, return_by, made_by)
     VALUES ($1, $2, 1, 'Vragenlijst 2026', 'OPEN', current_date, current_date + 28, $3)`,
    [practiceId, roundId, userId],
  );
  const invitations = clientIds.map((clientId) => ({ id: randomUUID(), clientId, formCode: makeFormCode(randomInt) }));
  await owner.query(
    `INSERT INTO care.screening_invitation (practice_id, id, version, client_id, owner_org_id, round_id, state, form_code, gfi_version,
       imesa_version)
     SELECT $1, i.id, 1, i."clientId", $2, $3, 'PLANNED', i."formCode", $4, $5
     FROM jsonb_to_recordset($6::jsonb) AS i (id uuid, "clientId" uuid, "formCode" text)`,
    [
      practiceId,
      organisationId,
      roundId,
      SHIPPED_PACKS.gfi.version,
      SHIPPED_PACKS.imesa.version,
      JSON.stringify(invitations),
    ],
  );
  return { roundId, invitations };
}
