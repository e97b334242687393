import {
  CONTACT_LIMITS,
  CONTACT_TYPES,
  type ContactType,
  SIGNAL_LIMITS,
  SIGNAL_TYPES,
  SIGNAL_URGENCIES,
  type SignalType,
  type SignalUrgency,
} from '@samenoud/domain';
import { BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField, TimeField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';

const PRESENT = { max: CONTACT_LIMITS.present } as const;
const NOTE = { max: CONTACT_LIMITS.note } as const;
const REASON = { max: CONTACT_LIMITS.reason } as const;
const MOST = 2_147_483_647;

/** When somebody is in contact again. */
export class NextContact {
  @DayField() on: string;
  @CodeField(CONTACT_TYPES, { optional: true, nullable: true }) type?: ContactType | null;
  @TimeField({ optional: true, nullable: true }) time?: string | null;
}

/** What was noticed at a contact; seen on its day. */
export class NoticedAtContact {
  @CodeField(SIGNAL_TYPES) type: SignalType;
  @CodeField(SIGNAL_URGENCIES, { optional: true, description: 'Default NORMAL.' }) urgency?: SignalUrgency;
  @TextField({ max: SIGNAL_LIMITS.text, optional: true, nullable: true, description: 'Needed for OTHER and CLIENT_REMARK.' }) // prettier-ignore
  text?: string | null;
  @TextField({ max: SIGNAL_LIMITS.source, optional: true, nullable: true, description: 'Who noticed it, if not who writes it down.' }) // prettier-ignore
  source?: string | null;
}

export class RecordContact {
  @DayField({ optional: true, description: 'Default today.' }) on?: string;
  @CodeField(CONTACT_TYPES) type: ContactType;
  @BooleanField({ optional: true, description: 'Default true; only a contact that reached somebody counts.' })
  reached?: boolean;
  @TextField({ ...PRESENT, optional: true, nullable: true, description: 'Who was there.' }) present?: string | null;
  @TextField({ ...NOTE, optional: true, nullable: true }) note?: string | null;
  @ObjectField(() => NextContact, { optional: true, nullable: true }) next?: NextContact | null;
  @ListField(() => NoticedAtContact, { max: 5, optional: true, description: 'What was noticed at it.' })
  signals?: NoticedAtContact[];
}

/** A correction: what is left out stays as it was. */
export class CorrectContact {
  @DayField({ optional: true }) on?: string;
  @CodeField(CONTACT_TYPES, { optional: true }) type?: ContactType;
  @BooleanField({ optional: true }) reached?: boolean;
  @TextField({ ...PRESENT, optional: true, nullable: true }) present?: string | null;
  @TextField({ ...NOTE, optional: true, nullable: true }) note?: string | null;
  @ObjectField(() => NextContact, { optional: true, nullable: true }) next?: NextContact | null;
  @TextField({ ...REASON, optional: true, nullable: true, description: 'Strikes the contact; null puts it back.' })
  strikeReason?: string | null;
}

export class PlannedContact {
  @DayField() on: string;
  @CodeField(CONTACT_TYPES, { nullable: true }) type: ContactType | null;
  @TimeField({ nullable: true }) time: string | null;
}

export class StruckContact {
  @TextField(REASON) reason: string;
  @IdField() by: string;
  @InstantField() at: string;
}

/** A contact moment. Who may see day and kind only gets null for the rest, named in `hidden`. */
export class ContactView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: MOST }) version: number;
  @IdField() clientId: string;
  @DayField() on: string;
  @CodeField(CONTACT_TYPES) type: ContactType;
  @ObjectField(() => PlannedContact, { nullable: true }) next: PlannedContact | null;
  @InstantField() recordedAt: string;
  @IdField({ nullable: true }) recordedBy: string | null;
  @BooleanField({ nullable: true }) reached: boolean | null;
  @TextField({ ...PRESENT, nullable: true }) present: string | null;
  @TextField({ ...NOTE, nullable: true }) note: string | null;
  @ObjectField(() => StruckContact, { nullable: true }) struck: StruckContact | null;
  @BooleanField({ description: 'Whether the asker may strike it or put it back.' }) mayStrike: boolean;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class ContactList extends PageView {
  @ListField(() => ContactView, { max: 200 }) items: ContactView[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
