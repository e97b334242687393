import { Injectable } from '@nestjs/common';
import {
  addMonths, comparedName, type Day, LOG_REVIEW_LIMITS, type LogPattern, ORDINARY_SAMPLE, patternsOf, type VisitFacts,
  WORKING_HOURS, type WorkplaceKind,
} from '@samenoud/domain'; // prettier-ignore
import { query, queryOne } from '../platform/request/request-context.ts';

/** A visit, or an hour of many, with the first row of the log that it stands on. */
export interface Found {
  readonly userId: string;
  readonly role: string;
  readonly clientId: string | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly firstSeq: number;
  readonly acts: number;
  readonly clients: number;
}

export type Hit = Found & { readonly patterns: readonly LogPattern[] };

export interface Detected {
  readonly acts: number;
  readonly visits: number;
  readonly hits: readonly Hit[];
  readonly ordinary: readonly Hit[];
}

interface Person {
  readonly userId: string;
  readonly displayName: string;
  readonly phone: string | null;
  readonly since: string;
  readonly kind: WorkplaceKind;
}

interface Reviewed {
  readonly acts: number;
  readonly visits: number;
  readonly candidates: readonly (Found & { readonly facts: VisitFacts })[];
  readonly crowds: readonly Found[];
  readonly ordinary: readonly Found[];
}

const PEOPLE = `SELECT m.id AS "userId", m.display_name AS "displayName", m.phone, ctx.utc(lower(m.valid)) AS since, o.kind
  FROM care.membership m JOIN care.organisation o ON o.practice_id = m.practice_id AND o.id = m.organisation_id
  WHERE m.practice_id = ctx.practice_id()`;

const REVIEW = `SELECT audit.review($1::date::timestamp AT TIME ZONE 'Europe/Amsterdam', $2::date::timestamp AT TIME ZONE 'Europe/Amsterdam',
  $3, $4, $5) AS found`;

const MOST_TIME = '60s';

/** Goes through the log of a month. The database gathers the facts, and logs that it was read; the rules of the domain judge them. */
@Injectable()
export class DetectMisuse {
  async inMonth(month: Day, seed: string): Promise<Detected> {
    // a month of a whole region takes longer than a screen may wait for
    await query(`SELECT set_config('statement_timeout', $1, true)`, [MOST_TIME]);
    const people = (await query<Person>(PEOPLE)).map(compared);
    const { found } = await queryOne<{ found: Reviewed }>(REVIEW, [
      month,
      addMonths(month, 1),
      JSON.stringify(people),
      JSON.stringify({ ...LOG_REVIEW_LIMITS, seed, ordinary: ORDINARY_SAMPLE }),
      JSON.stringify({ view: 'REVIEW', type: 'REVIEW_ACCESS_LOG', action: 'R', rule: 'ACCESS_LOG_OVERVIEWS.CREATE.LOG_OFFICER', relation: 'TENANT' }), // prettier-ignore
    ]);
    const judged = found.candidates.map(({ facts, ...visit }): Hit => ({ ...visit, patterns: patternsOf(facts) }));
    return {
      acts: found.acts,
      visits: found.visits,
      hits: [
        ...judged.filter(({ patterns }) => patterns.length > 0),
        ...found.crowds.map((crowd): Hit => ({ ...crowd, patterns: ['MANY_AN_HOUR'] })),
      ],
      ordinary: found.ordinary.map((visit): Hit => ({ ...visit, patterns: [] })),
    };
  }
}

const compared = ({ displayName, kind, ...person }: Person): object => ({
  ...person,
  ...comparedName(displayName),
  ...WORKING_HOURS[kind],
});
