import { type FieldCode, invalidInput } from '../http/problem.ts';

type Trimmed<Fields extends object> = { [Key in keyof Fields]-?: Exclude<Fields[Key], undefined> | null };

/** Texts without blanks round them; what is blank or left out is null. */
export function trimmed<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Trimmed<Fields> {
  const entries = Object.entries(fields).map(([key, value]) => [key, cleaned(value)]);
  return Object.fromEntries(entries) as Trimmed<Fields>;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return value ?? null;
}

/** Throws 400 naming every field that a rule of the domain found wrong, by its dotted path. */
export function refuseFaults(faults: readonly (readonly [field: string, code: FieldCode])[]): void {
  if (faults.length === 0) return;
  throw invalidInput(...faults.map(([field, code]) => ({ pointer: `/${field.replaceAll('.', '/')}`, code })));
}
