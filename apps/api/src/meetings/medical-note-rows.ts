import { grantFor, type PersonName } from '@samenoud/domain';
import { sharedRowSql } from '../platform/access/seen-sql.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { KeptItem } from './kept-item.ts';
import { seenInMeetingSql } from './meeting-row.ts';

export interface MedicalNoteRow {
  readonly id: string;
  readonly ownerOrgId: string;
  readonly category: 5;
  readonly version: number;
  readonly text: string | null;
  readonly changedBy: string;
  readonly changedAt: string;
}

export async function findMedicalNote(itemId: string): Promise<MedicalNoteRow | undefined> {
  const [row] = await query<MedicalNoteRow>(
    `SELECT id, owner_org_id AS "ownerOrgId", category, version, text, changed_by AS "changedBy", ctx.utc(changed_at) AS "changedAt"
     FROM care.medical_note WHERE practice_id = ctx.practice_id() AND item_id = $1`,
    [itemId],
  );
  return row;
}

/** Which organisation wrote the note of this line, also where it is not shared; null: there is none. */
export async function medicalNoteOwner(itemId: string): Promise<string | null> {
  const { owner } = await queryOne<{ owner: string | null }>('SELECT care.medical_note_owner($1) AS owner', [itemId]);
  return owner;
}

/** Tells how many rows were written: none where somebody else was first. */
export const insertMedicalNote = (itemId: string, { clientId }: KeptItem, edition: number, text: string | null): Promise<number> =>
  changeRows(
    `INSERT INTO care.medical_note (practice_id, id, client_id, owner_org_id, item_id, edition, text, made_by, changed_by)
     VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, ctx.user_id(), ctx.user_id()) ON CONFLICT DO NOTHING`,
    [newId(), clientId, itemId, edition, text],
  ); // prettier-ignore

/** The same for one that stands, on top of its version. */
export const updateMedicalNote = ({ id, version }: MedicalNoteRow, edition: number, text: string | null): Promise<number> =>
  changeRows(
    `UPDATE care.medical_note SET version = version + 1, edition = $3, text = $4, changed_by = ctx.user_id(), changed_at = ctx.now()
     WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
    [id, version, edition, text],
  ); // prettier-ignore

export interface AnnexRow {
  readonly place: number;
  readonly itemId: string;
  readonly clientId: string;
  readonly birthDate: string;
  readonly name: PersonName;
  readonly text: string;
  readonly changedBy: string;
  readonly changedAt: string;
}

/**
 * What stood in each note, alias `v`, when an edition ($2) of the minutes of a meeting ($1) was made: of clients whose line and whose
 * medical part are both shared with the person at hand, and nothing for a role that never reads it.
 */
const annexSql = (columns: string): string => `SELECT ${columns}
  FROM care.medical_note n
  JOIN care.agenda_item i ON i.practice_id = n.practice_id AND i.id = n.item_id AND i.state = 'ON'
  JOIN care.client c ON c.practice_id = n.practice_id AND c.id = n.client_id
  JOIN LATERAL (SELECT r.content ->> 'text' AS text, r.changed_by, r.changed_at FROM care.record_version r
    WHERE r.practice_id = ctx.practice_id() AND r.subject = 'medical_note' AND r.subject_id = n.id
      AND (r.content ->> 'edition')::integer <= $2 ORDER BY r.version DESC LIMIT 1) v ON v.text IS NOT NULL
  WHERE n.practice_id = ctx.practice_id() AND i.meeting_id = $1 AND ${seenInMeetingSql('n')} AND ${sharedRowSql('i')}`;

const readsAnnexes = (): boolean => grantFor(requestContext().user.role, 'MEDICAL_ANNEX', 'READ') !== undefined;

/** The medical annex of an edition, in the order of the minutes. */
export const annexRows = async (meetingId: string, edition: number): Promise<AnnexRow[]> =>
  readsAnnexes()
    ? query<AnnexRow>(
        `${annexSql(`i.place, i.id AS "itemId", n.client_id AS "clientId", c.birth_date AS "birthDate", v.text, v.changed_by AS "changedBy",
           ctx.utc(v.changed_at) AS "changedAt", jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix,
           'family', c.family_name, 'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name`)}
         ORDER BY i.place, i.id`,
        [meetingId, edition],
      )
    : [];

/** Whether it has anything for the person at hand, without a word of it. */
export async function isThereMedicalAnnex(meetingId: string, edition: number): Promise<boolean> {
  return readsAnnexes() && (await query(`${annexSql('1')} LIMIT 1`, [meetingId, edition])).length > 0;
}
