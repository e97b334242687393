import { ORGANISATION_KINDS, STAFF_ROLES, TEAM_REASONS } from '@samenoud/domain';
import {
  CodeField,
  CodesField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';

const VERSION = { min: 0, max: 2_147_483_647 } as const;

class TeamMemberInput {
  @IdField() userId: string;
}

export class PutTeam {
  @ListField(() => TeamMemberInput, {
    max: 50,
    description: 'Everyone who is to take part; GP and case manager stay, named or not.',
  })
  members: TeamMemberInput[];
}

export class PutCaseManager {
  @IdField({ nullable: true, description: 'null: nobody any more.' }) userId: string | null;
}

class TeamOrganisation {
  @IdField() id: string;
  @TextField({ max: 200 }) name: string;
  @CodeField(ORGANISATION_KINDS) kind: string;
}

export class TeamPerson {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @ObjectField(() => TeamOrganisation) organisation: TeamOrganisation;
  @CodesField(TEAM_REASONS, { description: 'Why she takes part, or took part.' }) reasons: string[];
  @InstantField() since: string;
  @InstantField({ nullable: true, description: 'Where her part ends by itself, or when it ended.' }) until:
    string | null;
}

export class TeamView {
  @IntegerField({ ...VERSION, description: 'Of the client: what If-Match asks for.' }) version: number;
  @IdField({ nullable: true }) caseManagerId: string | null;
  @ListField(() => TeamPerson, { max: 500 }) members: TeamPerson[];
  @ListField(() => TeamPerson, { max: 500, description: 'Who took part before and does not now.' })
  former: TeamPerson[];
}
