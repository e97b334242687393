import { ORGANISATION_KINDS, STAFF_ROLES } from '@samenoud/domain';
import { CodeField, IdField, ListField, TextField } from '../platform/http/fields.ts';

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
