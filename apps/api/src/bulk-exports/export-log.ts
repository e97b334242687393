import { requestContext } from '../platform/request/request-context.ts';

/** A row about an export: criteria, counts and ids, never what it is for, which is in the export itself. */
export function logExport(type: string, objectId: string, query: object, action: 'C' | 'E' = 'E'): void {
  requestContext().log.push({
    type,
    action,
    objectType: 'BULK_EXPORT',
    objectId,
    query: { ...query },
    category: 1,
    rule: `BULK_EXPORT.EXPORT.${requestContext().user.role}`,
    relation: 'PRACTICE',
    basis: 'NOT_NEEDED',
  });
}
