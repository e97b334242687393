import {
  dayOfInstant,
  type Day,
  type HisFacts,
  type HisTotals,
  type Profile,
  type ProfileLabels,
} from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { queryOne } from '../platform/request/request-context.ts';

interface FactRow {
  readonly rescreenIntervalMonths: number;
  readonly caseManager: HisFacts['caseManager'];
  readonly assignment: {
    readonly profile: Profile;
    readonly labels: ProfileLabels;
    readonly assignedOn: Day;
    readonly returnedOn: Day | null;
    readonly totals: HisTotals | null;
  } | null;
  readonly invitation: {
    readonly state: string;
    readonly sentOn: Day | null;
    readonly returnBy: Day;
    readonly reminded1On: Day | null;
    readonly reminded2On: Day | null;
    readonly phonedOn: Day | null;
    readonly closedAt: string | null;
  } | null;
  readonly teamAgreement: HisFacts['teamAgreement'];
  readonly plan: { readonly isDiscussed: boolean; readonly nextEvaluationOn: Day | null } | null;
}

const FACTS = `SELECT p.rescreen_interval_months AS "rescreenIntervalMonths",
    (SELECT jsonb_build_object('name', m.display_name, 'role', m.role) FROM care.client c
      JOIN care.membership m ON m.practice_id = c.practice_id AND m.id = ${caseManagerSql('c')} AND m.valid @> now()
      WHERE c.practice_id = ctx.practice_id() AND c.id = $1) AS "caseManager",
    (SELECT jsonb_build_object('profile', a.profile, 'labels', a.labels, 'assignedOn', a.assigned_on, 'returnedOn', f.completed_on,
        'totals', a.basis)
      FROM care.profile_assignment a
      LEFT JOIN care.response f ON f.practice_id = a.practice_id AND f.id = a.response_id
      WHERE a.practice_id = ctx.practice_id() AND a.client_id = $1 AND a.undone_at IS NULL ORDER BY a.assigned_at DESC, a.id DESC LIMIT 1) AS assignment,
    (SELECT jsonb_build_object('state', i.state, 'sentOn', i.sent_on, 'returnBy', r.return_by, 'reminded1On', i.reminded_1_on,
        'reminded2On', i.reminded_2_on, 'phonedOn', i.phoned_on, 'closedAt', ctx.utc(r.closed_at))
      FROM care.screening_invitation i JOIN care.screening_round r ON r.practice_id = i.practice_id AND r.id = i.round_id
      WHERE i.practice_id = ctx.practice_id() AND i.client_id = $1 AND i.state <> 'CANCELLED'
      ORDER BY i.made_at DESC, i.id DESC LIMIT 1) AS invitation,
    (SELECT jsonb_build_object('isDiscussed', l.discussed_on IS NOT NULL, 'nextEvaluationOn', l.next_evaluation_on)
      FROM care.care_plan l WHERE l.practice_id = ctx.practice_id() AND l.client_id = $1 AND l.state <> 'CLOSED') AS plan,
    (SELECT jsonb_build_object('on', (m.starts_at AT TIME ZONE 'Europe/Amsterdam')::date, 'text', coalesce(a.text, d.text))
      FROM care.decision d
      JOIN care.meeting m ON m.practice_id = d.practice_id AND m.id = d.meeting_id AND m.state = 'CLOSED'
      JOIN care.agenda_reason r ON r.practice_id = d.practice_id AND r.item_id = d.item_id AND r.code = 'NOT_RETURNED'
      LEFT JOIN care.action a ON a.practice_id = d.practice_id AND a.id = d.action_id
      WHERE d.practice_id = ctx.practice_id() AND d.client_id = $1 AND d.kind IN ('ACTION', 'NOTE') AND d.reverses_id IS NULL
        AND NOT EXISTS (SELECT FROM care.decision u WHERE u.practice_id = ctx.practice_id() AND u.reverses_id = d.id)
      ORDER BY m.starts_at DESC, d.recorded_at, d.id LIMIT 1) AS "teamAgreement"
  FROM care.practice p WHERE p.id = ctx.practice_id()`;

/** States in which a closed round ended without a valid response of somebody who is still there. */
const WITHOUT_RESPONSE: readonly string[] = ['NOT_RETURNED', 'REFUSED', 'NOT_REACHED', 'UNDELIVERABLE', 'ADMITTED'];

/** What is known of a client for the texts to her GP's own system. */
export async function hisFactsOf(clientId: string): Promise<HisFacts> {
  const facts = await queryOne<FactRow>(FACTS, [clientId]);
  const { rescreenIntervalMonths, caseManager, assignment, invitation, plan, teamAgreement } = facts;
  const notReturned = invitation && notReturnedOn(invitation);
  return {
    rescreenIntervalMonths,
    caseManager,
    assignment: assignment && { ...assignment, label: assignment.labels[assignment.profile] },
    invitation: invitation && {
      ...invitation,
      notReturnedOn: notReturned,
      isRefused: invitation.state === 'REFUSED',
    },
    isPlanDiscussed: plan?.isDiscussed ?? false,
    nextEvaluationOn: plan?.nextEvaluationOn ?? null,
    // of the round before this one it says nothing any more
    teamAgreement: teamAgreement && notReturned !== null && teamAgreement.on >= notReturned ? teamAgreement : null,
  };
}

function notReturnedOn({ state, closedAt }: NonNullable<FactRow['invitation']>): Day | null {
  return closedAt !== null && WITHOUT_RESPONSE.includes(state) ? dayOfInstant(closedAt) : null;
}
