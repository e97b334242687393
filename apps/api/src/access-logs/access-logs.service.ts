import { Injectable } from '@nestjs/common';
import { type Day, grantFor, type Resource } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type {
  AccessLogPage, LogByDayQuery, LogByEmployeeQuery, LogEmployee, LogEmployeeList, LogPageQuery,
} from './access-log.dto.ts'; // prettier-ignore
import { logEvent, type LogRow } from './log-row.ts';

interface Wanted {
  readonly view: 'CLIENT' | 'DAY' | 'EMPLOYEE';
  readonly clientId?: string;
  readonly userId?: string;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly rule: string;
  readonly relation: string;
}

const DEFAULT_LIMIT = 50;

const READ = `SELECT audit.read_events($1, $2, $3::date::timestamp AT TIME ZONE 'Europe/Amsterdam',
  ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam', $5, $6, $7) AS log`;

/** The overviews of the access log. The database function that reads them logs the reading in the same statement. */
@Injectable()
export class AccessLogs {
  constructor(private readonly access: ClientAccess) {}

  /** Of one client. The log officer reaches every client of the tenant, the GP those of the own practice. */
  async ofClient(clientId: string, page: LogPageQuery): Promise<AccessLogPage> {
    const decision = (await this.access.look(clientId)).decide('ACCESS_LOG_CLIENT', 'READ');
    if (!decision.allow) throw new DomainError(decision.code);
    return this.read({ view: 'CLIENT', clientId, rule: decision.rule, relation: decision.relationRule }, page);
  }

  ofDay({ date, ...page }: LogByDayQuery): Promise<AccessLogPage> {
    const day = date ?? requestContext().today;
    return this.read({ view: 'DAY', from: day, until: day, ...why('ACCESS_LOG_OVERVIEWS') }, page);
  }

  /**
   * Of one person, colleague or not any more. Throws STEP_UP_REQUIRED without a fresh second factor, 400 for a period that
   * ends before it begins.
   */
  ofEmployee({ userId, from, until, ...page }: LogByEmployeeQuery): Promise<AccessLogPage> {
    requireFreshSecondFactor();
    if (from !== undefined && until !== undefined && until < from)
      throw invalidInput({ pointer: '/until', code: 'INVALID_VALUE' });
    return this.read({ view: 'EMPLOYEE', userId, from, until, ...why('ACCESS_LOG_OVERVIEWS') }, page);
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

  private async read(wanted: Wanted, { limit = DEFAULT_LIMIT, cursor }: LogPageQuery): Promise<AccessLogPage> {
    const { view, rule, relation } = wanted;
    const { log } = await queryOne<{ log: { total: number; events: LogRow[] } }>(READ, [
      wanted.clientId ?? null,
      wanted.userId ?? null,
      wanted.from ?? null,
      wanted.until ?? null,
      cursor ?? null,
      limit + 1,
      JSON.stringify({ view, rule, relation }),
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

function why(resource: Resource): { rule: string; relation: string } {
  const { role } = requestContext().user;
  return { rule: `${resource}.READ.${role}`, relation: grantFor(role, resource, 'READ')?.relation ?? 'TENANT' };
}

async function organisationNames(): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; name: string }>(
    'SELECT id, name FROM care.organisation WHERE practice_id = ctx.practice_id()',
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
