import {
  type EligibilityFacts,
  type InvitationState,
  isLiveInvitation,
  LEFT_OUT_REASONS,
  leftOutReason,
  type LeftOutReason,
  LIVE_STATES,
} from '@samenoud/domain';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { RoundRow } from './round-row.ts';

/** What is known of a client when a round is made up. */
interface ClientFacts extends EligibilityFacts {
  readonly id: string;
  /** Invitations in open rounds that may still be live. */
  readonly open: readonly { roundId: string; state: InvitationState; returnBy: string }[] | null;
  readonly invitedIn: readonly string[] | null;
}

/** In this round: already invited, to be invited, or left out for the first reason that fits. */
export type Outcome = 'INVITED' | 'INVITE' | LeftOutReason;
export const OUTCOMES: readonly Outcome[] = ['INVITED', 'INVITE', ...LEFT_OUT_REASONS];

export interface Candidate {
  readonly clientId: string;
  readonly outcome: Outcome;
}

const FACTS = (): string => `SELECT c.id, c.birth_date AS "birthDate", c.lives_at_home AS "livesAtHome", c.status,
    c.do_not_invite_on IS NOT NULL AS "doNotInvite", c.restricted,
    jsonb_agg(jsonb_build_object('roundId', i.round_id, 'state', i.state, 'returnBy', r.return_by))
      FILTER (WHERE r.state = 'OPEN' AND i.state = ANY ($1::text[])) AS open,
    jsonb_agg(i.round_id) FILTER (WHERE i.id IS NOT NULL) AS "invitedIn"
  FROM care.client c
  LEFT JOIN care.screening_invitation i ON i.practice_id = c.practice_id AND i.client_id = c.id
  LEFT JOIN care.screening_round r ON r.practice_id = i.practice_id AND r.id = i.round_id
  WHERE c.practice_id = ctx.practice_id() AND ${relatedSql('c', 'SCREENING')} AND ${sharedSql('c', 'c.id', 1)}
  GROUP BY c.practice_id, c.id ORDER BY c.sort_name, c.birth_date, c.id`;

/** The clients of the person at hand, as far as the choice for rounds asks; sorted by name. */
export function clientFacts(): Promise<ClientFacts[]> {
  return query<ClientFacts>(FACTS(), [LIVE_STATES]);
}

/** What a round means for each client. One rule decides, whoever asks. */
export function candidatesOf(
  round: Pick<RoundRow, 'id' | 'referenceDate'>,
  clients: readonly ClientFacts[],
): Candidate[] {
  return clients.map((client) => ({ clientId: client.id, outcome: outcomeOf(round, client) }));
}

function outcomeOf(round: Pick<RoundRow, 'id' | 'referenceDate'>, client: ClientFacts): Outcome {
  if (client.invitedIn?.includes(round.id)) return 'INVITED';
  const reason = leftOutReason(client, round.referenceDate);
  if (reason) return reason;
  const { today } = requestContext();
  const isElsewhere = client.open?.some((invitation) => isLiveInvitation({ ...invitation, roundState: 'OPEN', today }));
  return isElsewhere === true ? 'IN_OTHER_ROUND' : 'INVITE';
}

/** How many are left out, per reason. */
export function leftOutCounts(candidates: readonly Candidate[]): Record<LeftOutReason, number> {
  const counts = LEFT_OUT_REASONS.map((reason) => [
    reason,
    candidates.filter(({ outcome }) => outcome === reason).length,
  ]);
  return Object.fromEntries(counts) as Record<LeftOutReason, number>;
}

/** Invited or to be invited: who was eligible. */
export function eligibleCount(candidates: readonly Candidate[]): number {
  return candidates.filter(({ outcome }) => outcome === 'INVITED' || outcome === 'INVITE').length;
}
