import { Injectable } from '@nestjs/common';
import type { AccessAction } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { query, queryOne } from '../platform/request/request-context.ts';
import type { ClientOverviewPage, OverviewQuery } from './client-overview.dto.ts';
import { organisationNames } from './organisation-names.ts';
import { type OverviewNames, type OverviewRow, overviewLine } from './overview-line.ts';

const DEFAULT_LIMIT = 50;

/** Instants of Dutch days, as the filter of the log wants them. */
const READ = `SELECT audit.client_overview(jsonb_build_object('clients', to_jsonb(care.records_of($1::uuid)),
    'from_at', $2::date::timestamp AT TIME ZONE 'Europe/Amsterdam',
    'until_at', ($3::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'), $4, $5, $6, $7) AS log`;

const CONSENTS = `SELECT id::text, given_on AS "givenOn" FROM care.consent
  WHERE practice_id = ctx.practice_id() AND client_id = $1`;

interface Found {
  readonly total: number;
  readonly acts: number;
  readonly upto: number;
  readonly lines: readonly OverviewRow[];
}

/** Who looked, in words for the client: read through a function of the database that logs the reading. */
@Injectable()
export class ClientOverview {
  constructor(private readonly access: ClientAccess) {}

  /** Throws NOT_FOUND for a client of another practice, 400 for a period that ends before it begins. */
  async read(clientId: string, asked: OverviewQuery, action: AccessAction = 'READ'): Promise<ClientOverviewPage> {
    const { from, until, limit = DEFAULT_LIMIT, cursor } = asked;
    if (from !== undefined && until !== undefined && until < from)
      throw invalidInput({ pointer: '/until', code: 'INVALID_VALUE' });
    const place = placeOf(cursor);
    const decision = (await this.access.look(clientId)).decide('ACCESS_LOG_CLIENT', action);
    if (!decision.allow) throw new DomainError(decision.code);
    const type = action === 'EXPORT' ? 'EXPORT_ACCESS_LOG' : 'READ_ACCESS_LOG';
    const why = { view: 'OVERVIEW', type, action: 'R', rule: decision.rule, relation: decision.relationRule };
    const { log } = await queryOne<{ log: Found }>(READ, [
      clientId, from ?? null, until ?? null, place?.upto ?? null, place?.before ?? null, limit + 1, JSON.stringify(why),
    ]); // prettier-ignore
    const shown = log.lines.slice(0, limit);
    const last = log.lines.length > limit ? shown.at(-1) : undefined;
    const names = await this.names(clientId);
    return {
      items: shown.map((row) => overviewLine(row, names)),
      nextCursor: last ? `${log.upto}.${last.last_seq}` : null,
      total: log.total,
      acts: log.acts,
    };
  }

  private async names(clientId: string): Promise<OverviewNames> {
    const organisations = await organisationNames();
    const given = await query<{ id: string; givenOn: string }>(CONSENTS, [clientId]);
    const { withNames } = await queryOne<{ withNames: boolean }>(
      'SELECT log_names AS "withNames" FROM care.practice WHERE id = ctx.practice_id()',
    );
    return { organisations, consents: new Map(given.map(({ id, givenOn }) => [id, givenOn])), withNames };
  }
}

/** A cursor says until which row of the log the pages go, and where the last one ended. */
function placeOf(cursor: string | undefined): { upto: number; before: number } | undefined {
  if (cursor === undefined) return undefined;
  const parts = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor);
  if (parts === null) throw invalidInput({ pointer: '/cursor', code: 'INVALID_VALUE' });
  return { upto: Number(parts[1]), before: Number(parts[2]) };
}
