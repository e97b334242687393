import { Injectable } from '@nestjs/common';
import { DUPLICATE_LIKELIHOODS, duplicateLikelihood } from '@samenoud/domain';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { MergeCandidate, MergeCandidates as CandidatesView } from './merge.dto.ts';
import { PERSON_JSON, type PersonRow, personView } from './merge-person.ts';

const MOST = 200;

/** Born on one day, not both with a BSN, and something in the name or the place the same; shielded records left out. */
const PAIRS = `SELECT ${PERSON_JSON('a')} AS one, ${PERSON_JSON('b')} AS other
  FROM care.client a JOIN care.client b ON b.practice_id = a.practice_id AND b.birth_date = a.birth_date AND b.id > a.id
  WHERE a.practice_id = ctx.practice_id() AND NOT (a.restricted OR b.restricted) AND (a.bsn_bidx IS NULL OR b.bsn_bidx IS NULL)
    AND NOT EXISTS (SELECT FROM care.merge m WHERE m.practice_id = a.practice_id AND m.state = 'PROPOSED'
      AND (m.survivor_id IN (a.id, b.id) OR m.merged_id IN (a.id, b.id)))
  ORDER BY a.sort_name, a.id, b.id LIMIT 5000`;

/** Records that may be doubles; a suggestion to look at, never more. */
@Injectable()
export class MergeCandidates {
  async list(): Promise<CandidatesView> {
    const pairs = await query<{ one: PersonRow; other: PersonRow }>(PAIRS);
    const found = pairs.flatMap(({ one, other }): MergeCandidate[] => {
      const likelihood = duplicateLikelihood(one, other);
      return likelihood === null ? [] : [{ persons: [personView(one), personView(other)], likelihood }];
    });
    const order = ({ likelihood }: MergeCandidate): number => DUPLICATE_LIKELIHOODS.indexOf(likelihood);
    const items = found.toSorted((a, b) => order(a) - order(b)).slice(0, MOST);
    const ids = [...new Set(items.flatMap(({ persons }) => persons.map(({ id }) => id)))];
    requestContext().log.push({
      type: 'SEARCH_DUPLICATES',
      action: 'R',
      objectType: 'MERGE',
      query: { ids },
      category: 1,
    });
    return { items };
  }
}
