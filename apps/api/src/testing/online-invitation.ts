import { randomInt, randomUUID } from 'node:crypto';
import { makeAccessCode, makeFormCode, SHIPPED_PACKS } from '@samenoud/domain';
import type pg from 'pg';
import { accessCodeHash } from '../platform/identity/access-code.ts';
import { testMember } from './test-network.ts';

/** What a client holds who got a letter. */
export interface OnlineInvitation {
  readonly roundId: string;
  readonly invitationId: string;
  readonly code: string;
}

/** A round that is open, with one invitation that was sent, without printing its letter. */
export async function inviteOnline(owner: pg.Client, clientId: string, practice = 'noord'): Promise<OnlineInvitation> {
  const { practiceId, organisationId, userId } = testMember(practice, 'PRACTICE_ASSISTANT');
  const [roundId, invitationId] = [randomUUID(), randomUUID()];
  await owner.query(
    `INSERT INTO care.screening_round (practice_id, id, version, name, state, reference_date, return_by, made_by)
     VALUES ($1, $2, 1, 'Ronde', 'OPEN', current_date, current_date + 28, $3)`,
    [practiceId, roundId, userId],
  );
  await owner.query(
    `INSERT INTO care.screening_invitation (practice_id, id, version, client_id, owner_org_id, round_id, state, form_code,
       gfi_version, imesa_version, route, sent_on)
     VALUES ($1, $2, 1, $3, $4, $5, 'SENT', $6, $7, $8, 'MAIL', current_date)`,
    [
      practiceId, invitationId, clientId, organisationId, roundId, makeFormCode(randomInt), SHIPPED_PACKS.gfi.version,
      SHIPPED_PACKS.imesa.version,
    ], // prettier-ignore
  );
  return { roundId, invitationId, code: await addCode(owner, practiceId, invitationId) };
}

/** One more letter: its code opens the same form. */
export async function addCode(owner: pg.Client, practiceId: string, invitationId: string): Promise<string> {
  const code = makeAccessCode(randomInt);
  await owner.query(`SELECT set_config('app.practice_id', $1, false)`, [practiceId]);
  await owner.query('SELECT auth.add_access_codes($1::bytea[], $2::uuid[])', [
    [accessCodeHash(Buffer.from(process.env['SAMENOUD_KEY'] ?? '', 'base64'), code)],
    [invitationId],
  ]);
  await owner.query(`SELECT set_config('app.practice_id', '', false)`);
  return code;
}
