import { queryOne } from '../platform/request/request-context.ts';
import type { PracticeContact } from './public-questionnaire.dto.ts';

/** Whom to call, as it stands in the letter. */
export function practiceContact(): Promise<PracticeContact> {
  return queryOne<PracticeContact>(
    `SELECT coalesce(h.name, p.name) AS name, coalesce(h.phone, p.phone) AS phone, h.opening_hours AS "openingHours"
     FROM care.practice p LEFT JOIN care.letterhead h ON h.practice_id = p.id WHERE p.id = ctx.practice_id()`,
  );
}
