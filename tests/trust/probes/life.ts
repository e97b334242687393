import type { Random } from '../support/random.ts';
import type { TestApp } from '../support/staff.ts';
import type { Answer } from './answers.ts';
import type { Employee, Staffing } from './people.ts';
import type { Dossier } from './record-keeper.ts';
import type { PaperRole } from './rights-oracle.ts';
import type { RouteRule } from './routes-oracle.ts';

export const DAY = '2026-01-05';
export const today = (shift = 0): string =>
  new Date(Date.now() + shift * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });

export interface Life {
  readonly stack: TestApp;
  readonly staffing: Staffing;
  readonly random: Random;
  readonly dossiers: Dossier[];
  /** The meeting of each practice, of its GPs. */
  readonly meetings: ReadonlyMap<string, string>;
  readonly faults: string[];
  readonly routes: readonly (readonly [string, RouteRule])[];
}

export const colleaguesOf = ({ staffing }: Life, { client }: Dossier): Employee[] =>
  staffing.people.filter(({ tenant }) => tenant === tenantOf(staffing, client.ownerOrg));
const tenantOf = ({ people }: Staffing, orgId: string): string | undefined =>
  people.find((person) => person.orgId === orgId)?.tenant;
export const byRole = (people: readonly Employee[], ...roles: readonly PaperRole[]): Employee[] =>
  people.filter(({ role }) => roles.includes(role));

/** More of these would not be seen on one page of a list, and teach nothing new. */
export const MOST = { rules: 6, rows: 25 };

export function expectStatus(life: Life, what: string, answer: Answer, expected: readonly number[]): boolean {
  if (!expected.includes(answer.status))
    life.faults.push(`${what}: ${answer.status} ${answer.body.code ?? ''} instead of ${expected.join(' or ')}`);
  return answer.status < 300 && expected.includes(answer.status);
}
