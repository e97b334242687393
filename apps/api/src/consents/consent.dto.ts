import { CONSENT_RULE_KINDS, SHARING_REASONS } from '@samenoud/domain';
import {
  BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, NumbersField, ObjectField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageQuery, PageView } from '../platform/http/page.ts';

export const CONSENT_GIVERS = ['CLIENT', 'REPRESENTATIVE'] as const;
export const CONSENT_WAYS = ['ORAL', 'WRITTEN', 'ONLINE'] as const;
export const CONSENT_STATES = ['IN_FORCE', 'WITHDRAWN', 'ENDED'] as const;
/** Who may decide for a client about sharing; a bewindvoerder is about money only. Source: `trust.md` 3, Register. */
export const CONSENT_REPRESENTATIVES = ['CURATOR', 'MENTOR', 'AUTHORISED', 'PARTNER', 'FAMILY'] as const;

const CATEGORY = { min: 1, max: 6 } as const;
const NOTE_MAX = 500;
const VERSION_MAX = 40;
const optional = { optional: true, nullable: true } as const;

export class ConsentsQuery extends PageQuery {}

class RepresentativeInput {
  @IdField({ description: 'One of the people around this client.' }) contactPersonId: string;
  @CodeField(CONSENT_REPRESENTATIVES, { optional: true, description: 'Default: what is kept of this person.' })
  kind?: string;
}

export class RegisterConsent {
  @IdField({ description: 'Who may, or may not, read.' }) toOrganisationId: string;
  @IdField({ ...optional, description: 'Whose rows; left out: what any organisation wrote.' })
  fromOrganisationId?: string | null;
  @NumbersField({ ...CATEGORY, description: 'Categories 1 to 6; 5 cannot be granted to social work.', example: [1, 2] })
  categories: number[];
  @CodeField(CONSENT_RULE_KINDS) rule: string;
  @CodeField(CONSENT_GIVERS) givenBy: string;
  @ObjectField(() => RepresentativeInput, { ...optional, description: 'Only with REPRESENTATIVE.' })
  representative?: RepresentativeInput | null;
  @CodeField(CONSENT_WAYS) how: string;
  @DayField({ description: 'The day the client said so: today or before.' }) on: string;
  @DayField({ ...optional, description: 'Through this day, after today; of a GRANT only.' }) validUntil?: string | null;
  @TextField({ max: VERSION_MAX, ...optional, description: 'Default: the current text.' }) textVersion?: string | null;
  @TextField({ max: NOTE_MAX, ...optional, description: 'Where the evidence is.' }) note?: string | null;
}

export class WithdrawConsent {
  @CodeField(CONSENT_GIVERS, { optional: true, description: 'Default CLIENT.' }) by?: string;
  @CodeField(CONSENT_WAYS, { optional: true, description: 'Default ORAL.' }) how?: string;
  @DayField({ optional: true, description: 'Today or before; default today. It works from now, whatever the day.' })
  on?: string;
}

class RepresentativeView {
  @IdField() contactPersonId: string;
  @CodeField(CONSENT_REPRESENTATIVES, { nullable: true }) kind: string | null;
  @TextField({ max: 200, optional: true }) name?: string;
}

class WithdrawalView {
  @InstantField() at: string;
  @DayField({ description: 'The day the client said so.' }) on: string;
  @CodeField(CONSENT_GIVERS) by: string;
  @CodeField(CONSENT_WAYS) how: string;
  @IdField({ nullable: true, description: 'The colleague who recorded it.' }) recordedBy: string | null;
}

export class ConsentView {
  @IdField() id: string;
  @IdField() clientId: string;
  @CodeField(CONSENT_STATES) state: string;
  @CodeField(CONSENT_RULE_KINDS) rule: string;
  @IdField() toOrganisationId: string;
  @IdField({ nullable: true }) fromOrganisationId: string | null;
  @NumbersField(CATEGORY) categories: number[];
  @CodeField(['INTEGRATED_CARE']) purpose: string;
  @CodeField(CONSENT_GIVERS) givenBy: string;
  @ObjectField(() => RepresentativeView, optional) representative?: RepresentativeView | null;
  @CodeField(CONSENT_WAYS) how: string;
  @DayField() on: string;
  @DayField({ nullable: true }) validUntil: string | null;
  @TextField({ max: VERSION_MAX }) textVersion: string;
  @TextField({ max: 4000, nullable: true, description: 'The very words that were read out or signed.' })
  wording: string | null;
  @TextField({ max: NOTE_MAX, nullable: true }) note: string | null;
  @IdField() recordedBy: string;
  @InstantField() recordedAt: string;
  @ObjectField(() => WithdrawalView, { nullable: true }) withdrawal: WithdrawalView | null;
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}

export class SharingWriter {
  @IdField() fromOrganisationId: string;
  @BooleanField() allow: boolean;
  @CodeField(SHARING_REASONS) reason: string;
  @IdField({ nullable: true, description: 'The consent that decided.' }) consentId: string | null;
  @DayField({ nullable: true, description: 'The day that consent was given.' }) on: string | null;
}

class SharingCellView {
  @IntegerField(CATEGORY) category: number;
  @CodeField(['ALL', 'SOME', 'NONE']) shared: string;
  @BooleanField({ description: 'Nothing but a GRANT can open this.' }) needsGrant: boolean;
  @ListField(() => SharingWriter, { max: 500 }) writers: SharingWriter[];
}

class SharingRowView {
  @IdField() organisationId: string;
  @ListField(() => SharingCellView, { max: 6 }) cells: SharingCellView[];
}

export class ConsentStateView {
  @IntegerField({ min: 0, max: 6 }) given: number;
  @IntegerField({ min: 0, max: 6, description: 'Categories for which some organisation needs a GRANT.' }) total: number;
  @BooleanField({ description: 'Whether the client said anything yet.' }) asked: boolean;
}

export class ConsentList extends PageView {
  @ListField(() => ConsentView, { max: 200 }) items: ConsentView[];
  @ListField(() => SharingRowView, { max: 500, description: 'What follows from it now, per organisation.' })
  sharing: SharingRowView[];
  @ObjectField(() => ConsentStateView) state: ConsentStateView;
}

export class PrintConsents {
  @CodeField(['AGREED', 'FORM'], { description: 'What was agreed, or a form to sign.' }) kind: string;
  @IdField({ ...optional, description: 'Whom the form is about; default the social work.' }) toOrganisationId?:
    string | null;
}

export class ConsentPaperMade {
  @TextField({ max: 200, description: 'Where the PDF can be fetched, for 24 hours.' }) href: string;
}

class ConsentText {
  @CodeField(CONSENT_RULE_KINDS) rule: string;
  @TextField({ max: 2000, description: 'With {organisation} and {categories} to fill in.' }) text: string;
}

class CategoryMeaning {
  @IntegerField(CATEGORY) category: number;
  @TextField({ max: 200 }) title: string;
  @TextField({ max: 500, description: 'In the words of the client.' }) meaning: string;
}

export class ConsentTextList {
  @TextField({ max: VERSION_MAX }) version: string;
  @ListField(() => ConsentText, { max: 3 }) rules: ConsentText[];
  @ListField(() => CategoryMeaning, { max: 6 }) categories: CategoryMeaning[];
}
