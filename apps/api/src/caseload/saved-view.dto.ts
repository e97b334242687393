import { SAVED_VIEW_LIMITS } from '@samenoud/domain';
import { IdField, ListField, TextField } from '../platform/http/fields.ts';

const NAME = { max: SAVED_VIEW_LIMITS.name, example: 'Contact te laat' } as const;
const ADDRESS = {
  max: SAVED_VIEW_LIMITS.address,
  description: 'What stands behind the question mark of the page: codes and ids, no words.',
  example: 'due=CONTACT_DUE&gap=NO_NEXT_CONTACT',
} as const;

export class SaveView {
  @TextField(NAME) name: string;
  @TextField(ADDRESS) address: string;
}

export class SavedViewView {
  @IdField() id: string;
  @TextField(NAME) name: string;
  @TextField(ADDRESS) address: string;
}

export class SavedViewList {
  @ListField(() => SavedViewView, { max: SAVED_VIEW_LIMITS.most }) items: SavedViewView[];
}
