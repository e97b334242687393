import { type Funnel, type FunnelRow, funnelOf, INVITATION_STATES } from '@samenoud/domain';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query } from '../platform/request/request-context.ts';

export interface RoundNumbers {
  readonly funnel: Funnel;
  readonly states: Readonly<Record<string, number>>;
}

/** A completed response with at least one valid answer: of the invitation `i`, its response `f` and assessment `s`. */
const ANSWERED = `coalesce(f.status = 'COMPLETED' AND i.before_response IS NOT NULL
      AND NOT (i.state IN ('RECEIVED_INCOMPLETE', 'NOT_RETURNED') AND coalesce(s.empty_form, false)), false)`;
const ITS_RESPONSE = `LEFT JOIN care.response f ON f.practice_id = i.practice_id AND f.id = i.response_id
  LEFT JOIN care.assessment s ON s.practice_id = i.practice_id AND s.response_id = i.response_id`;

const NUMBERS = (): string => `SELECT i.round_id AS "roundId", i.state, i.sent_on IS NOT NULL AS "isSent",
    coalesce(i.reminded_1_on, i.reminded_2_on) IS NOT NULL AS "isReminded",
    ${ANSWERED} AS "isAnswered",
    count(*)::integer AS count
  FROM care.screening_invitation i
  JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
  ${ITS_RESPONSE}
  WHERE i.practice_id = ctx.practice_id() AND ($1::uuid IS NULL OR i.round_id = $1)
    AND ${relatedSql('c', 'SCREENING')} AND ${sharedSql('i', 'i.client_id', 1)}
  GROUP BY 1, 2, 3, 4, 5`;

/** Funnel and states of one round, or of all, over the clients the person at hand sees. */
export async function roundNumbers(roundId: string | null = null): Promise<(id: string) => RoundNumbers> {
  const rows = await query<FunnelRow & { roundId: string }>(NUMBERS(), [roundId]);
  return (id) => {
    const own = rows.filter((row) => row.roundId === id);
    const states = INVITATION_STATES.map((state) => [state, sum(own.filter((row) => row.state === state))]);
    return { funnel: funnelOf(own), states: Object.fromEntries(states) };
  };
}

/** The invitations of a round that were answered; by their ids. */
export async function answeredIn(roundId: string): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(
    `SELECT i.id FROM care.screening_invitation i ${ITS_RESPONSE}
     WHERE i.practice_id = ctx.practice_id() AND i.round_id = $1 AND ${ANSWERED}`,
    [roundId],
  );
  return new Set(rows.map(({ id }) => id));
}

const sum = (rows: readonly FunnelRow[]): number => rows.reduce((total, { count }) => total + count, 0);
