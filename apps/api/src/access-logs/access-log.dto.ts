import { CATEGORIES, ROLES, STAFF_ROLES } from '@samenoud/domain';
import { Transform, Type } from 'class-transformer';
import { ClientNameParts } from './client-name-parts.dto.ts';
import {
  BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore

const MAX_SEQUENCE = 999_999_999_999_999;

/** Which part of an overview: newest first, from `cursor` back. */
export class LogPageQuery {
  @Type(() => Number)
  @IntegerField({ min: 1, max: 200, optional: true, description: 'Default 50.' })
  limit?: number;

  @Type(() => Number)
  @IntegerField({ min: 1, max: MAX_SEQUENCE, optional: true, description: '`nextCursor` of the page before.' })
  cursor?: number;
}

/** An address has words only: "true" and "false". */
const asTruth = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** What an overview is narrowed to, on top of its client, day or person. */
export class LogFilter extends LogPageQuery {
  @CodeField(ROLES, { optional: true, description: 'The role that was used.' }) role?: string;
  @CodeField(['C', 'R', 'U', 'D', 'E'], { optional: true }) action?: string;
  @Transform(asTruth)
  @BooleanField({ optional: true, description: 'What was denied or refused, and nothing else.' })
  refused?: boolean;
  @Transform(asTruth)
  @BooleanField({ optional: true, description: 'By the emergency button, and nothing else.' })
  emergency?: boolean;
}

export class LogByClientQuery extends LogFilter {
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true, description: 'The last day that counts.' }) until?: string;
}

export class LogByDayQuery extends LogFilter {
  @DayField({ optional: true, description: 'A day in Europe/Amsterdam; default today.' }) date?: string;
}

export class LogByEmployeeQuery extends LogFilter {
  @IdField() userId: string;
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true, description: 'The last day that counts.' }) until?: string;
}

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

export class FindLoggedClient {
  @TextField({ max: 200, description: 'Family name, own or of the partner; prefix may be left out.', example: 'Berg' })
  family: string;

  @DayField({ example: '1941-04-03' }) birthDate: string;
}

/** Name and birth date, and nothing else. */
export class LoggedClient {
  @IdField() id: string;
  @ObjectField(() => ClientNameParts) name: ClientNameParts;
  @DayField() birthDate: string;
}

export class LoggedClientList {
  @ListField(() => LoggedClient, { max: 50 }) items: LoggedClient[];
  @TextField({ max: 20, nullable: true }) nextCursor: string | null;
  @IntegerField({ min: 0, max: 50 }) total: number;
}

/** A colleague of now or of before. */
export class LogEmployee {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 200 }) organisation: string;
  @BooleanField({ description: 'No longer works here.' }) left: boolean;
}

export class LogEmployeeList {
  @ListField(() => LogEmployee, { max: 2000 }) items: LogEmployee[];
}
