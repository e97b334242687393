import { CATEGORIES, ROLES } from '@samenoud/domain';
import {
  BooleanField, CodeField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField,
} from '../http/fields.ts'; // prettier-ignore

const MAX_SEQUENCE = 999_999_999_999_999;

/** Who acted, in the role used then. */
export class LoggedPerson {
  @IdField({ nullable: true }) userId: string | null;
  @TextField({ max: 200, nullable: true }) displayName: string | null;
  @CodeField(ROLES, { nullable: true }) role: string | null;
  @TextField({ max: 200, nullable: true }) organisation: string | null;
}

/** One act as NEN 7513 asks: who, what, on which data, with which outcome, and why it was allowed. */
export class AccessLogEvent {
  @IdField() id: string;
  @IntegerField({ min: 1, max: MAX_SEQUENCE, description: 'Without gaps within a practice.' }) sequence: number;
  @InstantField() occurredAt: string;
  @TextField({ max: 80, example: 'READ_CLIENT' }) type: string;
  @CodeField(['C', 'R', 'U', 'D', 'E']) action: string;
  @CodeField(['SUCCESS', 'DENIED', 'REFUSED']) outcome: string;
  @TextField({ max: 40, nullable: true, description: 'Why it was denied or refused.' }) refusal: string | null;
  @ObjectField(() => LoggedPerson) person: LoggedPerson;
  @IdField({ nullable: true }) responsibleUserId: string | null;
  @IdField({ nullable: true }) clientId: string | null;
  @TextField({ max: 80 }) objectType: string;
  @TextField({ max: 80, nullable: true }) objectId: string | null;
  @IntegerField({ min: 1, max: CATEGORIES.length, nullable: true, description: 'Category of the data.' }) category:
    number | null;
  @IntegerField({ min: 0, max: 200, nullable: true, description: 'Of a list: how many clients it showed.' }) shown:
    number | null;
  @TextField({ max: 40 }) purpose: string;
  @TextField({ max: 120, nullable: true, example: 'IDENTITY.READ.GP' }) rule: string | null;
  @TextField({ max: 40, nullable: true, example: 'PRACTICE' }) relation: string | null;
  @TextField({ max: 80, nullable: true, description: 'The consent rule, or why none was needed.' }) consent:
    string | null;
  @BooleanField({ description: 'By the emergency button.' }) emergency: boolean;
  @TextField({ max: 80, nullable: true, description: 'Address or device.' }) accessPoint: string | null;
  @TextField({ max: 80 }) requestId: string;
}

export class AccessLogPage {
  @ListField(() => AccessLogEvent, { max: 200 }) items: AccessLogEvent[];
  @TextField({ max: 20, nullable: true }) nextCursor: string | null;
  @IntegerField({ min: 0, max: MAX_SEQUENCE }) total: number;
}
