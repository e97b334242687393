import { ROLES, STAFF_ROLES } from '@samenoud/domain';
import { Transform, Type } from 'class-transformer';
import {
  BooleanField, CodeField, DayField, IdField, IntegerField, ListField, TextField,
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
