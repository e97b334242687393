import { Injectable } from '@nestjs/common';
import {
  type ClientStatus, type Day, type InvitationState, type LetterRefusal, letterRefusal, type LetterWave, type NameUse,
  type RoundState,
} from '@samenoud/domain'; // prettier-ignore
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { type Addressee, type Destination, destinationOf, type LetterAddress, type Sex } from './destination.ts';

/** The round a wave belongs to, with how the practice wants its letters sorted. */
export interface PrintedRound {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly returnBy: Day;
  readonly letterOrder: 'NAME' | 'POSTCODE';
}

/** One invitation with what its letter needs, as it is at this moment. */
export interface Recipient {
  readonly invitationId: string;
  readonly clientId: string;
  readonly state: InvitationState;
  readonly formCode: string;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
  readonly addressee: Addressee;
  readonly birthDate: Day;
  readonly largePrint: boolean;
  readonly destination: Destination | undefined;
  readonly refusal: LetterRefusal | null;
}

interface Row {
  readonly id: string;
  readonly clientId: string;
  readonly state: InvitationState;
  readonly formCode: string;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
  readonly reminded1On: Day | null;
  readonly reminded2On: Day | null;
  readonly clientStatus: ClientStatus;
  readonly doNotInvite: boolean;
  readonly restricted: boolean;
  readonly noPost: boolean;
  readonly largePrint: boolean;
  readonly birthDate: Day;
  readonly sex: Sex;
  readonly initials: string | null;
  readonly given: string | null;
  readonly prefix: string | null;
  readonly family: string;
  readonly partnerPrefix: string | null;
  readonly partnerFamily: string | null;
  readonly use: NameUse;
  readonly sortName: string;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly suffix: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly letterAddress: LetterAddress | null;
}

const COLUMNS = `i.id, i.client_id AS "clientId", i.state, i.form_code AS "formCode", i.gfi_version AS "gfiVersion",
  i.imesa_version AS "imesaVersion", i.reminded_1_on AS "reminded1On", i.reminded_2_on AS "reminded2On", c.status AS "clientStatus",
  c.do_not_invite_on IS NOT NULL AS "doNotInvite", c.restricted, c.no_post AS "noPost", c.large_print AS "largePrint",
  c.birth_date AS "birthDate", c.sex, c.initials, c.given_name AS given, c.name_prefix AS prefix, c.family_name AS family,
  c.partner_prefix AS "partnerPrefix", c.partner_family_name AS "partnerFamily", c.name_use AS use, c.sort_name AS "sortName",
  c.street, c.house_number AS "houseNumber", c.house_suffix AS suffix, c.postcode, c.city, c.letter_address AS "letterAddress"`;

export interface Asked {
  readonly wave: LetterWave;
  /** Only these, decided by a person: also again, and also after the envelope came back. */
  readonly invitationIds?: readonly string[] | undefined;
  /** Everybody whose letter of this wave was made before, and nobody else. */
  readonly again?: boolean | undefined;
}

/** Who gets a letter of a wave at this moment, and who not and why. */
@Injectable()
export class LetterRecipients {
  /** A round of the practice. `hold` keeps it from being closed until the end of the transaction. Throws NOT_FOUND for any other. */
  async round(id: string, hold = false): Promise<PrintedRound> {
    const [round] = isUuid(id)
      ? await query<PrintedRound>(
          `SELECT r.id, r.name, r.state, r.return_by AS "returnBy", p.letter_order AS "letterOrder"
           FROM care.screening_round r JOIN care.practice p ON p.id = r.practice_id
           WHERE r.practice_id = ctx.practice_id() AND r.id = $1 ${hold ? 'FOR SHARE OF r' : ''}`,
          [id],
        )
      : [];
    if (!round) throw new DomainError('NOT_FOUND');
    return round;
  }

  /**
   * Everybody of the round in the order of printing. `hold` keeps client and invitation as they are until the end of the
   * transaction: a death that is recorded now waits, or has gone before.
   */
  async list(round: PrintedRound, { wave, invitationIds }: Asked, hold = false): Promise<readonly Recipient[]> {
    const rows = await query<Row>(
      `SELECT ${COLUMNS} FROM care.screening_invitation i
       JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
       WHERE i.practice_id = ctx.practice_id() AND i.round_id = $1 AND ($2::uuid[] IS NULL OR i.id = ANY ($2::uuid[]))
         AND ${relatedSql('c', 'SCREENING', 'CREATE')} AND ${sharedSql('i', 'i.client_id', 1)}
       ORDER BY c.id ${hold ? 'FOR SHARE OF c FOR UPDATE OF i' : ''}`,
      [round.id, invitationIds ?? null],
    );
    const { today } = requestContext();
    return rows
      .map((row) => ({
        sort: row.sortName,
        recipient: recipientOf(row, round, wave, invitationIds !== undefined, today),
      }))
      .toSorted((a, b) => compare(orderOf(a, round), orderOf(b, round)))
      .map(({ recipient }) => recipient);
  }
}

function recipientOf(row: Row, round: PrintedRound, wave: LetterWave, isNamed: boolean, today: Day): Recipient {
  const { initials, given, prefix, family, partnerPrefix, partnerFamily, use } = row;
  const { street, houseNumber, suffix, postcode, city } = row;
  const addressee: Addressee = {
    name: { initials, given, prefix, family, partnerPrefix, partnerFamily, use },
    sex: row.sex,
    home: { street, houseNumber, suffix, postcode, city },
    letterAddress: row.letterAddress,
  };
  const destination = destinationOf(addressee, today);
  const facts = { ...row, roundState: round.state, hasAddress: destination !== undefined, hasNewAddress: isNamed };
  const { clientId, state, formCode, gfiVersion, imesaVersion, birthDate, largePrint } = row;
  const refusal = letterRefusal(facts, wave);
  return {
    invitationId: row.id, clientId, state, formCode, gfiVersion, imesaVersion, addressee, birthDate, largePrint, destination, refusal,
  }; // prettier-ignore
}

interface Sorted {
  readonly sort: string;
  readonly recipient: Recipient;
}

/** By name; or by postcode of where the letter goes and then by name, so that one street lies together. */
const orderOf = ({ sort, recipient }: Sorted, { letterOrder }: PrintedRound): readonly string[] => [
  ...(letterOrder === 'POSTCODE' ? [recipient.destination?.postcode ?? ''] : []),
  sort,
  recipient.birthDate,
  recipient.invitationId,
];

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [left, right] = [a[at], b[at]];
  return left === undefined || right === undefined ? 0 : left < right ? -1 : 1;
}
