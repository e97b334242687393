import { query } from '../platform/request/request-context.ts';
import type { EditionHead } from './care-plan.dto.ts';

/** Editions of a plan, newest first, with the agreement each rests on. */
export const editionsOf = (planId: string): Promise<EditionHead[]> =>
  query<EditionHead>(
    `SELECT edition, jsonb_build_object('by', agreement_by, 'on', agreement_on, 'how', agreement_how) AS agreement,
       adopted_by AS "adoptedBy", ctx.utc(adopted_at) AS "adoptedAt"
     FROM care.care_plan_edition WHERE practice_id = ctx.practice_id() AND plan_id = $1 ORDER BY edition DESC`,
    [planId],
  );
