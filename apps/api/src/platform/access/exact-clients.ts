import { answersTo, surnameKey } from '@samenoud/domain';
import { query, requestContext } from '../request/request-context.ts';
import type { ClientNameParts, ExactClientList, FindExactClient } from './exact-clients.dto.ts';

type FoundRow = ClientNameParts & { readonly id: string };

/** Who looks for somebody she has no relation with, and what the access log says of it. */
interface Search {
  /** The function of the database that knows whom she may find. */
  readonly among: 'care.clients_born_on' | 'care.emergency_clients_born_on';
  readonly type: string;
  readonly purpose: 'AUDIT' | 'EMERGENCY';
}

/** Finds one client by exact name and birth date; no more is answered, and who was found is logged. */
export async function findExactClient(
  { family, birthDate }: FindExactClient,
  { among, type, purpose }: Search,
): Promise<ExactClientList> {
  const asked = surnameKey(family);
  const candidates = asked === '' ? [] : await query<FoundRow>(candidatesSql(among), [birthDate, asked]);
  const items = candidates.filter((row) => answersTo(row, family)).map(({ id, ...name }) => ({ id, name, birthDate }));
  requestContext().log.push({
    type,
    action: 'R',
    objectType: 'CLIENT_LIST',
    category: 1,
    purpose,
    query: { criteria: ['family', 'birthDate'], count: items.length, ids: items.map(({ id }) => id) },
  });
  return { items, nextCursor: null, total: items.length };
}

const candidatesSql = (among: Search['among']): string =>
  `SELECT id, initials, given_name AS given, name_prefix AS prefix, family_name AS family, partner_prefix AS "partnerPrefix",
     partner_family_name AS "partnerFamily", name_use AS use FROM ${among}($1, $2)`;
