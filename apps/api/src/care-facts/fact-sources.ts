import type {
  ActionFact,
  AssignmentFact,
  ContactFact,
  GoalFact,
  PlanFact,
  ReferralFact,
  SignalFact,
} from '@samenoud/domain';
import { sharedRowSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query } from '../platform/request/request-context.ts';

/** Rows of the clients `$1` that this person may see, by client. */
export type ByClient<Fact> = ReadonlyMap<string, readonly Fact[]>;
type OfClient<Fact> = Fact & { readonly clientId: string };

/** The rows of a statement by client, in the order they came. */
export function byClient<Fact extends object>(rows: readonly OfClient<Fact>[]): ByClient<Fact> {
  const found = new Map<string, Fact[]>();
  for (const row of rows) {
    const known = found.get(row.clientId);
    if (known === undefined) found.set(row.clientId, [row]);
    else known.push(row);
  }
  return found;
}

/** Day in Amsterdam of an instant in SQL. */
export const dayOfSql = (instant: string): string => `(${instant} AT TIME ZONE 'Europe/Amsterdam')::date`;

/** All assignments, oldest first. */
export const assignmentsOf = (ids: readonly string[]): Promise<OfClient<AssignmentFact>[]> =>
  query(
    `SELECT a.client_id AS "clientId", a.profile, a.assigned_on AS "assignedOn" FROM care.profile_assignment a
     WHERE a.practice_id = ctx.practice_id() AND a.client_id = ANY ($1::uuid[]) AND a.undone_at IS NULL AND ${sharedSql('a', 'a.client_id', 3)}
     ORDER BY a.assigned_at, a.id`,
    [ids],
  );

/** Days on which a hand-over to the person at hand was proposed that waits for her. */
export const handoversOf = (ids: readonly string[]): Promise<OfClient<{ proposedOn: string }>[]> =>
  query(
    `SELECT h.client_id AS "clientId", ${dayOfSql('h.proposed_at')} AS "proposedOn" FROM care.handover h
     WHERE h.practice_id = ctx.practice_id() AND h.state = 'PROPOSED' AND h.to_user_id = ctx.user_id()
       AND h.client_id = ANY ($1::uuid[])`,
    [ids],
  );

const CONTACT = `SELECT k.contact_on, k.recorded_at, k.reached, k.next_contact_on FROM care.contact_moment k
  WHERE k.practice_id = ctx.practice_id() AND k.client_id = s.id AND k.struck_at IS NULL`;

/** Of all contacts the newest, and the newest in which somebody was reached: nothing else decides. */
export const contactsOf = (ids: readonly string[]): Promise<OfClient<ContactFact>[]> => {
  const newest = (more: string): string =>
    `(${CONTACT} AND ${sharedSql('k', 's.id', 4)} ${more} ORDER BY k.contact_on DESC, k.recorded_at DESC LIMIT 1)`;
  return query(
    `SELECT s.id AS "clientId", k.contact_on AS "on", ctx.utc(k.recorded_at) AS "recordedAt", k.reached, k.next_contact_on AS "nextOn"
     FROM unnest($1::uuid[]) AS s(id) CROSS JOIN LATERAL (${newest('')} UNION ALL ${newest('AND k.reached')}) AS k`,
    [ids],
  );
};

type GoalRow = GoalFact & { readonly planId: string };

/** Plans that are not closed with their open goals, and the actions of each. */
export async function plansOf(ids: readonly string[]): Promise<OfClient<PlanFact>[]> {
  const plans = await query<OfClient<Omit<PlanFact, 'goals'>> & { readonly planId: string }>(
    `SELECT p.client_id AS "clientId", p.id AS "planId", p.state, p.next_evaluation_on AS "nextEvaluationOn",
       (SELECT ${dayOfSql('min(e.adopted_at)')} FROM care.care_plan_edition e
         WHERE e.practice_id = ctx.practice_id() AND e.plan_id = p.id AND e.edition = 1) AS "firstEditionOn"
     FROM care.care_plan p WHERE p.practice_id = ctx.practice_id() AND p.state <> 'CLOSED' AND p.client_id = ANY ($1::uuid[])
       AND ${sharedSql('p', 'p.client_id', 4)}`,
    [ids],
  );
  const goals = plans.length === 0 ? [] : await goalsOf(plans.map(({ planId }) => planId));
  return plans.map((plan) => ({ ...plan, goals: goals.filter(({ planId }) => planId === plan.planId) }));
}

const goalsOf = (planIds: readonly string[]): Promise<GoalRow[]> =>
  query(
    `SELECT g.plan_id AS "planId", g.state, ${dayOfSql('g.made_at')} AS "madeOn", g.baseline_on AS "baselineOn",
       g.target_date AS "targetDate", (SELECT coalesce(jsonb_agg(jsonb_build_object('state', a.state, 'cancelledOn',
         CASE WHEN a.state = 'CANCELLED' THEN ${dayOfSql('a.changed_at')} END)), '[]') FROM care.action a
         WHERE a.practice_id = ctx.practice_id() AND a.goal_id = g.id) AS actions
     FROM care.goal g WHERE g.practice_id = ctx.practice_id() AND g.state = 'OPEN' AND g.plan_id = ANY ($1::uuid[])
       AND ${sharedSql('g', 'g.client_id', 4)}`,
    [planIds],
  );

/** Open actions and tasks, and since when an owner of them is gone. A membership that ends at midnight ends the day before. */
export const actionsOf = (ids: readonly string[]): Promise<OfClient<ActionFact>[]> =>
  query(
    `SELECT a.client_id AS "clientId", a.state, a.due_on AS "dueOn",
       CASE WHEN m.valid @> now() THEN NULL ELSE ${dayOfSql(`(upper(m.valid) - interval '1 microsecond')`)} END AS "ownerLeftOn"
     FROM care.action a
     LEFT JOIN care.membership m ON m.practice_id = ctx.practice_id() AND m.id = a.owner_user_id
     WHERE a.practice_id = ctx.practice_id() AND a.state = 'OPEN' AND a.client_id = ANY ($1::uuid[]) AND ${sharedRowSql('a')}`,
    [ids],
  );

/** Signals that are not closed and that nobody judged. */
export const signalsOf = (ids: readonly string[]): Promise<OfClient<SignalFact>[]> =>
  query(
    `SELECT n.client_id AS "clientId", false AS "isClosed", false AS "hasVerdict", ${dayOfSql('n.recorded_at')} AS "recordedOn",
       n.urgency = 'URGENT' AS urgent FROM care.signal n
     WHERE n.practice_id = ctx.practice_id() AND n.state <> 'CLOSED' AND n.verdict IS NULL AND n.client_id = ANY ($1::uuid[])
       AND ${sharedRowSql('n')}`,
    [ids],
  );

/** Referrals of which nothing was heard. */
export const referralsOf = (ids: readonly string[]): Promise<OfClient<ReferralFact>[]> =>
  query(
    `SELECT r.client_id AS "clientId", r.state, r.due_on AS "dueOn" FROM care.referral r
     WHERE r.practice_id = ctx.practice_id() AND r.state IN ('DRAFT', 'SENT') AND r.client_id = ANY ($1::uuid[])
       AND ${sharedSql('r', 'r.client_id', 4)}`,
    [ids],
  );
