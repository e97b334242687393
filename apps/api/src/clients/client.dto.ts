import { GAPS, NAME_USES, PROFILES, PROPOSED_PROFILES } from '@samenoud/domain';
import {
  BooleanField, BsnField, CodeField, CodesField, DayField, IdField, IdsField, IntegerField, ListField, ObjectField, PhoneField,
  PostcodeField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { ChangeReasonField } from './change-reason.ts';
import {
  CHANNELS,
  CLIENT_SORTS,
  DUE_FILTERS,
  PROFILE_FILTERS,
  SENSES,
  SEXES,
  STATUSES,
  TODOS,
} from './client-codes.ts';

const NAME_MAX = 200;
const optional = { optional: true, nullable: true } as const;

/** A Dutch name: own and partner's part apart, and which is used. */
export class ClientName {
  @TextField({ max: 40, ...optional, example: 'J.M.' }) initials?: string | null;
  @TextField({ max: NAME_MAX, ...optional, example: 'Johanna' }) given?: string | null;
  @TextField({ max: 40, ...optional, example: 'van der' }) prefix?: string | null;
  @TextField({ max: NAME_MAX, example: 'Berg' }) family: string;
  @TextField({ max: 40, ...optional }) partnerPrefix?: string | null;
  @TextField({ max: NAME_MAX, ...optional }) partnerFamily?: string | null;
  @CodeField(NAME_USES, { optional: true }) use?: string;
}

/** As {@link ClientName}, every part optional. */
export class ClientNameChange {
  @TextField({ max: 40, ...optional }) initials?: string | null;
  @TextField({ max: NAME_MAX, ...optional }) given?: string | null;
  @TextField({ max: 40, ...optional }) prefix?: string | null;
  @TextField({ max: NAME_MAX, optional: true }) family?: string;
  @TextField({ max: 40, ...optional }) partnerPrefix?: string | null;
  @TextField({ max: NAME_MAX, ...optional }) partnerFamily?: string | null;
  @CodeField(NAME_USES, { optional: true }) use?: string;
}

export class Address {
  @TextField({ max: 120, ...optional, example: 'Dorpsstraat' }) street?: string | null;
  @TextField({ max: 10, ...optional, example: '12' }) houseNumber?: string | null;
  @TextField({ max: 10, ...optional, example: 'a' }) suffix?: string | null;
  @PostcodeField({ ...optional, example: '9501 AB' }) postcode?: string | null;
  @TextField({ max: 80, ...optional, example: 'Stadskanaal' }) city?: string | null;
}

/** Where letters go instead of home. */
export class LetterAddress extends Address {
  @TextField({ max: NAME_MAX, example: 'Mevr. A. de Vries' }) recipient: string;
  @DayField(optional) until?: string | null;
}

/** How to speak, write and get in. Source: `domain.md` 13.7. */
export class Marks {
  @TextField({ max: 40, optional: true, example: 'nl' }) language?: string;
  @BooleanField({ optional: true }) interpreter?: boolean;
  @BooleanField({ optional: true }) largePrint?: boolean;
  @CodeField(SENSES, { optional: true }) hearing?: string;
  @CodeField(SENSES, { optional: true }) seeing?: string;
  @TextField({ max: 100, ...optional }) aid?: string | null;
  @CodeField(CHANNELS, optional) preferredChannel?: string | null;
  @TextField({ max: 100, ...optional }) preferredMoment?: string | null;
  @TextField({ max: 200, ...optional, description: 'How to get in, who has a key; never the code of a key safe.' })
  gettingIn?: string | null;
  @TextField({ max: 200, ...optional, description: 'What to mind at the door: facts without judgement.' })
  atTheDoor?: string | null;
  @BooleanField({ optional: true }) noPost?: boolean;
  @TextField({ max: 200, ...optional }) noPostReason?: string | null;
  @ObjectField(() => LetterAddress, optional) letterAddress?: LetterAddress | null;
  @DayField(optional) doNotInviteOn?: string | null;
  @TextField({ max: 200, ...optional }) doNotInviteReason?: string | null;
}

class ClientDetails {
  @TextField({ max: 40, ...optional, example: '10482' }) hisNumber?: string | null;
  @BsnField({ ...optional, description: 'Stored encrypted; answered masked.' }) bsn?: string | null;
  @ObjectField(() => Address, optional) address?: Address | null;
  @PhoneField({ ...optional, example: '0599 123456' }) phone?: string | null;
  @BooleanField({ optional: true }) livesAtHome?: boolean;
  @CodeField(STATUSES, { optional: true }) status?: string;
  @DayField({ ...optional, description: 'Day of the status, e.g. of death.' }) statusOn?: string | null;
  @IdField(optional) gpId?: string | null;
  @ObjectField(() => Marks, { optional: true }) marks?: Marks;
  @BooleanField({ optional: true, description: 'Somebody looked: it is another person than the candidates.' })
  confirmDuplicate?: boolean;
}

export class CreateClient extends ClientDetails {
  @ObjectField(() => ClientName) name: ClientName;
  @CodeField(SEXES, { example: 'FEMALE' }) sex: string;
  @DayField({ example: '1941-04-03' }) birthDate: string;
}

export class UpdateClient extends ClientDetails {
  @ObjectField(() => ClientNameChange, { optional: true }) name?: ClientNameChange;
  @CodeField(SEXES, { optional: true }) sex?: string;
  @DayField({ optional: true }) birthDate?: string;
  @ChangeReasonField() changeReason?: string | null;
}

export class ProfileSummary {
  @CodeField(PROFILES, { nullable: true }) assigned: string | null;
  @DayField({ nullable: true }) assignedOn: string | null;
  @IdField({ ...optional }) assignedBy?: string | null;
  @CodeField(PROPOSED_PROFILES, { nullable: true }) proposed: string | null;
  @DayField({ nullable: true }) proposedOn: string | null;
  @CodesField(PROFILES, {
    optional: true,
    description: 'The profiles the answers allow; more than one when undetermined.',
  })
  possibleProfiles?: string[];
}

/** How far the client was asked what may be shared. */
export class ClientConsentState {
  @IntegerField({ min: 0, max: 6, description: 'Categories that are shared by her consent.' }) given: number;
  @IntegerField({ min: 0, max: 6, description: 'Categories for which consent is needed.' }) total: number;
  @BooleanField({ description: 'Whether she said anything yet.' }) asked: boolean;
}

export class ClientView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @TextField({ max: 40, nullable: true }) hisNumber: string | null;
  @TextField({ max: 9, ...optional, example: '*****6782' }) bsn?: string | null;
  @ObjectField(() => ClientName) name: ClientName;
  @CodeField(SEXES) sex: string;
  @DayField() birthDate: string;
  @IntegerField({ min: 0, max: 150 }) age: number;
  @ObjectField(() => Address) address: Address;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @BooleanField() livesAtHome: boolean;
  @CodeField(STATUSES) status: string;
  @DayField({ nullable: true }) statusOn: string | null;
  @IdField({ nullable: true }) gpId: string | null;
  @IdField({ nullable: true }) caseManagerId: string | null;
  @ObjectField(() => Marks) marks: Marks;
  @BooleanField({ description: 'Restricted at the wish of the client: shown to the GP only.' }) restricted: boolean;
  @ObjectField(() => ProfileSummary, { optional: true }) profile?: ProfileSummary;
  @ObjectField(() => ClientConsentState, { optional: true }) consent?: ClientConsentState;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class BsnView {
  @TextField({ max: 9, nullable: true, example: '999911120' }) bsn: string | null;
}

class ClientFilter {
  @CodesField(PROFILE_FILTERS, { optional: true, description: 'NONE: no assigned profile.' }) profile?: string[];
  @IdsField({ optional: true, description: 'null: without a case manager.' }) caseManagerId?: (string | null)[];
  @IdsField({ optional: true, description: 'null: without a GP.' }) gpId?: (string | null)[];
  @CodesField(STATUSES, { optional: true }) status?: string[];
  @CodesField(GAPS, { optional: true }) gap?: string[];
  @CodesField(DUE_FILTERS, { optional: true, description: 'Any of these is due; NONE: nothing is.' }) due?: string[];
  @CodesField(TODOS, { optional: true, description: 'Clients with all of this work waiting.' }) todo?: string[];
}

export class ClientSearch {
  @TextField({ max: 200, min: 0, optional: true, description: 'Name, birth date the Dutch way, or HIS number.' })
  text?: string;
  @ObjectField(() => ClientFilter, { optional: true }) filter?: ClientFilter;
  @CodeField(CLIENT_SORTS, { optional: true }) sort?: string;
  @IntegerField({ min: 1, max: 200, optional: true }) limit?: number;
  @TextField({ max: 2000, ...optional }) cursor?: string | null;
}

/** One line of a list: what it takes to find the right person and see what is due. */
export class ClientListItem {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @TextField({ max: 40, nullable: true }) hisNumber: string | null;
  @ObjectField(() => ClientName) name: ClientName;
  @CodeField(SEXES) sex: string;
  @DayField() birthDate: string;
  @IntegerField({ min: 0, max: 150 }) age: number;
  @TextField({ max: 80, nullable: true }) city: string | null;
  @CodeField(STATUSES) status: string;
  @IdField({ nullable: true }) gpId: string | null;
  @IdField({ nullable: true }) caseManagerId: string | null;
  @ObjectField(() => ProfileSummary, { optional: true }) profile?: ProfileSummary;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class ClientPage {
  @ListField(() => ClientListItem, { max: 200 }) items: ClientListItem[];
  @TextField({ max: 2000, nullable: true }) nextCursor: string | null;
  @IntegerField({ min: 0, max: 2_147_483_647 }) total: number;
}
