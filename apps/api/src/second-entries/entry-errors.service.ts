import { Injectable } from '@nestjs/common';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { queryOne } from '../platform/request/request-context.ts';
import type { EntryErrorRate } from './second-entry.dto.ts';

/** Below this many forms a figure would be about one person. */
const FEWEST_FORMS = 10;

/** How often typing goes wrong: of the practice, never of a person. */
@Injectable()
export class EntryErrors {
  async rate(): Promise<EntryErrorRate> {
    const counted = await queryOne<EntryErrorRate>(
      `SELECT count(*)::integer AS forms, coalesce(sum(s.items_compared), 0)::integer AS "itemsCompared",
         coalesce(sum(s.items_different), 0)::integer AS "itemsDifferent", coalesce(sum(s.items_changed), 0)::integer AS "itemsChanged"
       FROM care.second_entry s JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = s.client_id
       WHERE s.practice_id = ctx.practice_id() AND s.state IN ('EQUAL', 'RESOLVED')
         AND ${relatedSql('c', 'SCREENING', 'UPDATE')} AND ${sharedSql('s', 'c.id', 3)}`,
    );
    if (counted.forms >= FEWEST_FORMS) return counted;
    return { forms: counted.forms, itemsCompared: null, itemsDifferent: null, itemsChanged: null };
  }
}
