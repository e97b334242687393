import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { cleanBody, escapePointer } from './body-guard.ts';
import { RepeatedProperty, UNREADABLE_BODY } from './json-body.ts';
import { DomainError, type FieldCode, type FieldProblem, invalidInput } from './problem.ts';

/**
 * Checks bodies and queries against their DTO class: unknown properties are refused, every fault names its field. A body that
 * was left out has no properties.
 */
@Injectable()
export class BodyPipe implements PipeTransform {
  async transform(sent: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || !metatype || metatype === Object || metatype === String) return sent;
    const value = sent === undefined ? {} : sent;
    if (value === UNREADABLE_BODY) throw new DomainError('BAD_REQUEST');
    if (value instanceof RepeatedProperty) throw invalidInput({ pointer: value.pointer, code: 'REPEATED_PROPERTY' });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalidInput({ pointer: '', code: 'INVALID_TYPE' });
    }
    const dto: object = plainToInstance(metatype, cleanBody(value), { exposeUnsetFields: false });
    const faults = await validate(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    if (faults.length > 0) throw invalidInput(...faults.flatMap((fault) => problemsOf(fault, '')));
    return dto;
  }
}

const ORDER: readonly FieldCode[] = ['UNKNOWN_PROPERTY', 'REQUIRED', 'INVALID_TYPE'];

function problemsOf(fault: ValidationError, parent: string): FieldProblem[] {
  const pointer = `${parent}/${escapePointer(fault.property)}`;
  const nested = (fault.children ?? []).flatMap((child) => problemsOf(child, pointer));
  if (nested.length > 0 || !fault.constraints) return nested;
  const found = Object.keys(fault.constraints).map((name) => ({ pointer, ...meaning(fault, name) }));
  const rank = (code: FieldCode): number => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length);
  return found.toSorted((a, b) => rank(a.code) - rank(b.code)).slice(0, 1);
}

function meaning(fault: ValidationError, constraint: string): Pick<FieldProblem, 'code' | 'values'> {
  if (constraint === 'whitelistValidation') return { code: 'UNKNOWN_PROPERTY' };
  const contexts: Record<string, Pick<FieldProblem, 'code' | 'values'>> = fault.contexts ?? {};
  return contexts[constraint] ?? { code: 'INVALID_TYPE' };
}
