import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsDefined, ValidateBy, ValidateIf } from 'class-validator';
import type { FieldCode } from './problem.ts';

/** What every field may say: whether it may be left out or null, and how it is documented. */
export interface FieldOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

export interface Rule {
  readonly code: FieldCode;
  readonly values?: Record<string, string | number>;
  readonly holds: (value: unknown) => boolean;
}

/** What a refusal says at the field. */
export const context = (code: FieldCode, values?: Record<string, string | number>): { context: object } => ({
  context: { code, ...(values ? { values } : {}) },
});

/** A documented field with its checks; it is needed unless it may be left out. */
export function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, description, example } = options;
  const documented = {
    ...schema,
    required: !optional,
    ...(nullable ? { nullable } : {}),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  } as ApiPropertyOptions;
  const presence = ValidateIf(
    (_, value: unknown) => !(optional && value === undefined) && !(nullable && value === null),
  );
  return applyDecorators(ApiProperty(documented), presence, IsDefined(context('REQUIRED')), ...checks);
}

/** One check of a value, with the code it is refused by. */
export function rule({ code, values, holds }: Rule): PropertyDecorator {
  return ValidateBy({ name: code, validator: { validate: holds, defaultMessage: () => code } }, context(code, values));
}
