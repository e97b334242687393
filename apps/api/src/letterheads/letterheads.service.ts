import { Injectable } from '@nestjs/common';
import { letterheadGaps, formatPhone, normalisePhone, normalisePostcode } from '@samenoud/domain';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { LetterheadView, LetterOrder, PutLetterhead } from './letterhead.dto.ts';
import { type LogoType, logoType } from './read-logo.ts';

/** What the practice filled in, as stored: the phone number as E.164. */
interface LetterheadRow {
  readonly version: number;
  readonly name: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly openingHours: string | null;
  readonly senderName: string | null;
  readonly senderRole: string | null;
  readonly emergencyText: string | null;
  readonly letterOrder: LetterOrder;
  readonly hasLogo: boolean;
}

export interface Logo {
  readonly type: LogoType;
  readonly content: Buffer;
}

const FIELDS = [
  'name', 'street', 'postcode', 'city', 'phone', 'openingHours', 'senderName', 'senderRole', 'emergencyText',
] as const; // prettier-ignore
type Field = (typeof FIELDS)[number];

const COLUMNS = 'name, street, postcode, city, phone, opening_hours, sender_name, sender_role, emergency_text';

/** What stands above and below every letter of the practice: one row, made at the first change. */
@Injectable()
export class Letterheads {
  async get(): Promise<LetterheadView> {
    return view(await this.row());
  }

  /** Throws 412 with the letterhead as it is when somebody else changed it since. */
  async put(ifMatch: string | undefined, body: PutLetterhead): Promise<LetterheadView> {
    const version = expectedVersion(ifMatch);
    const before = await this.expected(version);
    const after = stored(body);
    const values = FIELDS.map((field) => after[field]);
    await this.write(
      version,
      `INSERT INTO care.letterhead (practice_id, version, ${COLUMNS})
       SELECT ctx.practice_id(), $1 + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 WHERE $1 = 0 ON CONFLICT DO NOTHING`,
      `UPDATE care.letterhead SET (version, ${COLUMNS}) = ($1 + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       WHERE practice_id = ctx.practice_id() AND version = $1`,
      values,
    );
    const order = body.letterOrder ?? before.letterOrder;
    await changeRows('UPDATE care.practice SET letter_order = $1 WHERE id = ctx.practice_id()', [order]);
    const fields = FIELDS.filter((field) => before[field] !== after[field]);
    this.log({ version: version + 1, fields: [...fields, ...(order === before.letterOrder ? [] : ['letterOrder'])] });
    return this.get();
  }

  /** Throws 400 for what is no picture that can be printed. */
  async putLogo(ifMatch: string | undefined, content: Buffer): Promise<LetterheadView> {
    const type = logoType(content);
    if (type === undefined) throw invalidInput({ pointer: '/file', code: 'INVALID_IMAGE' });
    return this.changeLogo(ifMatch, { type, content });
  }

  removeLogo(ifMatch: string | undefined): Promise<LetterheadView> {
    return this.changeLogo(ifMatch, null);
  }

  /** The logo, if there is one. */
  async findLogo(): Promise<Logo | undefined> {
    const [logo] = await query<Logo>(
      `SELECT logo_type AS type, logo AS content FROM care.letterhead WHERE practice_id = ctx.practice_id() AND logo IS NOT NULL`,
    );
    return logo;
  }

  private async changeLogo(ifMatch: string | undefined, logo: Logo | null): Promise<LetterheadView> {
    const version = expectedVersion(ifMatch);
    await this.expected(version);
    await this.write(
      version,
      `INSERT INTO care.letterhead (practice_id, version, logo, logo_type)
       SELECT ctx.practice_id(), $1 + 1, $2::bytea, $3 WHERE $1 = 0 ON CONFLICT DO NOTHING`,
      `UPDATE care.letterhead SET version = $1 + 1, logo = $2::bytea, logo_type = $3
       WHERE practice_id = ctx.practice_id() AND version = $1`,
      [logo?.content ?? null, logo?.type ?? null],
    );
    this.log({ version: version + 1, fields: ['logo'] });
    return this.get();
  }

  private async expected(version: number): Promise<LetterheadRow> {
    const before = await this.row();
    if (before.version !== version) throw new DomainError('STALE', { extra: { current: view(before) } });
    return before;
  }

  private async write(version: number, insert: string, update: string, values: readonly unknown[]): Promise<void> {
    const changed = await changeRows(version === 0 ? insert : update, [version, ...values]);
    if (changed === 0) throw new DomainError('STALE', { extra: { current: await this.get() } });
  }

  private row(): Promise<LetterheadRow> {
    return queryOne<LetterheadRow>(
      `SELECT coalesce(h.version, 0) AS version, h.name, h.street, h.postcode, h.city, h.phone, h.opening_hours AS "openingHours",
         h.sender_name AS "senderName", h.sender_role AS "senderRole", h.emergency_text AS "emergencyText",
         p.letter_order AS "letterOrder", h.logo IS NOT NULL AS "hasLogo"
       FROM care.practice p LEFT JOIN care.letterhead h ON h.practice_id = p.id WHERE p.id = ctx.practice_id()`,
    );
  }

  private log(what: Readonly<Record<string, unknown>>): void {
    requestContext().log.push({
      type: 'UPDATE_LETTERHEAD',
      action: 'U',
      objectType: 'LETTERHEAD',
      objectId: requestContext().user.practiceId,
      purpose: 'ADMINISTRATION',
      query: what,
    });
  }
}

function stored(body: PutLetterhead): Readonly<Record<Field, string | null>> {
  const { postcode, phone } = body;
  const trimmed = Object.fromEntries(FIELDS.map((field) => [field, body[field]?.trim() || null]));
  return {
    ...(trimmed as Record<Field, string | null>),
    postcode: postcode ? (normalisePostcode(postcode) ?? null) : null,
    phone: phone ? (normalisePhone(phone) ?? null) : null,
  };
}

function view(row: LetterheadRow): LetterheadView {
  return { ...row, phone: row.phone === null ? null : formatPhone(row.phone), missing: [...letterheadGaps(row)] };
}
