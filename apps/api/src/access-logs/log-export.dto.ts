import { ROLES } from '@samenoud/domain';
import { BooleanField, CodeField, DayField, IdField } from '../platform/http/fields.ts';

/** An overview as a file: of a period, and of one person or one client where these are named. */
export class ExportLog {
  @DayField({ description: 'The first day that counts.' }) from: string;
  @DayField({ description: 'The last day that counts, at most 31 days later.' }) until: string;
  @IdField({ optional: true }) userId?: string;
  @IdField({ optional: true }) clientId?: string;
  @CodeField(ROLES, { optional: true }) role?: string;
  @CodeField(['C', 'R', 'U', 'D', 'E'], { optional: true }) action?: string;
  @BooleanField({ optional: true }) refused?: boolean;
  @BooleanField({ optional: true }) emergency?: boolean;
}
