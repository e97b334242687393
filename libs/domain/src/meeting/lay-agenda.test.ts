import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AgendaLine } from './agenda.ts';
import { type LaidLine, layAgenda, type StandingLine } from './lay-agenda.ts';

const wanted = (...clients: string[]): AgendaLine[] =>
  clients.map((clientId) => ({ clientId, rank: 10, onTop: false, reasons: [] }));
const short = (lines: readonly LaidLine[]): string[] =>
  lines.map(({ clientId, place, state, addedLater }) => `${place} ${clientId} ${state}${addedLater ? ' later' : ''}`);
/** As the database keeps them: with an id each. */
const kept = (lines: readonly LaidLine[]): StandingLine[] =>
  lines.map(({ clientId, place, state, addedLater, id }) => ({
    id: id ?? `line-${clientId}`,
    clientId,
    place,
    state,
    addedLater,
  }));

describe('an agenda in preparation', () => {
  it('is made anew in the order of the rules, and keeps the line of who comes back', () => {
    const first = kept(layAgenda('DRAFT', [], wanted('a', 'b', 'c')));
    const second = kept(layAgenda('DRAFT', first, wanted('d', 'c', 'a')));
    expect(short(layAgenda('DRAFT', first, wanted('d', 'c', 'a')))).toEqual(['1 d ON', '2 c ON', '3 a ON', '4 b OFF']);
    const third = layAgenda('DRAFT', second, wanted('b', 'd'));
    expect(third.find(({ clientId }) => clientId === 'b')).toMatchObject({ id: 'line-b', state: 'ON', place: 1 });
  });

  it('has one line for two records that became one', () => {
    const both = kept(layAgenda('DRAFT', [], wanted('a', 'b'))).map((line) => ({ ...line, clientId: 'a' }));
    const laid = layAgenda('DRAFT', both, wanted('a'));
    expect(laid.filter(({ state }) => state === 'ON')).toHaveLength(1);
  });
});

describe('an agenda that was shared', () => {
  const shared = kept(layAgenda('DRAFT', kept(layAgenda('DRAFT', [], wanted('a', 'b', 'x'))), wanted('a', 'b')));

  it('keeps its places, adds at the end, and says what went', () => {
    expect(short(layAgenda('OPEN', shared, wanted('new', 'b')))).toEqual([
      '1 a DROPPED',
      '2 b ON',
      '3 new ON later',
      '4 x OFF',
    ]);
  });

  it('takes back what went, and adds what left before it was shared', () => {
    const dropped = kept(layAgenda('OPEN', shared, wanted('b')));
    expect(short(layAgenda('OPEN', dropped, wanted('x', 'b', 'a')))).toEqual(['1 a ON', '2 b ON', '3 x ON later']);
  });
});

describe('any agenda', () => {
  it('built twice is the same, has every client once and no place twice', () => {
    const clients = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(fc.constantFrom('DRAFT' as const, 'OPEN' as const), clients, clients, (state, before, now) => {
        const standing = kept(layAgenda('DRAFT', [], wanted(...before)));
        const once = layAgenda(state, standing, wanted(...now));
        expect(layAgenda(state, kept(once), wanted(...now))).toEqual(once.map((line) => ({ ...line, id: line.id ?? `line-${line.clientId}` }))); // prettier-ignore
        expect(
          once
            .filter(({ state: one }) => one === 'ON')
            .map(({ clientId }) => clientId)
            .toSorted(),
        ).toEqual(now.toSorted());
        expect(once.map(({ place }) => place)).toEqual(once.map((_, index) => index + 1));
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });
});
