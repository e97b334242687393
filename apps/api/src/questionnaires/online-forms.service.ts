import { Injectable } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { FormStore, type NewForm, typist } from './form-store.ts';
import type { ResponseView } from './response.dto.ts';
import { getResponseRow } from './response-row.ts';
import { responseView } from './response-view.ts';

export { COMPLETED_BY, RESPONSE_STATES } from './response-codes.ts';
export type { ResponseView } from './response.dto.ts';

type NewOnlineForm = Pick<NewForm, 'id' | 'clientId' | 'roundId' | 'gfiVersion' | 'imesaVersion'>;

/** Forms that clients fill in themselves, online: the same rows as any other form. */
@Injectable()
export class OnlineForms {
  constructor(
    private readonly access: ClientAccess,
    private readonly forms: FormStore,
  ) {}

  /** Begins an empty form. Throws RESPONSE_IN_PROGRESS when one was begun in the same moment. */
  begin(form: NewOnlineForm): Promise<void> {
    return this.forms.insert({
      ...form,
      status: 'IN_PROGRESS',
      entryMode: 'ITEMS',
      channel: 'ONLINE',
      completedOn: null,
      completedBy: null,
      completedWithHelpOf: null,
      enteredBy: typist(),
      missingPages: [],
      answers: {},
    });
  }

  /** A form as a whole, for who fills it in. */
  async read(id: string): Promise<ResponseView> {
    const row = await getResponseRow(id);
    const owned = { ownerOrgId: row.ownerOrgId, category: 3, madeBy: row.enteredBy } as const;
    const opened = await this.access.open(row.clientId, 'HEALTH_ANSWERS', 'READ', { type: 'RESPONSE', id }, owned);
    return responseView(row, opened);
  }
}
