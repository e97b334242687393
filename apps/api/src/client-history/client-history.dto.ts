import { STAFF_ROLES } from '@samenoud/domain';
import { BooleanField, CodeField, IdField, InstantField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';

export const HISTORY_SUBJECTS = ['CLIENT', 'CONTACT_PERSON', 'RESPONSE', 'PROFILE'] as const;

const MAX_VALUE = 5000;

/** One value that changed; what is not told is null on both sides. */
export class ChangedValue {
  @TextField({ max: 80, example: 'familyName', description: 'Name of the field, or id of the question.' })
  field: string;
  @TextField({ max: MAX_VALUE, min: 0, nullable: true }) before: string | null;
  @TextField({ max: MAX_VALUE, min: 0, nullable: true }) after: string | null;
}

export class HistoryPerson {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
}

/** One correction or decision: who, when, why, and the old beside the new value. */
export class HistoryItem {
  @IdField() id: string;
  @InstantField() at: string;
  @CodeField(HISTORY_SUBJECTS) subject: string;
  @IdField({ description: 'Of the client, the contact person, the response or the assignment.' }) subjectId: string;
  @TextField({ max: 200, nullable: true, description: 'Of a contact person.' }) name: string | null;
  @BooleanField({ description: 'The subject was added; there is no old value.' }) added: boolean;
  @ObjectField(() => HistoryPerson, { nullable: true }) by: HistoryPerson | null;
  @TextField({ max: 500, min: 0, nullable: true }) reason: string | null;
  @ListField(() => ChangedValue, { max: 200 }) fields: ChangedValue[];
  @ListField(() => HiddenPart, { max: 3, optional: true }) hidden?: HiddenPart[];
}

export class ClientHistoryPage extends PageView {
  @ListField(() => HistoryItem, { max: 200 }) items: HistoryItem[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
