import type { ActionFact, AssignmentFact, ContactFact, GoalFact, PlanFact, SignalFact } from '@samenoud/domain';
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
     WHERE a.practice_id = ctx.practice_id() AND a.client_id = ANY ($1::uuid[]) AND ${sharedSql('a', 'a.client_id', 3)}
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

export const contactsOf = (_ids: readonly string[]): Promise<OfClient<ContactFact>[]> => Promise.resolve([]);
export const plansOf = (_ids: readonly string[]): Promise<OfClient<PlanFact & { goals: GoalFact[] }>[]> =>
  Promise.resolve([]);

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

export const signalsOf = (_ids: readonly string[]): Promise<OfClient<SignalFact>[]> => Promise.resolve([]);
