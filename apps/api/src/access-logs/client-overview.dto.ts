import { ROLES } from '@samenoud/domain';
import { Type } from 'class-transformer';
import { BooleanField, CodeField, DayField, InstantField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore

const MOST = 999_999_999_999_999;

class OverviewPeriod {
  @DayField({ optional: true, description: 'The first day that counts.' }) from?: string;
  @DayField({ optional: true, description: 'The last day that counts.' }) until?: string;
}

export class OverviewQuery extends OverviewPeriod {
  @Type(() => Number)
  @IntegerField({ min: 1, max: 200, optional: true, description: 'Default 50.' })
  limit?: number;
  @TextField({ max: 40, optional: true, description: '`nextCursor` of the page before.' }) cursor?: string;
}

/** The client is named as she named herself: an overview is made only for who was found by name and birth date. */
export class PrintOverview extends OverviewPeriod {
  @TextField({ max: 200, description: 'Family name as the client gives it.', example: 'Berg' }) family: string;
  @DayField({ example: '1941-04-03' }) birthDate: string;
}

class OverviewPerson {
  @TextField({ max: 200, nullable: true, description: 'Absent where the practice names nobody.' }) name: string | null;
  @CodeField(ROLES, { nullable: true }) role: string | null;
  @TextField({ max: 200, nullable: true }) organisation: string | null;
}

/** What one person did on one day on one ground, in words for the client. */
export class OverviewLine {
  @DayField() day: string;
  @InstantField() firstAt: string;
  @InstantField() lastAt: string;
  @IntegerField({ min: 1, max: MOST, description: 'How many acts this line stands for.' }) times: number;
  @ObjectField(() => OverviewPerson) person: OverviewPerson;
  @TextField({ max: 1000, description: 'When, who and what.' }) sentence: string;
  @TextField({ max: 1000, description: 'By which rule and consent, or why not.' }) why: string;
  @CodeField(['SUCCESS', 'DENIED', 'REFUSED']) outcome: string;
  @BooleanField({ description: 'By the emergency button.' }) emergency: boolean;
}

export class ClientOverviewPage {
  @ListField(() => OverviewLine, { max: 200 }) items: OverviewLine[];
  @TextField({ max: 40, nullable: true }) nextCursor: string | null;
  @IntegerField({ min: 0, max: MOST }) total: number;
  @IntegerField({ min: 0, max: MOST, description: 'Acts that the lines stand for.' }) acts: number;
}
