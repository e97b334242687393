import { Injectable } from '@nestjs/common';
import { answersTo, surnameKey } from '@samenoud/domain';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { FindLoggedClient, LoggedClientList } from './access-log.dto.ts';
import type { ClientNameParts } from './client-name-parts.dto.ts';

type FoundRow = ClientNameParts & { id: string };

const CANDIDATES = `SELECT id, initials, given_name AS given, name_prefix AS prefix, family_name AS family,
  partner_prefix AS "partnerPrefix", partner_family_name AS "partnerFamily", name_use AS use
  FROM care.clients_born_on($1, $2)`;

/** The client who asks for the log, found by the log officer: exact name and birth date, and no more is answered. */
@Injectable()
export class LoggedClients {
  async find({ family, birthDate }: FindLoggedClient): Promise<LoggedClientList> {
    const asked = surnameKey(family);
    const candidates = asked === '' ? [] : await query<FoundRow>(CANDIDATES, [birthDate, asked]);
    const items = candidates
      .filter((row) => answersTo(row, family))
      .map(({ id, ...name }) => ({ id, name, birthDate }));
    requestContext().log.push({
      type: 'SEARCH_CLIENTS_FOR_LOG',
      action: 'R',
      objectType: 'CLIENT_LIST',
      category: 1,
      purpose: 'AUDIT',
      query: { criteria: ['family', 'birthDate'], count: items.length, ids: items.map(({ id }) => id) },
    });
    return { items, nextCursor: null, total: items.length };
  }
}
