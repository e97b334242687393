import { Injectable } from '@nestjs/common';
import { answersTo, surnameKey } from '@samenoud/domain';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { EmergencyClient, EmergencyClientList, FindEmergencyClient } from './emergency-access.dto.ts';

type FoundRow = EmergencyClient['name'] & { readonly id: string };

const CANDIDATES = `SELECT id, initials, given_name AS given, name_prefix AS prefix, family_name AS family,
  partner_prefix AS "partnerPrefix", partner_family_name AS "partnerFamily", name_use AS use
  FROM care.emergency_clients_born_on($1, $2)`;

/** Finds the one client somebody without a relation stands next to: exact name and birth date, and no more is answered. */
@Injectable()
export class EmergencyClients {
  async find({ family, birthDate }: FindEmergencyClient): Promise<EmergencyClientList> {
    const asked = surnameKey(family);
    const candidates = asked === '' ? [] : await query<FoundRow>(CANDIDATES, [birthDate, asked]);
    const items = candidates
      .filter((row) => answersTo(row, family))
      .map(({ id, ...name }) => ({ id, name, birthDate }));
    requestContext().log.push({
      type: 'SEARCH_CLIENTS_FOR_EMERGENCY',
      action: 'R',
      objectType: 'CLIENT_LIST',
      category: 1,
      purpose: 'EMERGENCY',
      query: { criteria: ['family', 'birthDate'], count: items.length, ids: items.map(({ id }) => id) },
    });
    return { items, nextCursor: null, total: items.length };
  }
}
