/**
 * Lets the retention clock count more rows as care of a client: each statement gives client_id, owner_org_id and the moment. It adds to
 * the function as it stands, so that slices can each bring their own in any order.
 */
export function countAsCare(statements: readonly string[]): string {
  const added = statements.map((statement) => ` UNION ALL ${statement}`).join('');
  return `DO $outer$ BEGIN
    EXECUTE replace(pg_get_functiondef('care.last_clinical_changes'::regproc), ') e GROUP BY 1, 2)', $added$${added}) e GROUP BY 1, 2)$added$);
  END $outer$;`;
}
