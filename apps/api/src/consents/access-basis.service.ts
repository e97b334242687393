import { Injectable } from '@nestjs/common';
import {
  accessBasisRows,
  type CareTeam,
  type ConsentOrganisation,
  nextBasisChangeAt,
  type RegisteredRule,
} from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { query, queryOne } from '../platform/request/request-context.ts';

/** What the basis of sharing follows from. */
export interface ConsentFacts {
  readonly rules: readonly RegisteredRule[];
  readonly team: CareTeam;
  readonly organisations: readonly ConsentOrganisation[];
  /** The database's own clock: policies decide by it. */
  readonly now: string;
  /** The same, laid back where a demo or test lays back the clock of what it writes. */
  readonly laidBackNow: string;
}

interface FactsOfClient extends ConsentFacts {
  readonly clientId: string;
}

/** A client whose basis may have changed, and the members whose relation to her ended in this transaction. */
export interface BasisChange {
  readonly clientId: string;
  readonly lost: readonly string[];
}

/** Some clients of a practice share a lock: a whole caseload may then be held at once without more locks than the database keeps. */
const LOCKS = 1024;

/**
 * Now; where another request was later and went first, the moment of its change. (Rows of one request may lie a few microseconds
 * past its start.)
 */
const MOMENT = `(SELECT coalesce(max(at) FILTER (WHERE at > now() + interval '10 microseconds'), now()) FROM (
    SELECT unnest(ARRAY[valid_from, valid_until, withdrawn_at]) FROM care.consent WHERE practice_id = ctx.practice_id() AND client_id = c.id
    UNION ALL SELECT unnest(ARRAY[lower(active), upper(active)]) FROM care.team_member WHERE practice_id = ctx.practice_id() AND client_id = c.id
  ) AS changes (at) WHERE at <= clock_timestamp())`;

const FACTS = `WITH organisations AS (
    SELECT jsonb_agg(jsonb_build_object('id', id, 'kind', kind) ORDER BY kind <> 'PRACTICE', name, id) AS all_of_them,
      (jsonb_agg(id) FILTER (WHERE kind = 'PRACTICE')) -> 0 AS practice FROM care.organisation WHERE practice_id = ctx.practice_id())
  SELECT c.id AS "clientId", ctx.utc(${MOMENT}) AS now, ctx.utc(${LAID_BACK_NOW}) AS "laidBackNow",
  coalesce(o.all_of_them, '[]') AS organisations,
  jsonb_build_object('practiceOrgId', o.practice,
    'members', (SELECT coalesce(jsonb_agg(jsonb_build_object('orgId', org_id, 'activeFrom', ctx.utc(lower(active)),
      'activeUntil', ctx.utc(upper(active)))), '[]') FROM care.team_member
      WHERE practice_id = ctx.practice_id() AND client_id = c.id)) AS team,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'fromOrgId', from_org_id, 'toOrgId', to_org_id,
     'categories', to_jsonb(categories), 'validFrom', ctx.utc(valid_from), 'validUntil', ctx.utc(valid_until),
     'withdrawnAt', ctx.utc(withdrawn_at), 'recordedAt', ctx.utc(recorded_at))), '[]') FROM care.consent
    WHERE practice_id = ctx.practice_id() AND client_id = c.id) AS rules
  FROM unnest($1::uuid[]) AS c (id) CROSS JOIN organisations o`;

const factsOf = (clientIds: readonly string[]): Promise<FactsOfClient[]> => query<FactsOfClient>(FACTS, [clientIds]);

