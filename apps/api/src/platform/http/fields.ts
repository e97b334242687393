import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  isDay,
  isEmail,
  isEmailDomain,
  normaliseBsn,
  normalisePhone,
  normalisePostcode,
  PROVIDER_LIMITS,
} from '@samenoud/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsObject, ValidateNested } from 'class-validator';
import { context, field, type FieldOptions, type Rule, rule } from './field-rules.ts';
import { isUuid } from './uuid.ts';

const isText: Rule = { code: 'INVALID_TYPE', holds: (value) => typeof value === 'string' };
const ofText = (holds: (value: string) => boolean) => (value: unknown) => typeof value !== 'string' || holds(value);
const codePoints = (value: string): number => [...value].length;

/** Text of `min` to `max` characters (code points). Without `min` an empty text is refused, as REQUIRED. */
export function TextField(options: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  const { min = 1, max } = options;
  return field(
    options,
    { type: String, minLength: min, maxLength: max },
    rule(isText),
    rule({ code: 'TOO_LONG', values: { max }, holds: ofText((value) => codePoints(value) <= max) }),
    min === 1
      ? rule({ code: 'REQUIRED', holds: ofText((value) => value.trim() !== '') })
      : rule({ code: 'TOO_SHORT', values: { min }, holds: ofText((value) => codePoints(value) >= min) }),
  );
}

/** One of a closed list of codes. */
export function CodeField(codes: readonly string[], options: FieldOptions & { name?: string } = {}): PropertyDecorator {
  const known = rule({ code: 'INVALID_VALUE', holds: (value) => typeof value === 'string' && codes.includes(value) });
  return field(options, { type: String, enum: [...codes] }, known);
}

/** A list of codes, each at most once. */
export function CodesField(codes: readonly (string | null)[], options: FieldOptions = {}): PropertyDecorator {
  const known = rule({
    code: 'INVALID_VALUE',
    holds: (value) => !Array.isArray(value) || value.every((code) => codes.includes(code)),
  });
  const schema = { type: 'array', items: { type: 'string', enum: codes.filter((code) => code !== null) } };
  return field(
    options,
    schema as ApiPropertyOptions,
    IsArray(context('INVALID_TYPE')),
    ArrayMaxSize(50, context('TOO_MANY', { max: 50 })),
    known,
  );
}

/** A list of ids, in which null means "none". */
export function IdsField(options: FieldOptions = {}): PropertyDecorator {
  const known = rule({
    code: 'INVALID_ID',
    holds: (value) => !Array.isArray(value) || value.every((id) => id === null || isUuid(id)),
  });
  const schema = { type: 'array', items: { type: 'string', format: 'uuid', nullable: true } };
  return field(
    options,
    schema as ApiPropertyOptions,
    IsArray(context('INVALID_TYPE')),
    ArrayMaxSize(200, context('TOO_MANY', { max: 200 })),
    known,
  );
}

export function BooleanField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean(context('INVALID_TYPE')));
}

/** A whole number from `min` to `max`. */
export function IntegerField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  const inRange = (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    rule({ code: 'INVALID_TYPE', holds: (value) => typeof value === 'number' }),
    rule({ code: 'OUT_OF_RANGE', values: { min, max }, holds: (value) => typeof value !== 'number' || inRange(value) }),
  );
}

/** A calendar day, `YYYY-MM-DD`. */
export function DayField(options: FieldOptions = {}): PropertyDecorator {
  const real = rule({ code: 'INVALID_DAY', holds: (value) => typeof value === 'string' && isDay(value) });
  return field(options, { type: String, format: 'date' }, real);
}

/** A person may live in them, and what is reckoned from them stays a day of the calendar. */
const FIRST_YEAR = '1900';
const LAST_YEAR = '2199';

/** An instant, ISO 8601 with offset, of these years. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;
  const holds = (value: unknown): boolean =>
    typeof value === 'string' &&
    pattern.test(value) &&
    isDay(value.slice(0, 10)) &&
    value >= FIRST_YEAR &&
    value.slice(0, 4) <= LAST_YEAR &&
    !Number.isNaN(Date.parse(value));
  return field(options, { type: String, format: 'date-time' }, rule({ code: 'INVALID_INSTANT', holds }));
}

/** A time of the day, `HH:MM`. */
export function TimeField(options: FieldOptions = {}): PropertyDecorator {
  const holds = (value: unknown): boolean => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
  return field(options, { type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', example: '14:30' }, rule({ code: 'INVALID_TIME', holds })); // prettier-ignore
}

export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, rule({ code: 'INVALID_ID', holds: isUuid }));
}

