import { expect, it } from '@jest/globals';
import { coverRefused, isCovered } from './cover-refused.ts';
import type { AgendaPlace } from './meeting-queries.ts';

const place = (number: number, clientAgreement: AgendaPlace['clientAgreement']): AgendaPlace =>
  ({
    id: `line-${number}`,
    version: 3,
    place: number,
    shared: true,
    clientId: `client-${number}`,
    clientName: `Geheim, ${number}`,
    birthDate: '1941-04-03',
    reasons: [{ code: 'SIGNAL', detail: 'Geheim', since: '2026-11-01', rowId: 'row' }],
    proposed: 'COMPLEX',
    onTop: false,
    addedLater: false,
    dropped: false,
    presenterId: 'geheim',
    question: 'Geheim?',
    clientAgreement,
    previousDecisions: [{ text: 'Geheim' }],
    openActions: [{ text: 'Geheim' }],
    decisions: [{ text: 'Geheim' }],
    outcome: null,
    feedback: { by: 'geheim', on: null },
    hidden: [],
  }) as unknown as AgendaPlace;

it('leaves nothing of who said no to being discussed, and everything of the others', () => {
  const places = [place(1, 'YES'), place(2, 'NO'), place(3, 'NOT_ASKED')];
  const [first, second, third] = coverRefused(places, undefined);
  expect([first, third]).toEqual([places[0], places[2]]);
  expect(JSON.stringify(second)).not.toMatch(/geheim|line-2|client-2|1941|COMPLEX|SIGNAL/i);
  expect(second).toMatchObject({ place: 2, shared: false });
  expect([first, second, third].map((one) => one !== undefined && isCovered(one))).toEqual([false, true, false]);
});

it('shows the one place that was uncovered, and what is kept from the reader is no cover', () => {
  const places = [place(1, 'NO'), place(2, 'NO')];
  expect(coverRefused(places, 2)[1]).toEqual(places[1]);
  expect(isCovered(coverRefused(places, 2)[0] as AgendaPlace)).toBe(true);
  expect(isCovered({ ...place(1, null), shared: false })).toBe(false);
});
