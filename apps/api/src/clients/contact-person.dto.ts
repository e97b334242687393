import {
  BooleanField, CodeField, DayField, IdField, IntegerField, ListField, PhoneField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';
import { ChangeReasonField } from './change-reason.ts';

const NAME_MAX = 200;
const optional = { optional: true, nullable: true } as const;

/** Who may act for a client. Source: `domain.md` 13.7. */
export const REPRESENTATIVE_KINDS = ['CURATOR', 'MENTOR', 'ADMINISTRATOR', 'AUTHORISED', 'PARTNER', 'FAMILY'] as const;

/** Role codes of nl-core-ContactPerson; 100001 is the informal carer. Source: `domain.md` 13.4. */
export const CONTACT_ROLE_CODES = ['01', '02', '03', '14', '15', '19', '20', '24', '100001'] as const;

class ContactDetails {
  @TextField({ max: 80, ...optional, example: 'dochter' }) relation?: string | null;
  @PhoneField({ ...optional, example: '06 12345678' }) phone?: string | null;
  @PhoneField(optional) secondPhone?: string | null;
  @CodeField(CONTACT_ROLE_CODES, optional) roleCode?: string | null;
  @BooleanField({ optional: true, description: 'At most one per client: whoever was it before steps back.' })
  isFirstContact?: boolean;
  @CodeField(REPRESENTATIVE_KINDS, { ...optional, description: 'Set for a legal representative.' })
  representativeKind?: string | null;
  @DayField({ ...optional, description: 'Day the document that says so was seen.' }) documentSeenOn?: string | null;
  @DayField({ ...optional, description: 'Last day of the representation.' }) validUntil?: string | null;
}

export class CreateContactPerson extends ContactDetails {
  @TextField({ max: NAME_MAX, example: 'Mevr. A. de Vries' }) name: string;
}

export class UpdateContactPerson extends ContactDetails {
  @TextField({ max: NAME_MAX, optional: true }) name?: string;
  @BooleanField({ optional: true, description: 'true takes the person off the list; there is no way back.' })
  removed?: boolean;
  @ChangeReasonField() changeReason?: string | null;
}

export class ContactPersonView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @IdField() clientId: string;
  @TextField({ max: NAME_MAX }) name: string;
  @TextField({ max: 80, nullable: true }) relation: string | null;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @TextField({ max: 30, nullable: true }) secondPhone: string | null;
  @CodeField(CONTACT_ROLE_CODES, { nullable: true }) roleCode: string | null;
  @BooleanField() isFirstContact: boolean;
  @CodeField(REPRESENTATIVE_KINDS, { nullable: true }) representativeKind: string | null;
  @DayField({ nullable: true }) documentSeenOn: string | null;
  @DayField({ nullable: true }) validUntil: string | null;
  @BooleanField() removed: boolean;
}

export class ContactPersonList extends PageView {
  @ListField(() => ContactPersonView, { max: 200 }) items: ContactPersonView[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
