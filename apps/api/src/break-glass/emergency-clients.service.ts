import { Injectable } from '@nestjs/common';
import { findExactClient } from '../platform/access/exact-clients.ts';
import type { ExactClientList, FindExactClient } from '../platform/access/exact-clients.dto.ts';

/** The one client somebody without a relation stands next to. */
@Injectable()
export class EmergencyClients {
  find(asked: FindExactClient): Promise<ExactClientList> {
    return findExactClient(asked, {
      among: 'care.emergency_clients_born_on',
      type: 'SEARCH_CLIENTS_FOR_EMERGENCY',
      purpose: 'EMERGENCY',
    });
  }
}
