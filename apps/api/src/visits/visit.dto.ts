import { CONTACT_TYPES, type ContactType } from '@samenoud/domain';
import { BooleanField, CodeField, DayField, IdField, IdsField, ListField, TextField, TimeField } from '../platform/http/fields.ts'; // prettier-ignore

const WORDS = { max: 500, nullable: true } as const;

/** Somebody to see or call today, with what it takes to get there and in. */
export class VisitView {
  @IdField({ description: 'The contact that named this day.' }) contactId: string;
  @IdField() clientId: string;
  @TextField({ max: 300 }) clientName: string;
  @DayField() birthDate: string;
  @CodeField(CONTACT_TYPES, { nullable: true }) type: ContactType | null;
  @TimeField({ nullable: true }) time: string | null;
  @TextField(WORDS) address: string | null;
  @TextField(WORDS) phone: string | null;
  @TextField(WORDS) gettingIn: string | null;
  @TextField(WORDS) atTheDoor: string | null;
  @TextField({ ...WORDS, description: 'Language, where it is not Dutch.' }) language: string | null;
  @BooleanField() interpreter: boolean;
  @TextField({ ...WORDS, description: 'First contact person.' }) firstContactName: string | null;
  @TextField(WORDS) firstContactPhone: string | null;
}

export class VisitList {
  @ListField(() => VisitView, { max: 200 }) items: VisitView[];
}

export class OrderVisits {
  @IdsField({ description: '`contactId` of the visits of today, in the order they are to be in.' })
  contactIds: string[];
}
