import { Injectable } from '@nestjs/common';
import {
  type Answers,
  compareAnswers,
  type ComparedAnswers,
  type CompletedForm,
  type FormOfRecord,
  type FormWithPacks,
} from '@samenoud/domain';
import { Instruments } from '../instruments/instruments.service.ts';
import { sharedRowSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query } from '../platform/request/request-context.ts';

type Assessed = NonNullable<FormOfRecord['assessment']>;

interface FormRow extends Pick<FormOfRecord, 'status' | 'entryMode' | 'completedOn' | 'completedAt'> {
  readonly completedOn: string;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
  readonly sheets: readonly Answers[] | null;
  readonly assessment: (Assessed & { readonly instruments: Record<'gfi' | 'imesa', Total> }) | null;
}

interface Total {
  readonly lower: number;
  readonly upper: number;
}

/** A form beside the one before it, as far as both are shared with the person at hand. */
export interface ResponseChange {
  readonly responseId: string;
  readonly completedOn: string;
  readonly previousOn: string | null;
  readonly now: Readonly<Record<'gfi' | 'imesa', Total>> | null;
  readonly before: Readonly<Record<'gfi' | 'imesa', Total>> | null;
  readonly compared: 'FIRST_FORM' | 'TOTALS_ONLY' | 'ANSWERS';
  readonly changes: readonly ComparedAnswers[];
  /** Whether an answer of either form is not shared. */
  readonly isPartHidden: boolean;
}

const SHEETS_OF_FORM = 2;

/** SQL without parameters: a form `alias` with what is shared of it. */
const formSql = (
  alias: string,
): string => `jsonb_build_object('status', ${alias}.status, 'entryMode', ${alias}.entry_mode,
  'completedOn', ${alias}.completed_on, 'completedAt', ${alias}.completed_at, 'gfiVersion', ${alias}.gfi_version,
  'imesaVersion', ${alias}.imesa_version,
  'sheets', (SELECT jsonb_agg(s.answers) FROM care.answer_sheet s WHERE s.practice_id = ${alias}.practice_id
    AND s.response_id = ${alias}.id AND ${sharedRowSql('s')}),
  'assessment', (SELECT a.result FROM care.assessment a WHERE a.practice_id = ${alias}.practice_id
    AND a.response_id = ${alias}.id AND ${sharedRowSql('a')}))`;

/** What changed in the answers since the form before, for many clients at once. Who asks has noted in the log whom it is about. */
@Injectable()
export class ResponseChanges {
  constructor(private readonly instruments: Instruments) {}

  async of(responseIds: readonly string[]): Promise<ReadonlyMap<string, ResponseChange>> {
    const rows = await query<{ id: string; now: FormRow; before: FormRow | null }>(
      `SELECT n.id, ${formSql('n')} AS now, CASE WHEN p.id IS NOT NULL THEN ${formSql('p')} END AS before
       FROM care.response n LEFT JOIN LATERAL (SELECT o.* FROM care.response o
           JOIN care.assessment e ON e.practice_id = o.practice_id AND e.response_id = o.id AND NOT e.empty_form
         WHERE o.practice_id = n.practice_id AND o.client_id = n.client_id AND o.status = 'COMPLETED'
           AND (o.completed_on, o.completed_at) < (n.completed_on, n.completed_at) AND ${sharedSql('o', 'o.client_id', 1)}
         ORDER BY o.completed_on DESC, o.completed_at DESC, o.id DESC LIMIT 1) p ON true
       WHERE n.practice_id = ctx.practice_id() AND n.id = ANY ($1::uuid[]) AND n.status = 'COMPLETED'
         AND ${sharedSql('n', 'n.client_id', 1)}`,
      [responseIds],
    );
    const changes = new Map<string, ResponseChange>();
    for (const { id, now, before } of rows) changes.set(id, await this.change(id, now, before));
    return changes;
  }

  private async change(responseId: string, now: FormRow, before: FormRow | null): Promise<ResponseChange> {
    const head = {
      responseId,
      completedOn: now.completedOn,
      previousOn: before?.completedOn ?? null,
      now: now.assessment?.instruments ?? null,
      before: before?.assessment?.instruments ?? null,
      isPartHidden: [now, before].some((form) => form !== null && isPartHidden(form)),
    };
    if (before === null) return { ...head, compared: 'FIRST_FORM', changes: [] };
    const [newest, previous] = [await this.withPacks(now), await this.withPacks(before)];
    const compared = newest && previous && compareAnswers(newest, previous);
    if (compared === undefined) return { ...head, compared: 'TOTALS_ONLY', changes: [] };
    return { ...head, compared: 'ANSWERS', changes: compared.filter(({ isChanged }) => isChanged) };
  }

  private async withPacks(form: FormRow): Promise<FormWithPacks | undefined> {
    const { gfiVersion: gfi, imesaVersion: imesa, sheets, assessment, ...head } = form;
    if (assessment === null) return undefined;
    const answers: Answers = Object.assign({}, ...(sheets ?? [])); // never those in the score, of which some may not be shared
    const hidden = isPartHidden(form) ? [{ pointer: '/answers' }] : [];
    const response: CompletedForm<FormOfRecord> = { ...head, answers, assessment, hidden };
    return { response, packs: await this.instruments.packs({ gfi, imesa }) };
  }
}

const isPartHidden = ({ entryMode, sheets, assessment }: FormRow): boolean =>
  assessment === null || (entryMode !== 'SCORE_ONLY' && (sheets?.length ?? 0) < SHEETS_OF_FORM);
