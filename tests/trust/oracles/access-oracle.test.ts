/** Holds the typed matrix to the printed one (access-matrix.txt, copied from the trust paper). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  ORACLE_MATRIX,
  ORACLE_ROLES,
  oracleCell,
  oracleMayEver,
  oracleRelation,
  oracleVoidByText,
} from './access-oracle.ts';
import type { OracleCell, OracleResource } from './access-oracle.ts';

const LETTERS: Readonly<Record<string, string>> = {
  R: 'READ',
  C: 'CREATE',
  U: 'UPDATE',
  F: 'FINALISE',
  V: 'VOID',
  X: 'EXPORT',
};

/** The printed cell as `ACTION place,marks` lines; a cell without a place has the place of the reader's scope. */
function printed(cell: string, silentPlace: string): string[] | null {
  if (cell === '–') return [];
  if (cell.startsWith('as ')) return null;
  if (cell === 'own') return ['READ own', 'CREATE own', 'UPDATE own'];
  if (cell.startsWith('counts')) return ['READ tenant'];
  return cell.split(';').flatMap((clause) => {
    const words = clause.trim().split(/\s+/);
    const end = words.findIndex((word) => LETTERS[word] === undefined);
    const letters = end === -1 ? words : words.slice(0, end);
    const next = end === -1 ? '' : (words[end] ?? '');
    const place = /^(t\/p|t|p)(,[cg])*[,:]?$/.test(next) ? next.replace(/[,:]$/, '') : silentPlace;
    return letters.map((letter) => `${LETTERS[letter] ?? ''} ${place}`);
  });
}

/** The typed cell in the same form, without the voiding that stands in the text and not in the table. */
function typed(cell: OracleCell): string[] | null {
  if (cell === null) return null;
  return cell
    .filter((clause) => !(clause.note ?? '').startsWith('From the text'))
    .flatMap((clause) => {
      const place = clause.narrows ? 't/p' : clause.relation;
      const marks = `${clause.c ? ',c' : ''}${clause.g ? ',g' : ''}`;
      return clause.actions.map((action) => `${action} ${place}${marks}`);
    });
}

const paperRows = readFileSync(new URL('./access-matrix.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const resources = Object.keys(ORACLE_MATRIX) as OracleResource[];

describe('access oracle', () => {
  it('has the 36 rows of 8 roles', () => {
    expect([resources.length, paperRows.length]).toEqual([36, 36]);
    for (const resource of resources) expect(ORACLE_MATRIX[resource]).toHaveLength(8);
  });

  it.each(resources.map((resource, row) => [resource, paperRows[row] ?? []] as const))(
    '%s says what the paper prints',
    (resource, cells) => {
      ORACLE_ROLES.forEach((role, column) => {
        const isTenantWide = ['COLLEAGUES', 'PRACTICE_SETTINGS', 'INSTRUMENTS', 'BREAK_GLASS'].includes(resource);
        const isOffice = role === 'PRACTICE_MANAGER' || role === 'LOG_OFFICER';
        const silentPlace = isTenantWide || isOffice ? 'tenant' : 'p';
        const paper = printed(cells[column + 2] ?? '', silentPlace);
        expect([role, typed(oracleCell(role, resource))]).toEqual([role, paper]);
      });
    },
  );

  it('answers per role, resource and action', () => {
    expect(oracleMayEver('ELDERLY_ADVISER', 'TREATMENT_PLAN', 'READ')).toBe(false);
    expect(oracleMayEver('ELDERLY_ADVISER', 'BSN', 'READ')).toBe(false);
    expect(oracleMayEver('PRACTICE_ASSISTANT', 'HEALTH_ANSWERS', 'READ')).toBe(false);
    expect(oracleMayEver('PRACTICE_ASSISTANT', 'HEALTH_ANSWERS', 'VOID')).toBe(true);
    expect(oracleMayEver('GP', 'ATTACHMENTS', 'READ')).toBeNull();
    expect(oracleMayEver('LOG_OFFICER', 'ATTACHMENTS', 'READ')).toBe(false);
    expect(oracleRelation('PRACTICE_NURSE', 'CARE_PLAN', 'READ')).toBe('p');
    expect(oracleRelation('PRACTICE_NURSE', 'CARE_PLAN', 'UPDATE')).toBe('t');
    expect(oracleRelation('PRACTICE_NURSE', 'CARE_PLAN', 'EXPORT')).toBeNull();
  });

  it('marks VOID in the consent row and for answers only', () => {
    const voiding = resources.filter((resource) => ORACLE_ROLES.some((role) => oracleMayEver(role, resource, 'VOID')));
    expect(voiding).toEqual(['CONSENT', 'HEALTH_ANSWERS', 'WELLBEING_ANSWERS']);
    const sixRoles = ORACLE_ROLES.slice(0, 6);
    const overruling = ['GP', 'PRACTICE_NURSE'];
    for (const resource of ['HEALTH_ANSWERS', 'WELLBEING_ANSWERS'] as const) {
      const clauses = ORACLE_ROLES.flatMap((role) =>
        (oracleCell(role, resource) ?? [])
          .filter((clause) => clause.actions.includes('VOID'))
          .map((clause) => [role, clause.maker ? 'maker' : 'any']),
      );
      expect(clauses).toEqual(sixRoles.map((role) => [role, overruling.includes(role) ? 'any' : 'maker']));
    }
    expect(oracleVoidByText('ELDERLY_CARE_PHYSICIAN', 'CONSENT')).toBe(false);
    expect(oracleVoidByText('DISTRICT_NURSE', 'CONTACTS')).toBe(true);
    expect(oracleVoidByText('LOG_OFFICER', 'CONTACTS')).toBe(false);
  });

  it('gives the office roles no client content', () => {
    const content = resources.slice(0, resources.indexOf('CLIENT_LIST')).filter((each) => each !== 'ATTACHMENTS');
    const read = content.filter((resource) => oracleMayEver('PRACTICE_MANAGER', resource, 'READ'));
    expect(read).toEqual([]);
    expect(content.filter((resource) => oracleMayEver('LOG_OFFICER', resource, 'READ'))).toEqual(['TEAM', 'CONSENT']);
  });
});
