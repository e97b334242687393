import { Injectable } from '@nestjs/common';
import { findExactClient } from '../platform/access/exact-clients.ts';
import type { ExactClientList, FindExactClient } from '../platform/access/exact-clients.dto.ts';

/** The client who asks for the log, found by the log officer. */
@Injectable()
export class LoggedClients {
  find(asked: FindExactClient): Promise<ExactClientList> {
    return findExactClient(asked, {
      among: 'care.clients_born_on',
      type: 'SEARCH_CLIENTS_FOR_LOG',
      purpose: 'AUDIT',
    });
  }
}
