import { describe, expect, it } from '@jest/globals';
import { monthOf, overdueMonths, reviewableMonths, reviewDueOn } from './months.ts';
import { comparedName } from './namesake.ts';
import { LOG_REVIEW_LIMITS, type LogPattern, patternsOf, type VisitFacts } from './patterns.ts';
import { drawn, monthSample, ORDINARY_SAMPLE, WEAK_SAMPLE } from './sample.ts';
import { needsNote } from './verdicts.ts';

/** Somebody at work, with a client of hers, for a reason. */
const ORDINARY: VisitFacts = {
  tied: false, wrote: false, traced: true, daysWithoutReason: 0, namesakes: null, colleague: null, colleagueNamesakes: 0,
  watched: false, outsideHours: false, activeDays: 40, outsideDays: 0, emergency: false, roleDays: 400,
}; // prettier-ignore
const UNEXPLAINED = { traced: false, daysWithoutReason: 1 };
const { rareSurnameClients: RARE, daysWithoutReason: DAYS, newRoleDays, habitDays } = LOG_REVIEW_LIMITS;

describe('patterns of a visit', () => {
  it.each<[string, Partial<VisitFacts>, readonly LogPattern[]]>([
    ['ordinary work', {}, []],
    ['a single look that nothing explains', UNEXPLAINED, []],
    ['a rare surname in common', { namesakes: RARE }, ['SAME_SURNAME']],
    ['a rare surname, but a client of hers', { namesakes: RARE, tied: true }, []],
    ['a rare surname, and a form entered', { namesakes: 1, wrote: true }, ['SAME_SURNAME']],
    ['a common surname, for a reason', { namesakes: RARE + 1 }, []],
    ['a common surname, without reason', { ...UNEXPLAINED, namesakes: RARE + 1 }, ['SAME_SURNAME']],
    ['a colleague by telephone', { colleague: 'PHONE', colleagueNamesakes: 90 }, ['COLLEAGUE']],
    ['a colleague, by her own GP', { colleague: 'PHONE', tied: true }, []],
    ['a colleague whose form is entered', { colleague: 'PHONE', wrote: true }, []],
    ['a colleague by a rare name', { colleague: 'NAME', colleagueNamesakes: RARE }, ['COLLEAGUE']],
    ['a colleague by a common name, for a reason', { colleague: 'NAME', colleagueNamesakes: RARE + 1 }, []],
    ['a watched client', { watched: true }, ['WATCHED']],
    ['a watched client of hers', { watched: true, tied: true }, []],
    ['a watched client with work done', { watched: true, wrote: true }, []],
    ['days without reason, on the border', { traced: false, daysWithoutReason: DAYS }, ['NO_REASON']],
    ['as many days, one of them explained', { traced: true, daysWithoutReason: DAYS }, []],
    ['the night', { outsideHours: true }, ['OUTSIDE_HOURS']],
    ['the night, by who works then', { outsideHours: true, outsideDays: habitDays, activeDays: 80 }, []],
    ['the night, by who did so a day too few', { outsideHours: true, outsideDays: habitDays - 1 }, ['OUTSIDE_HOURS']],
    ['the night, by who did so seldom', { outsideHours: true, outsideDays: habitDays, activeDays: 81 }, ['OUTSIDE_HOURS']],
    ['the night, with a client of hers', { outsideHours: true, tied: true }, []],
    ['the emergency button', { emergency: true, tied: true, wrote: true }, ['EMERGENCY']],
    ['a new role, without reason', { ...UNEXPLAINED, roleDays: newRoleDays - 0.1 }, ['NEW_ROLE']],
    ['a role not new any more', { ...UNEXPLAINED, roleDays: newRoleDays }, []],
    ['a new role, for a reason', { roleDays: 1 }, []],
    ['several at once, in the order of the paper', { ...UNEXPLAINED, outsideHours: true, emergency: true, namesakes: 1 }, ['SAME_SURNAME', 'OUTSIDE_HOURS', 'EMERGENCY']],
  ])('%s', (_, facts, expected) => {
    expect(patternsOf({ ...ORDINARY, ...facts })).toEqual(expected);
  }); // prettier-ignore
});

describe('names as they are compared', () => {
  it.each([
    ['Els Bakker', ['bakker'], 'e'],
    ['A. van der Berg-Smit', ['berg', 'smit'], 'a'],
    ['J. M. Öztürk', ['ozturk'], 'j'],
    ['Jansen', ['jansen'], ''],
    ['Piet de Vries', ['vries'], 'p'],
  ])('%s', (name, surnames, initial) => {
    expect(comparedName(name)).toEqual({ surnames, initial });
  });
});

describe('the sample', () => {
  const hits = (patterns: readonly LogPattern[], from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ patterns, firstSeq: from + index }));

  it('has every strong hit, and a share of the others that the seed draws', () => {
    const strong = hits(['WATCHED'], 1, 40);
    const weak = hits(['OUTSIDE_HOURS'], 100, 60);
    const sample = monthSample([...weak, ...strong], hits([], 1000, 50), 'seed');
    expect(sample.length).toBe(40 + WEAK_SAMPLE + ORDINARY_SAMPLE);
    expect(sample.slice(0, 40)).toEqual(strong);
    expect(monthSample([...strong, ...weak], hits([], 1000, 50), 'seed')).toEqual(sample);
    expect(monthSample([...weak, ...strong], hits([], 1000, 50), 'other')).not.toEqual(sample);
  });

  it('draws each about as often', () => {
    const counts = new Map<number, number>();
    for (let seed = 0; seed < 2_000; seed += 1)
      for (const { firstSeq } of drawn(hits([], 1, 20), 5, `s${seed}`))
        counts.set(firstSeq, (counts.get(firstSeq) ?? 0) + 1);
    expect(counts.size).toBe(20);
    expect(Math.min(...counts.values())).toBeGreaterThan(380);
    expect(Math.max(...counts.values())).toBeLessThan(620);
  });
});

describe('months', () => {
  it('are over before they are reviewed, newest first', () => {
    expect(reviewableMonths('2026-08-31', '2026-11-01')).toEqual(['2026-10-01', '2026-09-01', '2026-08-01']);
    expect(reviewableMonths('2026-11-02', '2026-11-30')).toEqual([]);
    expect(reviewableMonths('2000-01-01', '2026-11-30').length).toBe(24);
  });

  it('are late after the fourteenth of the next', () => {
    expect([monthOf('2026-02-28'), reviewDueOn('2026-12-01')]).toEqual(['2026-02-01', '2027-01-14']);
    const months = ['2026-10-01', '2026-09-01'];
    expect(overdueMonths(months, [], '2026-11-14')).toEqual(['2026-09-01']);
    expect(overdueMonths(months, [], '2026-11-15')).toEqual(['2026-09-01', '2026-10-01']);
    expect(overdueMonths(months, months, '2027-01-01')).toEqual([]);
  });

  it('want words where something was found', () => {
    expect([needsNote('IN_ORDER'), needsNote('NOT_IN_ORDER'), needsNote('LOOK_FURTHER')]).toEqual([false, true, true]);
  });
});
