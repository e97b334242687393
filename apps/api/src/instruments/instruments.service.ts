import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  checksumText, INSTRUMENTS, type InstrumentId, type InstrumentPack, type InstrumentPacks, isInstrumentPack, SHIPPED_PACKS, validatePack,
} from '@samenoud/domain'; // prettier-ignore
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { InstrumentList, InstrumentView, LoadPack } from './instrument.dto.ts';

/** Version texts of the two instruments of one form. */
export interface FormVersions {
  readonly gfi: string;
  readonly imesa: string;
}

const VIEW = `id, version, instrument, instrument_version AS "instrumentVersion", pack ->> 'title' AS title,
  pack ->> 'licenceStatement' AS "licenceStatement", checksum, active, loaded_at AS "loadedAt",
  licence_confirmed_at AS "licenceConfirmedAt", pack`;

/** Instruments are data: versions are loaded, never changed; a response keeps the versions it was answered in. */
@Injectable()
export class Instruments {
  /** Packs of a loaded version never change, so they may stay in memory; the key carries the practice. */
  private readonly known = new Map<string, InstrumentPack>();

  async list(page: PageQuery): Promise<InstrumentList> {
    const items = await query<InstrumentView>(
      `SELECT ${VIEW} FROM care.instrument_version WHERE practice_id = ctx.practice_id() ORDER BY instrument, loaded_at DESC, id`,
    );
    return pageOf(items, page);
  }

  /** Loads a pack. Throws 400 with every fault of it, 409 when that version is there already. */
  async load({ pack, confirmLicence }: LoadPack): Promise<InstrumentView> {
    const problems = validatePack(pack);
    if (problems.length > 0 || !isInstrumentPack(pack)) {
      throw invalidInput(
        ...problems
          .slice(0, 50)
          .map(({ pointer }) => ({ pointer: `/pack${pointer}`, code: 'PACK_INVALID' as const, values: { pointer } })),
      );
    }
    if (confirmLicence !== true) throw new DomainError('LICENCE_NOT_CONFIRMED');
    const existing = await query<object>(
      'SELECT 1 FROM care.instrument_version WHERE practice_id = ctx.practice_id() AND instrument = $1 AND instrument_version = $2',
      [pack.instrument, pack.version],
    );
    if (existing.length > 0) throw new DomainError('INSTRUMENT_VERSION_EXISTS');
    const id = await this.store(pack, requestContext().user.userId);
    requestContext().log.push({
      type: 'LOAD_INSTRUMENT',
      action: 'C',
      objectType: 'INSTRUMENT',
      objectId: id,
      purpose: 'ADMINISTRATION',
      query: { licenceConfirmed: true, version: pack.version },
    });
    return this.get(id);
  }

  /** Makes another loaded version the one that new forms use. */
  async activate(id: string, ifMatch: string | undefined): Promise<InstrumentView> {
    const version = expectedVersion(ifMatch);
    const { instrument } = await this.get(id);
    await query(
      'UPDATE care.instrument_version SET active = false WHERE practice_id = ctx.practice_id() AND instrument = $1 AND active',
      [instrument],
    );
    const changed = await changeRows(
      'UPDATE care.instrument_version SET active = true, version = version + 1 WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2',
      [id, version],
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: await this.get(id) } });
    requestContext().log.push({
      type: 'ACTIVATE_INSTRUMENT',
      action: 'U',
      objectType: 'INSTRUMENT',
      objectId: id,
      purpose: 'ADMINISTRATION',
    });
    return this.get(id);
  }

  /** What a new practice has from the start. */
  async loadShipped(): Promise<void> {
    for (const instrument of INSTRUMENTS) await this.store(SHIPPED_PACKS[instrument], null);
  }

  /** The versions a new form is answered in. */
  async activeVersions(): Promise<FormVersions> {
    const rows = await query<{ instrument: InstrumentId; instrument_version: string }>(
      'SELECT instrument, instrument_version FROM care.instrument_version WHERE practice_id = ctx.practice_id() AND active',
    );
    const versionOf = (instrument: InstrumentId): string =>
      rows.find((row) => row.instrument === instrument)?.instrument_version ?? SHIPPED_PACKS[instrument].version;
    return { gfi: versionOf('gfi'), imesa: versionOf('imesa') };
  }

  /** The packs of a form, in the wording it was answered in. */
  async packs({ gfi, imesa }: FormVersions): Promise<InstrumentPacks> {
    return { gfi: await this.pack('gfi', gfi), imesa: await this.pack('imesa', imesa) };
  }

  private async pack(instrument: InstrumentId, version: string): Promise<InstrumentPack> {
    const key = `${requestContext().user.practiceId}|${instrument}|${version}`;
    const known = this.known.get(key);
    if (known) return known;
    const [row] = await query<{ pack: InstrumentPack }>(
      'SELECT pack FROM care.instrument_version WHERE practice_id = ctx.practice_id() AND instrument = $1 AND instrument_version = $2',
      [instrument, version],
    );
    if (!row) throw new Error(`instrument ${instrument} has no such version`);
    this.known.set(key, row.pack);
    return row.pack;
  }

  private async get(id: string): Promise<InstrumentView> {
    const [view] = await query<InstrumentView>(
      `SELECT ${VIEW} FROM care.instrument_version WHERE practice_id = ctx.practice_id() AND id::text = $1`,
      [id],
    );
    if (!view) throw new DomainError('NOT_FOUND');
    return view;
  }

  private async store(pack: InstrumentPack, loadedBy: string | null): Promise<string> {
    const id = newId();
    const checksum = createHash('sha256').update(checksumText(pack)).digest('hex');
    await query(
      'UPDATE care.instrument_version SET active = false WHERE practice_id = ctx.practice_id() AND instrument = $1 AND active',
      [pack.instrument],
    );
    await query(
      `INSERT INTO care.instrument_version (practice_id, id, instrument, instrument_version, pack, checksum, loaded_by,
         licence_confirmed_at, licence_confirmed_by, active)
       VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, $6::uuid, CASE WHEN $6::uuid IS NOT NULL THEN ctx.now() END, $6::uuid, true)`,
      [id, pack.instrument, pack.version, JSON.stringify(pack), checksum, loadedBy],
    );
    return id;
  }
}
