import { Injectable } from '@nestjs/common';
import { readFormCode, searchQuery } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { FindForms, FoundForm, FoundForms, LookedUpForm, LookupCode } from './invitation.dto.ts';
import { invitationView, invitedClient, SELECT_SHOWN, type ShownRow } from './invitation-view.ts';

type Response = NonNullable<FoundForm['response']>;

const MOST_FOUND = 20;

/** From the paper in hand to the right client: by the code on a page, or by birth date and name where the first page is lost. */
@Injectable()
export class FindForm {
  constructor(private readonly access: ClientAccess) {}

  /** Throws 400 at /code for what is no form code, NOT_FOUND for one that was not given out here. */
  async lookup({ code }: LookupCode): Promise<LookedUpForm> {
    const read = readFormCode(code);
    if (read === null) throw invalidInput({ pointer: '/code', code: 'FORM_CODE_UNREADABLE' });
    const [row] = await query<ShownRow>(`${SELECT_SHOWN} AND i.form_code = $1`, [read.code]);
    if (!row) throw new DomainError('NOT_FOUND');
    const owned = { ownerOrgId: row.ownerOrgId, category: 1 } as const;
    await this.access.open(row.clientId, 'SCREENING', 'READ', { type: 'INVITATION', id: row.id }, owned);
    return { ...(await foundForm(row)), page: read.page };
  }

  /** Newest first per client; both names of a client count, and a prefix does not. */
  async search({ birthDate, family }: FindForms): Promise<FoundForms> {
    const { log, today } = requestContext();
    const { nameTokens } = searchQuery(family, today);
    const rows = nameTokens.length === 0 ? [] : await findRows(birthDate, nameTokens);
    log.push({
      type: 'SEARCH_FORMS',
      action: 'R',
      objectType: 'INVITATION',
      query: { criteria: ['birthDate', 'family'], ids: rows.map(({ clientId }) => clientId) },
      category: 1,
    });
    const items: FoundForm[] = [];
    for (const row of rows) items.push(await foundForm(row));
    return { items };
  }
}

function findRows(birthDate: string, nameTokens: readonly string[]): Promise<ShownRow[]> {
  const patterns = nameTokens.map((token) => `% ${token.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  return query<ShownRow>(
    `${SELECT_SHOWN} AND c.birth_date = $1 AND c.search_text LIKE ALL ($2::text[]) AND i.state <> 'CANCELLED'
       AND ${relatedSql('c', 'SCREENING')} AND ${sharedSql('i', 'i.client_id', 1)}
     ORDER BY c.sort_name, c.id, i.made_at DESC, i.id LIMIT ${MOST_FOUND}`,
    [birthDate, patterns],
  );
}

async function foundForm(row: ShownRow): Promise<FoundForm> {
  const [response] = await query<Response>(
    `SELECT f.id, f.version, f.status, f.channel, f.completed_on AS "completedOn", f.missing_pages AS "missingPages"
     FROM care.response f WHERE f.practice_id = ctx.practice_id() AND f.id = coalesce(care.response_in_progress($1), $2)`,
    [row.clientId, row.responseId],
  );
  return {
    invitation: invitationView(row),
    client: invitedClient(row),
    round: { id: row.roundId, name: row.roundName, state: row.roundState },
    instruments: { gfi: row.gfiVersion, imesa: row.imesaVersion },
    response: response ?? null,
  };
}
