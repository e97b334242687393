import { Injectable } from '@nestjs/common';
import {
  type Answers,
  type Assessment,
  type CutOffs,
  type InstrumentPacks,
  isEmptyForm,
  sheetsOf,
} from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { brokenConstraint } from '../platform/http/problem-details.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';

/** What a new form starts from. */
export interface FormSettings {
  readonly gfi: string;
  readonly imesa: string;
  readonly cutOffs: CutOffs;
  readonly birthDate: string | null;
  readonly inProgressId: string | null;
}

/** A response as it is written; ids and days are decided by the caller. */
export interface NewForm {
  readonly id: string;
  readonly clientId: string;
  readonly status: 'IN_PROGRESS' | 'COMPLETED';
  readonly entryMode: 'ITEMS' | 'SCORE_ONLY';
  readonly channel: string | null;
  readonly completedOn: string | null;
  readonly completedBy: string | null;
  readonly completedWithHelpOf: string | null;
  readonly enteredBy: string;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
  readonly missingPages: readonly number[];
  readonly source?: string | null;
  readonly sourceText?: string | null;
  readonly supersedesId?: string;
  readonly amendmentReason?: string;
  readonly amendmentCode?: string | null;
  readonly movedFromId?: string;
  readonly roundId?: string | null;
  readonly answers: Answers;
  /** Of a completed form. */
  readonly scored?: ScoredForm;
}

export interface ScoredForm {
  readonly assessment: Assessment;
  readonly emptyForm: boolean;
  readonly totals?: object | null;
}

/** What the practice calls the profiles now, to be kept with a result; a result that has its labels keeps those. */
const WITH_LABELS = `(SELECT jsonb_build_object('labels', p.profile_labels) FROM care.practice p WHERE p.id = ctx.practice_id()) ||`;

export const INSERT_FORM = `WITH f AS (SELECT * FROM jsonb_to_record($1::jsonb) AS f (id uuid, "clientId" uuid, status text, "entryMode" text, channel text,
    "completedOn" date, "completedBy" text, "completedWithHelpOf" text, "enteredBy" uuid, "gfiVersion" text, "imesaVersion" text,
    source text, "sourceText" text, "supersedesId" uuid, "amendmentReason" text, "amendmentCode" text, "movedFromId" uuid, "roundId" uuid,
    sheets jsonb, scored jsonb)),
  head AS (INSERT INTO care.response (practice_id, id, client_id, version, owner_org_id, status, entry_mode, channel, completed_on,
      completed_by, completed_with_help_of, completed_at, entered_by, gfi_version, imesa_version, missing_pages, source, source_text,
      supersedes_id, amendment_reason, amendment_code, moved_from_id, round_id)
    SELECT ctx.practice_id(), id, "clientId", 1, ctx.org_id(), status, "entryMode", channel, "completedOn", "completedBy",
      "completedWithHelpOf", CASE WHEN status = 'COMPLETED' THEN ctx.now() END, "enteredBy", "gfiVersion", "imesaVersion", $2::smallint[],
      source, "sourceText", "supersedesId", "amendmentReason", "amendmentCode", "movedFromId", "roundId" FROM f),
  sheet AS (INSERT INTO care.answer_sheet (practice_id, response_id, category, client_id, owner_org_id, answers)
    SELECT ctx.practice_id(), f.id, s.key::smallint, f."clientId", ctx.org_id(), s.value FROM f, jsonb_each(f.sheets) AS s)
  INSERT INTO care.assessment (practice_id, response_id, client_id, owner_org_id, result, totals, gfi_lower, gfi_upper, imesa_lower,
    imesa_upper, proposed_profile, empty_form)
  SELECT ctx.practice_id(), id, "clientId", ctx.org_id(), ${WITH_LABELS} (scored -> 'assessment'), scored -> 'totals',
    (scored #>> '{assessment,instruments,gfi,lower}')::smallint, (scored #>> '{assessment,instruments,gfi,upper}')::smallint,
    (scored #>> '{assessment,instruments,imesa,lower}')::smallint, (scored #>> '{assessment,instruments,imesa,upper}')::smallint,
    scored #>> '{assessment,proposedProfile}', (scored ->> 'emptyForm')::boolean FROM f WHERE scored IS NOT NULL`;