export function BsnField(options: FieldOptions = {}): PropertyDecorator {
  const valid = rule({
    code: 'INVALID_BSN',
    holds: (value) => typeof value === 'string' && normaliseBsn(value) !== undefined,
  });
  return field(options, { type: String, maxLength: 11 }, valid);
}

export function PostcodeField(options: FieldOptions = {}): PropertyDecorator {
  const valid = (value: unknown): boolean => typeof value === 'string' && normalisePostcode(value) !== undefined;
  return field(options, { type: String, maxLength: 10 }, rule({ code: 'INVALID_POSTCODE', holds: valid }));
}

export function PhoneField(options: FieldOptions = {}): PropertyDecorator {
  const valid = (value: unknown): boolean =>
    typeof value === 'string' && value.length <= 30 && normalisePhone(value) !== undefined;
  return field(options, { type: String, maxLength: 30 }, rule({ code: 'INVALID_PHONE', holds: valid }));
}

export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  const valid = (value: unknown): boolean => typeof value === 'string' && value.length <= 254 && isEmail(value);
  return field(
    options,
    { type: String, format: 'email', maxLength: 254 },
    rule({ code: 'INVALID_EMAIL', holds: valid }),
  );
}

/** Domains of e-mail addresses in lower case, each at most once. */
export function EmailDomainsField(options: FieldOptions = {}): PropertyDecorator {
  const { emailDomains: most, emailDomain: longest } = PROVIDER_LIMITS;
  const valid = rule({
    code: 'INVALID_EMAIL_DOMAIN',
    holds: (value) =>
      !Array.isArray(value) ||
      (value.every((domain) => typeof domain === 'string' && isEmailDomain(domain)) &&
        new Set(value).size === value.length),
  });
  const schema = { type: 'array', items: { type: 'string', maxLength: longest }, maxItems: most };
  return field(
    options,
    schema as ApiPropertyOptions,
    IsArray(context('INVALID_TYPE')),
    ArrayMaxSize(most, context('TOO_MANY', { max: most })),
    valid,
  );
}

/** An object whose own fields are checked in turn. */
export function ObjectField(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    field(options, { type: () => type() }, IsObject(context('INVALID_TYPE')), ValidateNested(context('INVALID_TYPE'))),
    Type(type),
  );
}

/** A list of objects whose own fields are checked in turn. */
export function ListField(type: () => new () => object, options: FieldOptions & { max: number }): PropertyDecorator {
  return applyDecorators(
    field(
      options,
      { type: () => type(), isArray: true },
      IsArray(context('INVALID_TYPE')),
      ArrayMaxSize(options.max, context('TOO_MANY', { max: options.max })),
      // a list within the list would pass as the entries it holds, of which an empty one has none
      rule({
        code: 'INVALID_TYPE',
        holds: (value) => !Array.isArray(value) || !value.some((one) => Array.isArray(one)),
      }),
      ValidateNested({ each: true, ...context('INVALID_TYPE') }),
    ),
    Type(type),
  );
}

/** An object with free keys, checked by the service that knows them. */
export function MapField(options: FieldOptions = {}): PropertyDecorator {
  const schema = { type: 'object', additionalProperties: true } as ApiPropertyOptions;
  const plain = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
  return field(options, schema, rule({ code: 'INVALID_TYPE', holds: plain }));
}

/** A list of whole numbers from `min` to `max`. */
export function NumbersField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  const inRange = (entry: unknown): boolean =>
    typeof entry === 'number' && Number.isInteger(entry) && entry >= min && entry <= max;
  const schema = { type: 'array', items: { type: 'integer', minimum: min, maximum: max } };
  return field(
    options,
    schema as ApiPropertyOptions,
    IsArray(context('INVALID_TYPE')),
    ArrayMaxSize(50, context('TOO_MANY', { max: 50 })),
    rule({
      code: 'OUT_OF_RANGE',
      values: { min, max },
      holds: (value) => !Array.isArray(value) || value.every(inRange),
    }),
  );
}

/** A list of short texts, such as item ids; for answers. */
export function TextsField(options: FieldOptions = {}): PropertyDecorator {
  const schema = { type: 'array', items: { type: 'string' } } as ApiPropertyOptions;
  return field(options, schema, IsArray(context('INVALID_TYPE')));
}

/** An answer in an answer: a code or a number. */
export function AnswerField(): PropertyDecorator {
  return ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }] });
}
