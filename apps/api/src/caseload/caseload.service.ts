import { Injectable } from '@nestjs/common';
import { grantFor } from '@samenoud/domain';
import { CareJudgement } from '../care-facts/care-facts.service.ts';
import { type ClientSearch, SearchClients } from '../clients/search-clients.service.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { profileJoin, relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { CaseloadPage, CaseloadSizes, DueOfClient } from './caseload.dto.ts';

interface Standing {
  readonly clientId: string;
  readonly userId: string;
  readonly untilOn: string;
}

/** For whom somebody stands in at this moment, of these clients. */
const STANDING = `SELECT h.client_id AS "clientId", h.from_user_id AS "userId", h.until_on AS "untilOn" FROM care.handover h
  WHERE h.practice_id = ctx.practice_id() AND h.state = 'ACCEPTED' AND h.until_on IS NOT NULL AND h.starts_at <= ctx.now()
    AND h.ends_at > ctx.now() AND h.client_id = ANY ($1::uuid[])`;

/** "Mijn caseload": whose case manager somebody is, first those at risk and overdue, each with the reasons. */
@Injectable()
export class Caseload {
  constructor(
    private readonly clients: SearchClients,
    private readonly judgement: CareJudgement,
    private readonly access: ClientAccess,
  ) {}

  /** What is due for one client, whoever her case manager is. */
  async ofClient(clientId: string): Promise<DueOfClient> {
    await this.access.open(clientId, 'IDENTITY', 'READ', { type: 'DUE' });
    const due = (await this.judgement.due([clientId])).get(clientId);
    if (due === undefined) throw new DomainError('NOT_FOUND');
    return {
      items: due.reasons.map((reason) => ({ ...reason })),
      nextContactOn: due.nextContactOn,
      ...(due.seesCare ? {} : { hidden: [{ pointer: '/items', code: 'NO_BASIS' }] }),
    };
  }

  async search(body: ClientSearch): Promise<CaseloadPage> {
    const { lines, nextCursor, total } = await this.clients.caseload(body);
    const standing = await query<Standing>(STANDING, [lines.map(({ item }) => item.id)]);
    const items = lines.map(({ item, due }) => {
      const found = standing.find(({ clientId }) => clientId === item.id);
      return {
        ...item,
        due: due.reasons.map((reason) => ({ ...reason })),
        nextContactOn: due.nextContactOn,
        standingInFor: found ? { userId: found.userId, untilOn: found.untilOn } : null,
        ...(due.seesCare ? {} : { hidden: [...(item.hidden ?? []), { pointer: '/due', code: 'NO_BASIS' }] }),
      };
    });
    return { items, nextCursor, total };
  }

  /** How many clients each case manager has; who sees her own clients only is told of herself. */
  async sizes(): Promise<CaseloadSizes> {
    const { user, log } = requestContext();
    const isOwn = grantFor(user.role, 'CLIENT_LIST', 'READ')?.relation === 'TEAM';
    const { maxCaseload } = await queryOne<{ maxCaseload: number | null }>(
      `SELECT (care_intervals ->> 'maxCaseload')::integer AS "maxCaseload" FROM care.practice WHERE id = ctx.practice_id()`,
    );
    const items = await query<CaseloadSizes['items'][number]>(
      `SELECT manager AS "userId", count(*)::integer AS clients, count(*) FILTER (WHERE profile = 'COMPLEX')::integer AS complex
       FROM (SELECT ${caseManagerSql('c')} AS manager, p.assigned_profile AS profile FROM care.client c
         ${profileJoin()}
         WHERE c.practice_id = ctx.practice_id() AND c.status IN ('ACTIVE', 'ADMITTED') AND ${relatedSql('c', 'CLIENT_LIST')}
           AND ${sharedSql('c', 'c.id', 1)}) AS one
       WHERE manager IS NOT NULL AND (NOT $1 OR manager = ctx.user_id()) GROUP BY manager ORDER BY clients DESC, manager`,
      [isOwn],
    );
    log.push({ type: 'READ_CASELOAD_SIZES', action: 'R', objectType: 'CASELOAD', query: { count: items.length } });
    return { maxCaseload, items };
  }
}
