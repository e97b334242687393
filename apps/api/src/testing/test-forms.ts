import { addDays, dayOfInstant } from '@samenoud/domain';
import type { Agent } from './test-app.ts';

/** GFI 0 and INTERMED 0: every answer the lightest. */
export const LIGHTEST: Readonly<Record<string, unknown>> = Object.fromEntries([
  ...[1, 2, 3, 4].map((n) => [`gfi-0${n}`, 'independent']),
  ['gfi-05', 8],
  ...[6, 7, 8, 9].map((n) => [`gfi-0${n}`, 'no']),
  ...[10, 11, 12, 13, 14, 15].map((n) => [`gfi-${n}`, 'no']),
  ...Array.from({ length: 20 }, (_, n) => [`imesa-${String(n + 1).padStart(2, '0')}`, 0]),
]);

/** GFI 4 and one question open: robust or frail, and on the border. */
export const UNDETERMINED: Readonly<Record<string, unknown>> = {
  ...LIGHTEST,
  'gfi-01': 'dependent',
  'gfi-02': 'dependent',
  'gfi-03': 'dependent',
  'gfi-04': 'dependent',
  'gfi-07': { missing: 'BLANK' },
};

/** INTERMED 30: complex, far from any border. */
export const COMPLEX: Readonly<Record<string, unknown>> = {
  ...LIGHTEST,
  ...Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`imesa-${String(n + 1).padStart(2, '0')}`, 3])),
};

export const TODAY = dayOfInstant(Date.now());
export const ON_PAPER = { channel: 'PAPER', completedOn: addDays(TODAY, -3), completedBy: 'SELF' } as const;

/** A form entered and completed at once; `by` reads the answer of the API. */
export async function enterForm(by: Agent, clientId: string, answers: object, head: object = {}): Promise<EnteredForm> {
  const body = { ...ON_PAPER, status: 'COMPLETED', answers, ...head };
  return (await by.post(`/api/v1/clients/${clientId}/responses`).send(body).expect(201)).body;
}

export interface EnteredForm {
  readonly id: string;
  readonly version: number;
  readonly roundId: string | null;
}
