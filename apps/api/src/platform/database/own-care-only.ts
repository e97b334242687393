/** What a line, and all that was written on it, asks of who reads it; `isOwnOnly` says of a row whether the client said no. */
export function ownCareOnly(table: string, isOwnOnly: string): string {
  const seen = (
    glass: string,
  ): string => `(SELECT ctx.scope()) = 'practice' AND (SELECT ctx.setting('narrow')) IS NULL ${glass}
      OR EXISTS (SELECT FROM care.team_member m WHERE m.practice_id = ${table}.practice_id AND m.client_id = ${table}.client_id
        AND m.user_id = (SELECT ctx.user_id()) AND m.reason <> 'MEETING' AND m.active @> now())
      OR NOT ${isOwnOnly}`;
  return `
      CREATE POLICY own_care_only ON care.${table} AS RESTRICTIVE FOR SELECT TO smd_app
        USING (${seen(`OR ${table}.client_id = (SELECT ctx.break_glass_client())`)});
      CREATE POLICY own_care_only_edit ON care.${table} AS RESTRICTIVE FOR UPDATE TO smd_app USING (${seen('')}) WITH CHECK (true);`;
}