export const SETTINGS = `SELECT p.cut_offs AS "cutOffs", care.response_in_progress($1) AS "inProgressId",
  (SELECT birth_date FROM care.client WHERE practice_id = ctx.practice_id() AND id = $1) AS "birthDate",
  (SELECT instrument_version FROM care.instrument_version WHERE practice_id = p.id AND instrument = 'gfi' AND active) AS gfi,
  (SELECT instrument_version FROM care.instrument_version WHERE practice_id = p.id AND instrument = 'imesa' AND active) AS imesa
  FROM care.practice p WHERE p.id = ctx.practice_id()`;

/** Writes forms with as few round trips as can be; decides nothing. */
@Injectable()
export class FormStore {
  /** Versions and cut-offs for a new form of this client, and whether one is begun already. */
  settings(clientId: string): Promise<FormSettings> {
    return queryOne<FormSettings>(SETTINGS, [clientId]);
  }

  async insert({ answers, missingPages, ...form }: NewForm): Promise<void> {
    const sheets = form.entryMode === 'ITEMS' ? sheetsOf(answers) : {};
    const values = [JSON.stringify({ ...form, sheets }), [...missingPages]];
    if (form.status === 'IN_PROGRESS') return this.insertAlone(form.clientId, values);
    await query(INSERT_FORM, values);
    await this.refreshProfile(form.clientId);
  }

  /** Another may begin a form in the same moment: then this one is not written, and hers is named. */
  private async insertAlone(clientId: string, values: readonly unknown[]): Promise<void> {
    await query('SAVEPOINT before_form');
    try {
      await query(INSERT_FORM, values);
    } catch (error) {
      if (brokenConstraint(error) !== 'response_in_progress_key') throw error;
      await query('ROLLBACK TO SAVEPOINT before_form');
      const { inProgressId } = await this.settings(clientId);
      throw new DomainError('RESPONSE_IN_PROGRESS', { extra: { responseId: inProgressId } });
    }
  }

  async insertAssessment(responseId: string, clientId: string, { assessment, emptyForm }: ScoredForm): Promise<void> {
    const { gfi, imesa } = assessment.instruments;
    await query(
      `INSERT INTO care.assessment (practice_id, response_id, client_id, owner_org_id, result, gfi_lower, gfi_upper, imesa_lower,
         imesa_upper, proposed_profile, empty_form) VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), ${WITH_LABELS} $3::jsonb, $4, $5, $6, $7, $8, $9)`,
      [
        responseId,
        clientId,
        JSON.stringify(assessment),
        gfi.lower,
        gfi.upper,
        imesa.lower,
        imesa.upper,
        assessment.proposedProfile,
        emptyForm,
      ],
    );
    await this.refreshProfile(clientId);
  }

  /** Merges answers into the sheets of a form whose head the caller has just changed. */
  async mergeAnswers(responseId: string, answers: Answers): Promise<void> {
    await query(
      `UPDATE care.answer_sheet s SET answers = s.answers || n.value FROM jsonb_each($2::jsonb) AS n
       WHERE s.practice_id = ctx.practice_id() AND s.response_id = $1 AND s.category = n.key::smallint`,
      [responseId, JSON.stringify(sheetsOf(answers))],
    );
  }

  /** The client's remark goes with her form, to the one that supersedes it or to the right record. */
  async copyRemark(fromResponseId: string, to: { responseId: string; clientId: string }): Promise<void> {
    await query(
      `INSERT INTO care.response_remark (practice_id, response_id, client_id, owner_org_id, remark, urgent_call_to, urgent_call_at,
         read_due_on, read_by, read_at)
       SELECT practice_id, $2, $3, ctx.org_id(), remark, urgent_call_to, urgent_call_at, read_due_on, read_by, read_at
       FROM care.response_remark
       WHERE practice_id = ctx.practice_id() AND response_id = $1`,
      [fromResponseId, to.responseId, to.clientId],
    );
  }

  /** What the client wrote online is to be read by this day. */
  async remarkToRead(responseId: string, dueOn: string): Promise<void> {
    await query(
      `UPDATE care.response_remark SET read_due_on = $2
       WHERE practice_id = ctx.practice_id() AND response_id = $1 AND remark <> ''`,
      [responseId, dueOn],
    );
  }

  async refreshProfile(clientId: string): Promise<void> {
    await query('SELECT care.refresh_client_profile($1)', [clientId]);
  }
}

export function scoredForm(assessment: Assessment, answers: Answers, packs: InstrumentPacks): ScoredForm {
  return { assessment, emptyForm: isEmptyForm(answers, packs) };
}

/** Who types. */
export const typist = (): string => requestContext().user.userId;
