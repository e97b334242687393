import type { Role } from '@samenoud/domain';

/** What a table is about decides who may see its rows; the wall between practices stands on every one. */
type TablePolicy =
  /** Rows of one client, shared by care relation and consent category. */
  | { kind: 'CLIENT'; clientColumn: 'id' | 'client_id'; ofForm?: boolean }
  /** Rows of the practice; finer reading is the application's line. */
  | { kind: 'PRACTICE' }
  /** Rows for those to whom every client of the practice is a relation: GP, practice nurse and assistant. */
  | { kind: 'PRACTICE_SCOPE' }
  /** Rows of one member of staff. */
  | { kind: 'OWN' }
  /** Rows that anybody of the practice writes for one member of staff, who alone reads and changes them. */
  | { kind: 'ADDRESSED' }
  /** Rows that these roles oversee; with `ownerColumn` also of one member of staff, who reads and changes hers. */
  | { kind: 'OVERSEEN'; by: readonly Role[]; ownerColumn?: string };

interface TenantTable {
  readonly name: string;
  readonly policy: TablePolicy;
  /** Columns the app may change; identity, owner and category of a row never change. */
  readonly updatable?: readonly string[];
}

/** Row-level security, policies and column grants of one table in schema `care`. Source: `trust.md` 4. */
export function protectTable({ name, policy, updatable = [] }: TenantTable): string {
  const grant = updatable.length > 0 ? `GRANT UPDATE (${updatable.join(', ')}) ON care.${name} TO smd_app;` : '';
  return `
    ALTER TABLE care.${name} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE care.${name} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON care.${name} AS RESTRICTIVE
      USING (practice_id = (SELECT ctx.practice_id())) WITH CHECK (practice_id = (SELECT ctx.practice_id()));
    CREATE POLICY owner_acts ON care.${name} TO smd_owner USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON care.${name} TO smd_app;
    ${grant}
    ${policiesOf(name, policy)}`;
}

function policiesOf(name: string, policy: TablePolicy): string {
  switch (policy.kind) {
    case 'PRACTICE':
      return `CREATE POLICY everyone ON care.${name} TO smd_app USING (true) WITH CHECK (true);`;
    case 'PRACTICE_SCOPE':
      return `CREATE POLICY practice_scope ON care.${name} TO smd_app
        USING ((SELECT ctx.scope()) = 'practice') WITH CHECK ((SELECT ctx.scope()) = 'practice');`;
    case 'OWN':
      return `CREATE POLICY own ON care.${name} TO smd_app
        USING (user_id = (SELECT ctx.user_id())) WITH CHECK (user_id = (SELECT ctx.user_id()));`;
    case 'ADDRESSED':
      return `CREATE POLICY own ON care.${name} FOR SELECT TO smd_app USING (user_id = (SELECT ctx.user_id()));
        CREATE POLICY add ON care.${name} FOR INSERT TO smd_app WITH CHECK (true);
        CREATE POLICY edit ON care.${name} FOR UPDATE TO smd_app
        USING (user_id = (SELECT ctx.user_id())) WITH CHECK (user_id = (SELECT ctx.user_id()));`;
    case 'OVERSEEN': {
      const overseers = `(SELECT ctx.setting('role')) IN (${policy.by.map((role) => `'${role}'`).join(', ')})`;
      const own = policy.ownerColumn === undefined ? '' : `OR ${policy.ownerColumn} = (SELECT ctx.user_id())`;
      return `CREATE POLICY overseen ON care.${name} TO smd_app USING (${overseers} ${own}) WITH CHECK (${overseers} ${own});`;
    }
    case 'CLIENT':
      return clientPolicies(name, `${name}.${policy.clientColumn}`, policy.ofForm ?? false);
  }
}

function clientPolicies(table: string, client: string, ofForm: boolean): string {
  const form = ofForm ? `OR (SELECT ctx.scope()) = 'form' AND response_id = (SELECT ctx.response_id())` : '';
  const related = (breakGlass: string): string => `(
    (SELECT ctx.scope()) = 'practice' ${form} ${breakGlass}
    OR EXISTS (SELECT 1 FROM care.team_member m WHERE m.practice_id = ${table}.practice_id
       AND m.client_id = ${client} AND m.user_id = (SELECT ctx.user_id()) AND m.active @> now()))`;
  const shared = (breakGlass: string): string => `(
    owner_org_id = (SELECT ctx.org_id()) ${breakGlass}
    OR EXISTS (SELECT 1 FROM care.access_basis b WHERE b.practice_id = ${table}.practice_id
       AND b.client_id = ${client} AND b.category = ${table}.category AND b.from_org_id = ${table}.owner_org_id
       AND b.to_org_id = (SELECT ctx.org_id()) AND b.validity @> now()))`;
  const glass = `OR ${client} = (SELECT ctx.break_glass_client())`;
  const ownForm = ofForm ? `AND ((SELECT ctx.scope()) <> 'form' OR response_id = (SELECT ctx.response_id()))` : '';
  return `
    CREATE POLICY seen ON care.${table} FOR SELECT TO smd_app USING (${related(glass)} AND ${shared(glass)});
    CREATE POLICY add ON care.${table} FOR INSERT TO smd_app
      WITH CHECK (owner_org_id = (SELECT ctx.org_id()) ${ownForm});
    CREATE POLICY edit ON care.${table} FOR UPDATE TO smd_app USING (${related('')} AND ${shared('')}) WITH CHECK (true);
    ${narrowedPolicies(table, client.endsWith('.id') ? 'id' : 'client_id')}`;
}

/**
 * Where the practice keeps its GPs to their own clients (`app.narrow`, set for a GP only), rows of any category but identity
 * want a place in the team on top of everything else. Read in emergency access all the same.
 */
export function narrowedPolicies(table: string, clientColumn: 'id' | 'client_id'): string {
  const client = `${table}.${clientColumn}`;
  const own = `(SELECT ctx.setting('narrow')) IS NULL OR category = 1
    OR EXISTS (SELECT 1 FROM care.team_member m WHERE m.practice_id = ${table}.practice_id
       AND m.client_id = ${client} AND m.user_id = (SELECT ctx.user_id()) AND m.active @> now())`;
  return `
    CREATE POLICY narrowed ON care.${table} AS RESTRICTIVE FOR SELECT TO smd_app
      USING (${own} OR ${client} = (SELECT ctx.break_glass_client()));
    CREATE POLICY narrowed_edit ON care.${table} AS RESTRICTIVE FOR UPDATE TO smd_app USING (${own}) WITH CHECK (true);`;
}
