import { ACCESS_LIMITS, BREAK_GLASS_REASONS, ORGANISATION_KINDS, SHARING_REASONS, STAFF_ROLES } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';

/** What somebody sees of a category: of everyone who can write it, of some, of her own organisation only, or nothing. */
const SEEN = ['ALL', 'SOME', 'OWN', 'NONE'] as const;
const REFUSALS = ['ROLE', 'NO_RELATION', 'NO_BASIS', 'RESTRICTED'] as const;
const RELATIONS = ['TEAM', 'PRACTICE', 'BREAK_GLASS'] as const;
const REASONS = [...SHARING_REASONS, 'BREAK_GLASS'] as const;

class ExplainedWriter {
  @IdField() fromOrganisationId: string;
  @BooleanField() allow: boolean;
  @CodeField(REASONS) reason: string;
  @IdField({ nullable: true, description: 'The consent that decided.' }) consentId: string | null;
  @DayField({ nullable: true, description: 'The day that consent was given.' }) on: string | null;
}

class ExplainedCategory {
  @IntegerField({ min: 1, max: 6 }) category: number;
  @CodeField(SEEN) sees: string;
  @CodeField(ACCESS_LIMITS, { nullable: true, description: 'Only this part of it, by her role.' }) limit: string | null;
  @CodeField(REFUSALS, { nullable: true, description: 'Why not, where she sees nothing of what others wrote.' })
  refusal: string | null;
  @ListField(() => ExplainedWriter, {
    max: 500,
    description: 'Per organisation that can write it: seen or not, and by which rule.',
  })
  writers: ExplainedWriter[];
}

class ExplainedEmergency {
  @CodeField(BREAK_GLASS_REASONS, { description: 'Only VITAL_INTEREST passes what the client refused.' })
  reasonCode: string;
  @InstantField() endsAt: string;
}

export class ExplainedPerson {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @CodeField(RELATIONS, { nullable: true, description: 'By which relation rule; null without one.' })
  relation: string | null;
  @BooleanField() isCaseManager: boolean;
  @ObjectField(() => ExplainedEmergency, {
    nullable: true,
    description: 'Emergency access to this client, while it runs.',
  })
  emergency: ExplainedEmergency | null;
  @BooleanField({ description: 'Whether she sees anything of this client.' }) sees: boolean;
  @ListField(() => ExplainedCategory, { max: 6 }) categories: ExplainedCategory[];
}

class ExplainedOrganisation {
  @IdField() id: string;
  @TextField({ max: 200 }) name: string;
  @CodeField(ORGANISATION_KINDS) kind: string;
  @ListField(() => ExplainedPerson, { max: 500 }) people: ExplainedPerson[];
}

export class AccessExplanation {
  @IdField() clientId: string;
  @InstantField({ description: 'It is so at this moment.' }) at: string;
  @BooleanField({ description: 'The record is shielded: only its author and the GP see it.' }) restricted: boolean;
  @ListField(() => ExplainedOrganisation, { max: 500 }) organisations: ExplainedOrganisation[];
}
