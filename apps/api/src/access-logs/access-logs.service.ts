import { Injectable } from '@nestjs/common';
import { type Day, grantFor, type Resource } from '@samenoud/domain';
import type { AccessLogPage } from '../platform/access-log/access-log-page.dto.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type {
  LogByClientQuery, LogByDayQuery, LogByEmployeeQuery, LogEmployee, LogEmployeeList, LogFilter, LogPageQuery,
} from './access-log.dto.ts'; // prettier-ignore
import type { ExportLog } from './log-export.dto.ts';
import { logEvent, type LogRow } from './log-row.ts';
import { organisationNames } from './organisation-names.ts';

interface Wanted {
  readonly view: 'CLIENT' | 'DAY' | 'EMPLOYEE' | 'REVIEW' | 'FILE';
  readonly clientId?: string | undefined;
  readonly userId?: string | undefined;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly rule: string;
  readonly relation: string;
}

type Part = LogPageQuery & LogFilter;

const DEFAULT_LIMIT = 50;
const MOST_OF_A_LINE = 200;

const READ = `SELECT audit.read_log(jsonb_build_object('clients', CASE WHEN $1::uuid IS NOT NULL THEN to_jsonb(care.records_of($1::uuid)) END,
    'user_id', $2::uuid, 'from_at', $3::date::timestamp AT TIME ZONE 'Europe/Amsterdam',
    'until_at', ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam') || $5::jsonb, $6, $7, $8) AS log`;

/** The overviews of the access log. The database function that reads them logs the reading in the same statement. */
@Injectable()
export class AccessLogs {
  constructor(private readonly access: ClientAccess) {}

  /** Of one client. The log officer reaches every client of the tenant, the GP those of the own practice. */
  async ofClient(clientId: string, { from, until, ...part }: LogByClientQuery): Promise<AccessLogPage> {
    refuseBackwards(from, until);
    const decision = (await this.access.look(clientId)).decide('ACCESS_LOG_CLIENT', 'READ');
    if (!decision.allow) throw new DomainError(decision.code);
    const { rule, relationRule: relation } = decision;
    return this.read({ view: 'CLIENT', clientId, from, until, rule, relation }, part);
  }

  ofDay({ date, ...part }: LogByDayQuery): Promise<AccessLogPage> {
    const day = date ?? requestContext().today;
    return this.read({ view: 'DAY', from: day, until: day, ...why('ACCESS_LOG_OVERVIEWS') }, part);
  }

  /**
   * Of one person, colleague or not any more. Throws STEP_UP_REQUIRED without a fresh second factor, 400 for a period that
   * ends before it begins.
   */
  ofEmployee({ userId, from, until, ...part }: LogByEmployeeQuery): Promise<AccessLogPage> {
    requireFreshSecondFactor();
    refuseBackwards(from, until);
    return this.read({ view: 'EMPLOYEE', userId, from, until, ...why('ACCESS_LOG_OVERVIEWS') }, part);
  }

  /** What a line of the monthly review stands on: one person on one day, with one client where it is about one. */
  ofReview({ userId, clientId, day }: { userId: string; clientId: string | null; day: Day }): Promise<AccessLogPage> {
    const wanted = { view: 'REVIEW', clientId: clientId ?? undefined, userId, from: day, until: day } as const;
    return this.read({ ...wanted, ...why('ACCESS_LOG_OVERVIEWS') }, { limit: MOST_OF_A_LINE });
  }

  /** One page of a file that is made in a job. Throws NOT_FOUND for a client of another practice. */
  async ofExport(asked: ExportLog, page: LogPageQuery): Promise<AccessLogPage> {
    const { userId, clientId, from, until, ...filter } = asked;
    if (clientId !== undefined) await this.access.look(clientId);
    const wanted = { view: 'FILE', clientId, userId, from, until } as const;
    return this.read({ ...wanted, ...why('ACCESS_LOG_OVERVIEWS') }, { ...filter, ...page });
  }

  async employees(): Promise<LogEmployeeList> {
    const items = await query<LogEmployee>(
      `SELECT m.id AS "userId", m.display_name AS "displayName", m.role, o.name AS organisation, NOT m.valid @> now() AS left
       FROM care.membership m
       JOIN care.organisation o ON o.practice_id = m.practice_id AND o.id = m.organisation_id
       WHERE m.practice_id = ctx.practice_id() ORDER BY NOT m.valid @> now(), m.display_name, m.id LIMIT 2000`,
    );
    requestContext().log.push({ type: 'LIST_EMPLOYEES', action: 'R', objectType: 'USERS', purpose: 'AUDIT' });
    return { items };
  }

  private async read(wanted: Wanted, { limit = DEFAULT_LIMIT, cursor, ...filter }: Part): Promise<AccessLogPage> {
    const { view, rule, relation } = wanted;
    const { log } = await queryOne<{ log: { total: number; events: LogRow[] } }>(READ, [
      wanted.clientId ?? null,
      wanted.userId ?? null,
      wanted.from ?? null,
      wanted.until ?? null,
      JSON.stringify(filter),
      cursor ?? null,
      limit + 1,
      JSON.stringify({ view, type: 'READ_ACCESS_LOG', action: 'R', rule, relation }),
    ]);
    const shown = log.events.slice(0, limit);
    const more = log.events.length > limit ? shown.at(-1) : undefined;
    const organisations = await organisationNames();
    return {
      items: shown.map((row) => logEvent(row, organisations)),
      nextCursor: more ? String(more.seq) : null,
      total: log.total,
    };
  }
}

function refuseBackwards(from: Day | undefined, until: Day | undefined): void {
  if (from !== undefined && until !== undefined && until < from)
    throw invalidInput({ pointer: '/until', code: 'INVALID_VALUE' });
}

function why(resource: Resource): { rule: string; relation: string } {
  const { role } = requestContext().user;
  return { rule: `${resource}.READ.${role}`, relation: grantFor(role, resource, 'READ')?.relation ?? 'TENANT' };
}
