import { ACTIONS, grantFor, RESOURCES } from '@samenoud/domain';
import { ORACLE_ROLES, oracleCell, type OracleClause } from '../oracles/access-oracle.ts';

const RELATION: Readonly<Record<OracleClause['relation'], string>> = {
  p: 'PRACTICE',
  t: 'TEAM',
  tenant: 'TENANT',
  own: 'OWN',
};

const VOIDED_AS_MARKED: readonly string[] = ['CONSENT', 'HEALTH_ANSWERS', 'WELLBEING_ANSWERS'];

/**
 * Every cell of the policy against the printed matrix: who may, of whose clients, and under which marks. Left out is what
 * the paper gives in words only: voiding outside consent and answers, and the letters of one's own account.
 */
export function cellDifferences(): string[] {
  return RESOURCES.flatMap((resource) =>
    ORACLE_ROLES.flatMap((role) => {
      const cell = oracleCell(role, resource);
      if (cell === null) return [];
      return ACTIONS.flatMap((action) => {
        const name = `${resource}.${action} of ${role}`;
        const clause = cell.find((candidate) => candidate.actions.includes(action));
        const grant = grantFor(role, resource, action);
        if (resource === 'OWN_ACCOUNT' || (action === 'VOID' && !VOIDED_AS_MARKED.includes(resource))) return [];
        if (clause === undefined) return grant === undefined ? [] : [`${name}: allowed, the matrix says nothing`];
        if (grant === undefined) return [`${name}: refused, the matrix allows it`];
        const is = describeGrant(grant.relation, grant.consent, grant.breakGlass, grant.narrows);
        const should = describeGrant(
          RELATION[clause.relation],
          clause.c,
          clause.g && action === 'READ',
          clause.narrows,
        );
        const sameCase = is === should || (action === 'VOID' && grant.relation === RELATION[clause.relation]);
        return sameCase ? [] : [`${name}: ${is} instead of ${should}`];
      });
    }),
  );
}

const describeGrant = (relation: string, consent: boolean, breakGlass: boolean, narrows: boolean): string =>
  [relation, consent ? 'c' : '', breakGlass ? 'g' : '', narrows ? 't/p' : ''].filter(Boolean).join(',');
