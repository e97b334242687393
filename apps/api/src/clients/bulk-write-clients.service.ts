import { Injectable } from '@nestjs/common';
import { text } from '@samenoud/texts';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { refusingBroken } from '../platform/http/constraints.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { snakeCase } from '../platform/database/snake-naming.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import { BsnVault } from './bsn-vault.ts';
import { noteReason } from './change-reason.ts';
import type { CreateClient, UpdateClient } from './client.dto.ts';
import { columnsOfChange, columnsOfNew, type EditableColumns } from './client-columns.ts';
import { CLIENT_COLUMNS, type ClientRow } from './client-row.ts';

export type NewClient = CreateClient;

export interface ClientChange {
  readonly id: string;
  /** The version the change was decided on. */
  readonly version: number;
  readonly change: UpdateClient;
}

type Numbers = { readonly bsnCipher: Buffer | null; readonly bsnBidx: Buffer | null };
const NO_BSN: Numbers = { bsnCipher: null, bsnBidx: null };
/** Of a row to change: whom it is about, what is compared, and the BSN, which stays where none is given. */
const SET_APART: readonly string[] = ['id', 'version', 'gpBefore', 'bsnCipher', 'bsnBidx'];
const TAKEN_MEANWHILE = { client_bsn_key: 'IMPORT_OUTDATED', client_his_number_key: 'IMPORT_OUTDATED' } as const;

/** Many clients in one statement, by the rules of one: of an import. The caller has decided who they are and what changes. */
@Injectable()
export class BulkWriteClients {
  constructor(
    private readonly vault: BsnVault,
    private readonly teams: CareTeams,
  ) {}

  /** Registers clients with their first team. Throws IMPORT_OUTDATED when a number was taken meanwhile. */
  async createAll(bodies: readonly NewClient[]): Promise<void> {
    const { user, today } = requestContext();
    const rows = bodies.map((body) => {
      const id = newId();
      const numbers = this.numbers(body.bsn, id);
      return {
        ...columnsOfNew(body, today),
        ...numbers,
        practiceId: user.practiceId,
        id,
        version: 1,
        ownerOrgId: user.organisationId,
      };
    });
    const names = Object.keys(rows[0] ?? {})
      .map(snakeCase)
      .join(', ');
    if (rows.length === 0) return;
    await refusingBroken(TAKEN_MEANWHILE, () =>
      query(
        `INSERT INTO care.client (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::care.client, $1::jsonb)`,
        [JSON.stringify(rows.map(asRecord))],
      ),
    );
    await this.teams.startRecords(rows.map(({ id, gpId }) => ({ clientId: id, gpId })));
    this.log('CREATE', rows.map(({ id }) => id)); // prettier-ignore
  }

  /** Changes clients. Throws IMPORT_OUTDATED when one of them is no longer as it was, or a number was taken meanwhile. */
  async updateAll(changes: readonly ClientChange[]): Promise<void> {
    if (changes.length === 0) return;
    const stored = await this.rows(changes.map(({ id }) => id));
    const rows = changes.map(({ id, version, change }) => {
      const row = stored.get(id);
      if (row?.version !== version) throw new DomainError('IMPORT_OUTDATED');
      const columns = columnsOfChange(row, change, requestContext().today);
      return { ...columns, ...this.numbers(change.bsn, id), id, version, gpBefore: row.gpId };
    });
    await noteReason(text('clientRights.history.import'));
    await this.write(rows);
    for (const { id, gpId, gpBefore } of rows) if (gpId !== gpBefore) await this.teams.changeGp(id, gpId);
    this.log('UPDATE', rows.map(({ id }) => id)); // prettier-ignore
  }

  private async write(rows: readonly (EditableColumns & Numbers & { id: string; version: number })[]): Promise<void> {
    const names = Object.keys(rows[0] ?? {}).filter((name) => !SET_APART.includes(name)).map(snakeCase); // prettier-ignore
    const changed = await refusingBroken(TAKEN_MEANWHILE, () =>
      changeRows(
        // the new row is looked up by the id of the old one: a join would be planned on statistics that a first import lacks
        `UPDATE care.client c SET (${names.join(', ')}, version, bsn_cipher, bsn_bidx) =
           (SELECT ${names.map((name) => `n.${name}`).join(', ')}, c.version + 1, coalesce(n.bsn_cipher, c.bsn_cipher),
              coalesce(n.bsn_bidx, c.bsn_bidx) FROM jsonb_populate_record(NULL::care.client, $1::jsonb -> c.id::text) n)
         WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($2::uuid[]) AND c.version = ($1::jsonb -> c.id::text ->> 'version')::integer`,
        [JSON.stringify(Object.fromEntries(rows.map((row) => [row.id, asRecord(row)]))), rows.map(({ id }) => id)],
      ),
    );
    if (changed !== rows.length) throw new DomainError('IMPORT_OUTDATED');
  }

  private async rows(ids: readonly string[]): Promise<ReadonlyMap<string, ClientRow>> {
    const rows = await query<ClientRow>(
      `SELECT ${CLIENT_COLUMNS} FROM care.client c
       LEFT JOIN care.client_profile p ON p.practice_id = c.practice_id AND p.client_id = c.id
       WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private numbers(bsn: string | null | undefined, clientId: string): Numbers {
    return bsn ? this.vault.seal(bsn, requestContext().user.practiceId, clientId) : NO_BSN;
  }

  /** A row per client: she can ask for the log of her own record. */
  private log(act: 'CREATE' | 'UPDATE', ids: readonly string[]): void {
    const { log, user } = requestContext();
    for (const id of ids) {
      log.push({
        type: `${act}_CLIENT`,
        action: act === 'CREATE' ? 'C' : 'U',
        objectType: 'CLIENT',
        objectId: id,
        clientId: id,
        category: 1,
        rule: `CLIENT_IMPORT.FINALISE.${user.role}`,
        relation: 'PRACTICE',
        basis: 'NOT_NEEDED',
      });
    }
  }
}

/** A row as JSON that PostgreSQL reads as a row of the table. */
function asRecord(row: object): Record<string, unknown> {
  const bytes = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [snakeCase(name), bytes(value)]),
  );
}
