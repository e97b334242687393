import { Injectable } from '@nestjs/common';
import type { ImportedKey, KnownGp, RegisteredClient } from '@samenoud/domain';
import { query, requestContext } from '../platform/request/request-context.ts';
import { BsnVault } from './bsn-vault.ts';

/** A client as an import compares her, with the version that comparison holds for. */
export interface ClientInRegister extends RegisteredClient {
  readonly version: number;
}

/** What is shown of someone who may be the same person. */
export interface CandidateFacts {
  readonly id: string;
  readonly name: Readonly<Record<string, string | null>>;
  readonly birthDate: string;
  readonly hisNumber: string | null;
  readonly city: string | null;
  readonly status: string;
}

const COLUMN_OF: Readonly<Record<Exclude<ImportedKey, 'bsn'>, string>> = {
  family: 'family_name', prefix: 'name_prefix', initials: 'initials', given: 'given_name', partnerFamily: 'partner_family_name',
  partnerPrefix: 'partner_prefix', nameUse: 'name_use', sex: 'sex', birthDate: 'birth_date', hisNumber: 'his_number',
  street: 'street', houseNumber: 'house_number', suffix: 'house_suffix', postcode: 'postcode', city: 'city', phone: 'phone',
  gpId: 'gp_id',
}; // prettier-ignore
const PERSON = Object.entries(COLUMN_OF)
  .map(([key, column]) => `'${key}', c.${column}`)
  .join(', ');

/** All clients of the practice at once, for whoever compares the register with a list from elsewhere. */
@Injectable()
export class ClientRegister {
  constructor(private readonly vault: BsnVault) {}

  /** Whoever is restricted is among them, to be left alone. */
  readAll(): Promise<ClientInRegister[]> {
    return query<ClientInRegister>(
      `SELECT c.id, c.version, c.status, c.restricted, c.duplicate_key AS "duplicateKey", encode(c.bsn_bidx, 'hex') AS "bsnKey",
         jsonb_build_object(${PERSON}) AS person
       FROM (SELECT * FROM care.client UNION ALL SELECT * FROM care.clients_to_leave_alone()) c
       WHERE c.practice_id = ctx.practice_id() ORDER BY c.sort_name, c.birth_date, c.id`,
    );
  }

  async candidates(ids: readonly string[]): Promise<ReadonlyMap<string, CandidateFacts>> {
    const rows = await query<CandidateFacts>(
      `SELECT id, birth_date AS "birthDate", his_number AS "hisNumber", city, status, jsonb_build_object('initials', initials,
         'given', given_name, 'prefix', name_prefix, 'family', family_name, 'partnerPrefix', partner_prefix,
         'partnerFamily', partner_family_name, 'nameUse', name_use) AS name
       FROM care.client WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  readGps(): Promise<KnownGp[]> {
    return query<KnownGp>(
      `SELECT id, display_name AS name FROM care.membership
       WHERE practice_id = ctx.practice_id() AND role = 'GP' AND valid @> now() ORDER BY id`,
    );
  }

  /** What stands for a BSN in `bsnKey`, without telling it. */
  bsnKeys(): (bsn: string) => string {
    const indexOf = this.vault.indexer(requestContext().user.practiceId);
    const known = new Map<string, string>();
    return (bsn) => {
      const key = known.get(bsn) ?? indexOf(bsn).toString('hex');
      known.set(bsn, key);
      return key;
    };
  }

  /** The masked BSN of each of these clients that has one. */
  async maskedBsns(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { practiceId } = requestContext().user;
    const rows = await query<{ id: string; cipher: Buffer }>(
      `SELECT id, bsn_cipher AS cipher FROM care.client
       WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[]) AND bsn_cipher IS NOT NULL`,
      [ids],
    );
    return new Map(rows.map(({ id, cipher }) => [id, this.vault.masked(cipher, practiceId, id)]));
  }
}
