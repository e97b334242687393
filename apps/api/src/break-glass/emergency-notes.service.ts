import { Injectable } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { AddEmergencyNote, EmergencyNote } from './emergency-access.dto.ts';
import { ownEmergency } from './emergency-row.ts';

const NOTE = `SELECT n.id, n.note, n.made_by AS "madeBy", ctx.utc(n.made_at) AS "madeAt" FROM care.emergency_note n
  WHERE n.practice_id = ctx.practice_id()`;

/** What somebody who had to come in leaves behind for those who stay. It is of her own organisation, category 4. */
@Injectable()
export class EmergencyNotes {
  constructor(private readonly access: ClientAccess) {}

  /** Throws NOT_FOUND for an access that is not hers or does not run in this session any more. */
  async add(emergencyId: string, { note }: AddEmergencyNote): Promise<EmergencyNote> {
    const { clientId } = await ownEmergency(emergencyId);
    if (requestContext().brokenGlass?.id !== emergencyId) throw new DomainError('NOT_FOUND');
    const id = newId();
    await this.access.openForNote(clientId, { type: 'EMERGENCY_NOTE', id });
    await query(
      `INSERT INTO care.emergency_note (practice_id, id, client_id, owner_org_id, emergency_access_id, note, made_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, ctx.user_id())`,
      [id, clientId, emergencyId, note.trim()],
    );
    return queryOne<EmergencyNote>(`${NOTE} AND n.id = $1`, [id]);
  }

  /** For reviewers who may read notes about this client; for others none. */
  async readable(emergencyId: string, clientId: string): Promise<EmergencyNote[]> {
    const view = await this.access.look(clientId);
    const rows = await query<EmergencyNote & { ownerOrgId: string }>(
      `SELECT n.*, m.owner_org_id AS "ownerOrgId" FROM (${NOTE} AND n.emergency_access_id = $1) n
       JOIN care.emergency_note m ON m.practice_id = ctx.practice_id() AND m.id = n.id ORDER BY n."madeAt", n.id LIMIT 200`,
      [emergencyId],
    );
    return rows
      .filter(({ ownerOrgId }) => view.mayRead('CONTACTS', { ownerOrgId, category: 4 }))
      .map(({ ownerOrgId: _owner, ...note }) => note);
  }
}
