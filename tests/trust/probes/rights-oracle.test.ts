import { expect, it } from '@jest/globals';
import { ORACLE_MATRIX, oracleMayEver, type OracleResource } from '../oracles/access-oracle.ts';
import { mayEver, PAPER_ROLES } from './rights-oracle.ts';

const ACTIONS = ['READ', 'CREATE', 'UPDATE', 'FINALISE', 'EXPORT'] as const;
const TYPED_ONCE: readonly OracleResource[] = [
  'ATTACHMENTS', 'ACCESS_LOG_OVERVIEWS', 'LOG_CLIENT_SEARCH', 'USERS', 'COLLEAGUES', 'PRACTICE_SETTINGS', 'INSTRUMENTS',
  'OWN_ACCOUNT',
]; // prettier-ignore

it('reads the printed matrix as another reader of the same page did', () => {
  const resources = (Object.keys(ORACLE_MATRIX) as OracleResource[]).filter((name) => !TYPED_ONCE.includes(name));
  const differences = resources.flatMap((resource) =>
    PAPER_ROLES.flatMap((role) =>
      ACTIONS.filter((action) => mayEver(role, resource, action) !== oracleMayEver(role, resource, action)).map(
        (action) => `${resource}.${action} of ${role}`,
      ),
    ),
  );
  expect(differences).toEqual([]);
});
