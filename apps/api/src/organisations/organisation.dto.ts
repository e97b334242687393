import { ORGANISATION_KINDS, PARTNER_KINDS, STAFF_ROLES } from '@samenoud/domain';
import { CodeField, IdField, IntegerField, ListField, PhoneField, TextField } from '../platform/http/fields.ts';

export class Colleague {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 30, nullable: true }) phone: string | null;
}

export class OrganisationView {
  @IdField() id: string;
  @TextField({ max: 200 }) name: string;
  @CodeField(ORGANISATION_KINDS) kind: string;
  @ListField(() => Colleague, { max: 500 }) members: Colleague[];
}

export class OrganisationList {
  @ListField(() => OrganisationView, { max: 500 }) items: OrganisationView[];
}

export class NewOrganisationBody {
  @TextField({ max: 200 }) name: string;
  @CodeField(PARTNER_KINDS, { description: 'A network has one practice, which is there from the start.' }) kind: string;
  @PhoneField({ optional: true, nullable: true }) phone?: string | null;
}

export class OrganisationChange {
  @TextField({ max: 200, optional: true }) name?: string;
  @PhoneField({ optional: true, nullable: true }) phone?: string | null;
}

/** An organisation as whoever keeps the network sees it. */
export class NetworkOrganisation {
  @IdField() id: string;
  @TextField({ max: 200 }) name: string;
  @CodeField(ORGANISATION_KINDS) kind: string;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
}