/** Ends rows that no longer hold and adds those that now do, of many clients at once, each at its own moment. */
const REWRITE = `WITH client AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, now timestamptz)),
  wanted AS (SELECT c.id AS client_id, c.now, w.* FROM jsonb_to_recordset($2::jsonb) AS w ("clientId" uuid, category smallint,
    "fromOrgId" uuid, "toOrgId" uuid, kind text, "ruleId" text, "validUntil" timestamptz) JOIN client c ON c.id = w."clientId"),
  ended AS (UPDATE care.access_basis b
    SET validity = tstzrange(lower(b.validity), greatest(c.now, lower(b.validity) + interval '1 microsecond'))
    FROM client c WHERE b.practice_id = ctx.practice_id() AND b.client_id = c.id AND coalesce(upper(b.validity) > c.now, true)
      AND NOT EXISTS (SELECT FROM wanted w WHERE w.client_id = b.client_id AND w.category = b.category
        AND w."fromOrgId" = b.from_org_id AND w."toOrgId" = b.to_org_id
        AND w."ruleId" = b.rule_id AND w."validUntil" IS NOT DISTINCT FROM upper(b.validity)))
  INSERT INTO care.access_basis (practice_id, client_id, category, from_org_id, to_org_id, rule_id, kind, validity)
  SELECT ctx.practice_id(), w.client_id, w.category, w."fromOrgId", w."toOrgId", w."ruleId", w.kind, tstzrange(w.now, w."validUntil")
  FROM wanted w WHERE NOT EXISTS (SELECT FROM care.access_basis b WHERE b.practice_id = ctx.practice_id()
    AND b.client_id = w.client_id AND b.category = w.category AND b.from_org_id = w."fromOrgId" AND b.to_org_id = w."toOrgId"
    AND b.rule_id = w."ruleId" AND coalesce(upper(b.validity) > w.now, true) AND upper(b.validity) IS NOT DISTINCT FROM w."validUntil")`;

/** Keeps `access_basis` equal to what team and consent register say; called in the transaction of each change of either. */
@Injectable()
export class AccessBasis {
  constructor(private readonly events: LiveEvents) {}

  /**
   * Lets one request at a time change or decide by the facts of these clients, until it ends. Call it before those facts are read
   * and before a row of the client is changed; several clients in one call, as two calls may wait for each other.
   */
  async hold(...clientIds: readonly string[]): Promise<void> {
    await query(
      `SELECT pg_advisory_xact_lock(hashtext('access-basis ' || ctx.practice_id()), place) FROM (
         SELECT DISTINCT (hashtextextended(id, 0) & $2)::integer AS place FROM unnest($1::text[]) AS id ORDER BY 1) AS places`,
      [clientIds, LOCKS - 1],
    );
  }

  facts(clientId: string): Promise<ConsentFacts> {
    return queryOne<ConsentFacts>(FACTS, [[clientId]]);
  }

  /** The first rows of new records that have the same team and no consents yet. */
  async startAlike(clientIds: readonly string[]): Promise<void> {
    const [first] = clientIds;
    if (first === undefined) return;
    const { rules, team, organisations, now } = await this.facts(first);
    await query(
      `INSERT INTO care.access_basis (practice_id, client_id, category, from_org_id, to_org_id, rule_id, kind, validity)
       SELECT ctx.practice_id(), c, w.category, w."fromOrgId", w."toOrgId", w."ruleId", w.kind, tstzrange(now(), w."validUntil")
       FROM unnest($1::uuid[]) AS c CROSS JOIN jsonb_to_recordset($2::jsonb) AS w (category smallint, "fromOrgId" uuid,
         "toOrgId" uuid, kind text, "ruleId" text, "validUntil" timestamptz)`,
      [clientIds, JSON.stringify(accessBasisRows(rules, team, organisations, now))],
    );
  }

  /** As `rewriteAll`, of one client. */
  rewrite(clientId: string, lost: readonly string[] = []): Promise<void> {
    return this.rewriteAll([{ clientId, lost }]);
  }

  /**
   * Ends rows that no longer hold and adds those that now do; rows are never removed. Open screens are told, also those of
   * members whose relation ended.
   */
  async rewriteAll(changes: readonly BasisChange[]): Promise<void> {
    if (changes.length === 0) return;
    const clientIds = changes.map(({ clientId }) => clientId);
    await this.hold(...clientIds);
    await this.events.accessChanged(changes);
    const facts = await factsOf(clientIds);
    const wanted = facts.flatMap(({ clientId, rules, team, organisations, now }) =>
      accessBasisRows(rules, team, organisations, now).map((row) => ({ ...row, clientId })),
    );
    const clients = facts.map(({ clientId, rules, team, now, laidBackNow }) => ({
      id: clientId,
      now,
      next: nextBasisChangeAt(rules, team, laidBackNow),
    }));
    await query(REWRITE, [JSON.stringify(clients), JSON.stringify(wanted)]);
    await query(
      `SELECT care.set_changes_at(c.id, c.next) FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, next timestamptz)`,
      [JSON.stringify(clients)],
    );
  }
}
