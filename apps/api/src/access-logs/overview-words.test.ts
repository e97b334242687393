import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { RESOURCES } from '@samenoud/domain';
import { findText } from '@samenoud/texts';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/** Objects of a row of the log: said outright, or what a record is opened for. */
const NAMED = [
  /objectType: '([A-Z_]+)'/g,
  /\b(?:open|logShown)\([^;]*?\{ type: '([A-Z_]+)'/g,
  /\bconst (?:OBJECT|KIND|[A-Z_]*JOB) = '([A-Z_]+)'/g,
];

/** Never about a client: people, accounts and the practice itself. */
const OF_NO_CLIENT = new Set([
  'ACCOUNT', 'BLANK_FORM', 'COLLEAGUES', 'IDENTITY_PROVIDER', 'INSTRUMENT', 'INSTRUMENTS', 'LETTERHEAD', 'ORGANISATION', 'OWN_ACCOUNT',
  'PASSKEY', 'PRACTICE', 'ROLE_GRANT', 'PRACTICE_SETTINGS', 'SESSION', 'USERS',
]); // prettier-ignore

function objectsOfLog(): string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.') && !name.includes('demo') && !name.includes('testing'),
  );
  const found = files.flatMap((name) => {
    const text = readFileSync(join(SOURCE, name), 'utf8');
    return NAMED.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code ?? ''));
  });
  return [...new Set([...found, ...RESOURCES])].filter((code) => !OF_NO_CLIENT.has(code)).toSorted();
}

describe('what a client reads of who looked', () => {
  it('has words of its own for everything the log can name', () => {
    const objects = objectsOfLog();
    expect(objects).toEqual(expect.arrayContaining(['CLIENT', 'EMERGENCY_ACCESS', 'RESPONSE', 'CLIENT_EXPORT']));
    expect(objects.filter((code) => findText(`accessOverview.thing.${code}`) === undefined)).toEqual([]);
  });
});
