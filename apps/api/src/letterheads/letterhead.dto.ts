import { LETTERHEAD_LIMITS, LETTERHEAD_REQUIRED } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  CodesField,
  IntegerField,
  PhoneField,
  PostcodeField,
  TextField,
} from '../platform/http/fields.ts';

const optional = { optional: true, nullable: true } as const;
/** How letters lie in the pile. */
export const LETTER_ORDERS = ['NAME', 'POSTCODE'] as const;
export type LetterOrder = (typeof LETTER_ORDERS)[number];

const nullable = { nullable: true } as const;

export class LetterheadView {
  @IntegerField({ min: 0, max: 2_147_483_647, description: '0 as long as nothing was ever filled in.' })
  version: number;
  @TextField({ max: LETTERHEAD_LIMITS.name, ...nullable }) name: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.street, ...nullable }) street: string | null;
  @TextField({ max: 7, ...nullable }) postcode: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.city, ...nullable }) city: string | null;
  @TextField({ max: 30, ...nullable }) phone: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.openingHours, ...nullable }) openingHours: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.senderName, ...nullable }) senderName: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.senderRole, ...nullable }) senderRole: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.emergencyText, ...nullable }) emergencyText: string | null;
  @CodeField(LETTER_ORDERS) letterOrder: LetterOrder;
  @BooleanField() hasLogo: boolean;
  @CodesField(LETTERHEAD_REQUIRED, { description: 'What is still missing before letters can be made.' })
  missing: string[];
}

/** The whole letterhead; what is left out or empty is emptied. */
export class PutLetterhead {
  @TextField({ max: LETTERHEAD_LIMITS.name, ...optional, example: 'Huisartsenpraktijk De Brug' }) name?: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.street, ...optional, example: 'Dorpsstraat 12' }) street?: string | null;
  @PostcodeField({ ...optional, example: '9501 AB' }) postcode?: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.city, ...optional, example: 'Stadskanaal' }) city?: string | null;
  @PhoneField({ ...optional, example: '0599 123456' }) phone?: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.openingHours, ...optional }) openingHours?: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.senderName, ...optional, example: 'J. Smit' }) senderName?: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.senderRole, ...optional, example: 'huisarts' }) senderRole?: string | null;
  @TextField({ max: LETTERHEAD_LIMITS.emergencyText, ...optional }) emergencyText?: string | null;
  @CodeField(LETTER_ORDERS, { optional: true, description: 'Left out: stays.' }) letterOrder?: LetterOrder;
}
