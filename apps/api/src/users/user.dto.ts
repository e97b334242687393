import { IDENTITY_CHECKS, ORGANISATION_KINDS, STAFF_ROLES, USER_STATES } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  DayField,
  EmailField,
  IdField,
  IdsField,
  InstantField,
  IntegerField,
  ListField,
  PhoneField,
  TextField,
} from '../platform/http/fields.ts';

export class UserView {
  @IdField({ description: 'The membership, also while it is still an invitation.' }) id: string;
  @IdField() organisationId: string;
  @TextField({ max: 200 }) displayName: string;
  @TextField({ max: 254, nullable: true }) email: string | null;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @TextField({ max: 11, nullable: true }) bigNumber: string | null;
  @CodeField(USER_STATES) state: string;
  @DayField({ description: 'First day.' }) fromOn: string;
  @DayField({ nullable: true, description: 'Last day, where one is known.' }) untilOn: string | null;
  @BooleanField({ description: 'The role waits for a second person.' }) awaitsApproval: boolean;
  @DayField({ nullable: true, description: 'Last confirmed that this person still belongs here.' })
  confirmedOn: string | null;
  @DayField({ nullable: true, description: 'Who works here is confirmed again from this day.' }) dueOn: string | null;
  @BooleanField({ description: 'The person who asks, in this or another role.' }) isOneself: boolean;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
}

export class UserOrganisation {
  @IdField() id: string;
  @TextField({ max: 200 }) name: string;
  @CodeField(ORGANISATION_KINDS) kind: string;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
}

export class UserList {
  @ListField(() => UserOrganisation, { max: 500 }) organisations: UserOrganisation[];
  @ListField(() => UserView, { max: 5000 }) items: UserView[];
}

export class NewUser {
  @TextField({ max: 200 }) displayName: string;
  @EmailField() email: string;
  @IdField() organisationId: string;
  @CodeField(STAFF_ROLES) role: string;
  @PhoneField({ optional: true, nullable: true }) phone?: string | null;
  @TextField({ max: 20, optional: true, nullable: true, description: '11 figures.' }) bigNumber?: string | null;
  @DayField({ optional: true, nullable: true, description: 'First day; left out: today.' }) fromOn?: string | null;
  @DayField({ optional: true, nullable: true, description: 'Last day.' }) untilOn?: string | null;
}

export class UserChange {
  @TextField({ max: 200, optional: true }) displayName?: string;
  @PhoneField({ optional: true, nullable: true }) phone?: string | null;
}

export class UserEnd {
  @DayField({ description: 'Last day; today ends it at once.' }) on: string;
}

export class UserLink {
  @CodeField(['INVITATION', 'PASSWORD'], { description: 'PASSWORD: another password, the second factor stays.' })
  purpose: string;
  @TextField({ max: 200, description: 'Address below that of the site, shown this once.' }) path: string;
  @InstantField() expiresAt: string;
}

export class ReEnrolment {
  @CodeField(IDENTITY_CHECKS, { description: 'How it was checked that it is she who asks.' }) identityCheck: string;
}

export class ReEnrolmentAnswer {
  @CodeField(['DONE', 'WAITS'], {
    description: 'WAITS: another practice that relies on the account has to ask for it too, within 72 hours.',
  })
  state: string;
}

export class RecertificationList {
  @ListField(() => UserView, { max: 5000 }) items: UserView[];
  @IntegerField({ min: 0, max: 100_000 }) total: number;
}

export class Recertification {
  @IdsField({ description: 'Who still belong here.' }) userIds: string[];
}
