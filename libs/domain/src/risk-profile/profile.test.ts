import { describe, expect, it } from '@jest/globals';
import { assignmentReasonRequired } from './assignment.ts';
import { comparePriority, priorityRank } from './priority.ts';
import type { PriorityFacts } from './priority.ts';
import { DEFAULT_CUT_OFFS, possibleProfiles, profileOf, RULE } from './profile.ts';

describe('profileOf', () => {
  it.each([
    [0, 0, 'ROBUST'],
    [15, 0, 'ROBUST'],
    [15, 4, 'ROBUST'],
    [0, 4, 'ROBUST'],
    [15, 5, 'FRAIL'],
    [0, 5, 'FRAIL'],
    [0, 15, 'FRAIL'],
    [16, 0, 'COMPLEX'],
    [16, 4, 'COMPLEX'],
    [16, 5, 'COMPLEX'],
    [16, 15, 'COMPLEX'],
    [17, 0, 'COMPLEX'],
    [60, 0, 'COMPLEX'],
    [60, 15, 'COMPLEX'],
  ])('INTERMED %i and GFI %i: %s', (imesa, gfi, profile) => {
    expect(profileOf(imesa, gfi)).toBe(profile);
    expect(possibleProfiles({ lower: imesa, upper: imesa }, { lower: gfi, upper: gfi })).toEqual([profile]);
  });

  it('uses other cut-offs when they are given', () => {
    expect(DEFAULT_CUT_OFFS).toEqual({ imesa: 16, gfi: 5 });
    expect(RULE).toEqual({ id: 'samenoud', version: '1' });
    expect(profileOf(18, 4, { imesa: 19, gfi: 4 })).toBe('FRAIL');
    expect(profileOf(18, 3, { imesa: 19, gfi: 4 })).toBe('ROBUST');
    expect(profileOf(19, 0, { imesa: 19, gfi: 4 })).toBe('COMPLEX');
  });
});

describe('possibleProfiles', () => {
  it('are exactly those of all totals within the bounds', () => {
    const edges = [0, 13, 15, 16, 17, 60];
    for (const iLo of edges)
      for (const iHi of edges.filter((edge) => edge >= iLo))
        for (let gLo = 0; gLo <= 15; gLo += 1)
          for (let gHi = gLo; gHi <= 15; gHi += 1) {
            const found = new Set<string>();
            for (let i = iLo; i <= iHi; i += 1) for (let g = gLo; g <= gHi; g += 1) found.add(profileOf(i, g));
            const possible = possibleProfiles({ lower: iLo, upper: iHi }, { lower: gLo, upper: gHi });
            expect(possible).toEqual(['ROBUST', 'FRAIL', 'COMPLEX'].filter((profile) => found.has(profile)));
          }
  });
});

describe('assignmentReasonRequired', () => {
  it.each([
    ['FRAIL', 'FRAIL', false],
    ['FRAIL', 'COMPLEX', true],
    ['FRAIL', 'UNDETERMINED', true],
    ['ROBUST', null, true],
  ] as const)('assigned %s, proposed %s: %s', (assigned, proposed, required) => {
    expect(assignmentReasonRequired({ assigned, proposed })).toBe(required);
  });
});

describe('comparePriority', () => {
  const client: PriorityFacts = {
    assigned: 'FRAIL',
    proposed: null,
    sortName: 'berg',
    birthDate: '1941-04-03',
    id: 'a',
  };

  /** Each client comes before all that follow it. */
  function expectOrder(clients: readonly PriorityFacts[]): void {
    clients.forEach((first, index) => {
      expect(comparePriority(first, first)).toBe(0);
      for (const later of clients.slice(index + 1)) {
        expect(comparePriority(first, later)).toBeLessThan(0);
        expect(comparePriority(later, first)).toBeGreaterThan(0);
      }
    });
  }

  it('ranks by the assignment, without one by the proposal', () => {
    expectOrder([
      { ...client, assigned: 'COMPLEX', proposed: 'ROBUST' },
      { ...client, assigned: null, proposed: 'UNDETERMINED' },
      { ...client, assigned: 'FRAIL', proposed: 'COMPLEX' },
      { ...client, assigned: null },
      { ...client, assigned: 'ROBUST', proposed: 'UNDETERMINED' },
    ]);
    expect(priorityRank({ assigned: null, proposed: 'COMPLEX' })).toBe(0);
  });

  it('puts overdue clients first, within a rank those longest overdue', () => {
    expectOrder([
      { ...client, assigned: 'ROBUST', daysOverdue: 1 },
      { ...client, assigned: 'COMPLEX', daysOverdue: 0 },
      { ...client, daysOverdue: 0 },
      { ...client, daysOverdue: -3 },
      { ...client, daysOverdue: null },
    ]);
    expectOrder([
      { ...client, assigned: 'COMPLEX', daysOverdue: 1 },
      { ...client, daysOverdue: 9 },
      { ...client, daysOverdue: 2 },
    ]);
  });

  it('ends with name, birth date and id', () => {
    expectOrder([
      client,
      { ...client, id: 'b' },
      { ...client, birthDate: '1942-01-01' },
      { ...client, sortName: 'bergsma', birthDate: '1930-01-01' },
    ]);
  });
});
