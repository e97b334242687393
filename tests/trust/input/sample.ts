import type { ApiDocument, JsonSchema } from '../support/routes.ts';

/** Ids that lead somewhere, so that more than the first check is reached. */
export type IdSource = () => string;

/** A body that fits the schema, with all its fields, each once. */
export function sampleOf(schema: JsonSchema | undefined, document: ApiDocument, ids: IdSource, depth = 0): unknown {
  const whole = resolve(schema, document);
  if (whole === undefined || depth > 6) return {};
  if (whole['example'] !== undefined) return whole['example'];
  const codes = whole['enum'];
  if (Array.isArray(codes)) return codes[0] as unknown;
  switch (whole['type']) {
    case 'object':
      return sampleObject(whole, document, ids, depth);
    case 'array':
      return [sampleOf(whole['items'] as JsonSchema, document, ids, depth + 1)];
    case 'integer':
    case 'number':
      return whole['minimum'] ?? 1;
    case 'boolean':
      return true;
    default:
      return sampleText(whole['format'], ids);
  }
}

function sampleObject(schema: JsonSchema, document: ApiDocument, ids: IdSource, depth: number): object {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, sampleOf(property, document, ids, depth + 1)]),
  );
}

function sampleText(format: unknown, ids: IdSource): string {
  if (format === 'uuid') return ids();
  if (format === 'date') return '2026-01-05';
  if (format === 'date-time') return '2026-01-05T10:00:00Z';
  return format === 'email' ? 'iemand@test.invalid' : 'Tekst';
}

function resolve(schema: JsonSchema | undefined, document: ApiDocument): JsonSchema | undefined {
  const named = schema?.['$ref'];
  if (typeof named === 'string') return resolve(document.components.schemas[named.split('/').at(-1) ?? ''], document);
  const parts = schema?.['allOf'];
  if (!Array.isArray(parts)) return schema;
  return resolve(parts[0] as JsonSchema, document);
}
