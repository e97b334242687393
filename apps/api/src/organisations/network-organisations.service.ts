import { Injectable } from '@nestjs/common';
import { formatPhone, normalisePhone } from '@samenoud/domain';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { NetworkOrganisation, NewOrganisationBody, OrganisationChange } from './organisation.dto.ts';

const COLUMNS = 'SELECT id, name, kind, phone, version FROM care.organisation WHERE practice_id = ctx.practice_id()';

/** The organisations of the practice network. A new one changes nothing for clients until somebody of it joins a team. */
@Injectable()
export class NetworkOrganisations {
  async list(): Promise<NetworkOrganisation[]> {
    const rows = await query<NetworkOrganisation>(`${COLUMNS} ORDER BY kind = 'PRACTICE' DESC, name, id`);
    return rows.map(view);
  }

  async add({ name, kind, phone }: NewOrganisationBody): Promise<NetworkOrganisation> {
    requireFreshSecondFactor();
    const id = newId();
    await query(
      'INSERT INTO care.organisation (practice_id, id, name, kind, phone) VALUES (ctx.practice_id(), $1, $2, $3, $4)',
      [id, name.trim(), kind, stored(phone)],
    );
    log('ADD_ORGANISATION', 'C', id, { kind });
    return this.get(id);
  }

  async change(id: string, ifMatch: string | undefined, body: OrganisationChange): Promise<NetworkOrganisation> {
    const version = expectedVersion(ifMatch);
    const before = await this.get(id);
    requireFreshSecondFactor();
    const phone = body.phone === undefined ? stored(before.phone) : stored(body.phone);
    const changed = await changeRows(
      `UPDATE care.organisation SET name = $3, phone = $4, version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [id, version, body.name?.trim() ?? before.name, phone],
    );
    const after = await this.get(id);
    if (changed === 0) throw new DomainError('STALE', { extra: { current: after } });
    const fields = (['name', 'phone'] as const).filter((field) => before[field] !== after[field]);
    log('CHANGE_ORGANISATION', 'U', id, { fields });
    return after;
  }

  private async get(id: string): Promise<NetworkOrganisation> {
    const [row] = isUuid(id) ? await query<NetworkOrganisation>(`${COLUMNS} AND id = $1`, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return view(row);
  }
}

const stored = (phone: string | null | undefined): string | null => (phone ? (normalisePhone(phone) ?? null) : null);

function view(row: NetworkOrganisation): NetworkOrganisation {
  return { ...row, phone: row.phone === null ? null : formatPhone(row.phone) };
}

function log(type: string, action: 'C' | 'U', objectId: string, what: Readonly<Record<string, unknown>>): void {
  requestContext().log.push({
    type,
    action,
    objectType: 'ORGANISATION',
    objectId,
    purpose: 'ADMINISTRATION',
    query: what,
  });
}
