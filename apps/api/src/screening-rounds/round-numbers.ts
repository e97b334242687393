import {
  type Funnel,
  type FunnelRow,
  funnelOf,
  INVITATION_STATES,
  type NextStepFacts,
  nextStepOf,
} from '@samenoud/domain';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query } from '../platform/request/request-context.ts';

export interface RoundNumbers {
  readonly funnel: Funnel;
  readonly states: Readonly<Record<string, number>>;
  /** Who did not answer and can still be reached: by phone, or once the address is known. */
  readonly toReach: { readonly phone: number; readonly findAddress: number };
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

type ReachRow = Omit<NextStepFacts, 'round'> & { readonly roundId: string; readonly count: number };

/** What the next step of those who did not answer depends on; few rows, as letters go by wave. */
const REACH = (): string => `SELECT i.round_id AS "roundId", i.state, c.no_post AS "noPost", i.sent_on AS "sentOn",
    i.reminded_1_on AS "reminded1On", i.reminded_2_on AS "reminded2On", i.phoned_on AS "phonedOn",
    i.undeliverable_on AS "undeliverableOn", count(*)::integer AS count
  FROM care.screening_invitation i
  JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
  WHERE i.practice_id = ctx.practice_id() AND ($1::uuid IS NULL OR i.round_id = $1)
    AND i.state IN ('SENT', 'REMINDED', 'UNDELIVERABLE')
    AND ${relatedSql('c', 'SCREENING')} AND ${sharedSql('i', 'i.client_id', 1)}
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`;

/** The days of the round say when, not what. */
const ANY_ROUND: NextStepFacts['round'] = { returnBy: '', invitationOn: null, reminder1On: null, reminder2On: null };

function toReach(rows: readonly ReachRow[]): RoundNumbers['toReach'] {
  const steps = rows.map((row) => ({ ...row, code: nextStepOf({ ...row, round: ANY_ROUND })?.code }));
  const having = (code: string): number => sum(steps.filter((step) => step.code === code));
  return { phone: having('PHONE'), findAddress: having('FIND_ADDRESS') };
}

/** Funnel and states of one round, or of all, over the clients the person at hand sees. */
export async function roundNumbers(roundId: string | null = null): Promise<(id: string) => RoundNumbers> {
  const rows = await query<FunnelRow & { roundId: string }>(NUMBERS(), [roundId]);
  const reach = await query<ReachRow>(REACH(), [roundId]);
  return (id) => {
    const own = rows.filter((row) => row.roundId === id);
    const states = INVITATION_STATES.map((state) => [state, sum(own.filter((row) => row.state === state))]);
    return {
      funnel: funnelOf(own),
      states: Object.fromEntries(states),
      toReach: toReach(reach.filter((row) => row.roundId === id)),
    };
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

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);
