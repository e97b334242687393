/** Holds the scoring oracle to the worked examples and the closed forms of the domain paper. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { oracleAssess, oraclePossible, oracleProfile, oracleRejected, randomAnswers } from './scoring-oracle.ts';
import { VECTORS } from './scoring-vectors.ts';

describe('scoring oracle', () => {
  it.each(VECTORS.gfi)('adds up $id', ({ answers, total, three, four, profile }) => {
    const assessed = oracleAssess(answers);
    expect(assessed.gfi).toEqual({ lower: total, upper: total, missing: [], three, four });
    expect(assessed.proposedProfile).toBe(profile);
  });

  it.each(VECTORS.imesa)('adds up $id', ({ answers, total, domains, timeFrames, profile }) => {
    const assessed = oracleAssess(answers);
    expect([assessed.imesa.lower, assessed.imesa.upper]).toEqual([total, total]);
    expect(Object.values(assessed.imesa.domains)).toEqual(domains);
    expect(assessed.imesa.timeFrames).toEqual(timeFrames);
    expect(assessed.proposedProfile).toBe(profile);
  });

  it.each(VECTORS.missing)('weighs the open items of $id', ({ answers, imesa, gfi, proposed, possible, deciding }) => {
    const assessed = oracleAssess(answers);
    expect([assessed.imesa.lower, assessed.imesa.upper]).toEqual(imesa);
    expect([assessed.gfi.lower, assessed.gfi.upper]).toEqual(gfi);
    expect(assessed.proposedProfile).toBe(proposed);
    expect(assessed.possibleProfiles).toEqual(possible);
    expect(assessed.determined).toBe(possible.length === 1);
    expect(assessed.deciding).toEqual(deciding);
  });

  it.each(VECTORS.profiles)('INTERMED %i with GFI %i is %s', (imesa, gfi, profile) => {
    expect(oracleProfile(imesa, gfi)).toBe(profile);
  });

  it.each(VECTORS.scoreOnly)('takes a missing total as all open: $totals', ({ totals, possible }) => {
    const imesa = { lower: totals.imesa ?? 0, upper: totals.imesa ?? 60 };
    const gfi = { lower: totals.gfi ?? 0, upper: totals.gfi ?? 15 };
    expect(oraclePossible(imesa, gfi)).toEqual(possible);
  });

  it.each(VECTORS.rejected)('refuses %s = %p', (id, answer) => {
    const answers = { ...VECTORS.gfi[0]?.answers, [id]: answer };
    expect(oracleRejected(answers)).toEqual([id]);
    expect(() => oracleAssess(answers)).toThrow(id);
  });

  it('finds all 35 items of an empty form deciding, INTERMED first', () => {
    const { deciding, possibleProfiles } = oracleAssess({});
    expect(possibleProfiles).toEqual(['ROBUST', 'FRAIL', 'COMPLEX']);
    expect([deciding.length, deciding[0], deciding[19], deciding[20], deciding[34]]).toEqual([
      35,
      'imesa-01',
      'imesa-20',
      'gfi-01',
      'gfi-15',
    ]);
  });

  it('agrees with the closed forms of the paper on random answers', () => {
    const share = fc.double({ min: 0, max: 0.6, noNaN: true });
    const seeds = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(seeds, share, (stream, missingShare) => {
        const { gfi, imesa, ...outcome } = oracleAssess(randomAnswers(() => stream.next().value, missingShare));
        const imesaDecides = imesa.lower < 16 && imesa.upper >= 16;
        const gfiDecides = imesa.lower < 16 && gfi.lower < 5 && gfi.upper >= 5;
        expect(outcome.deciding).toEqual([...(imesaDecides ? imesa.missing : []), ...(gfiDecides ? gfi.missing : [])]);
        expect(outcome.determined).toBe(outcome.deciding.length === 0);
        expect(outcome.determined).toBe(
          oracleProfile(imesa.lower, gfi.lower) === oracleProfile(imesa.upper, gfi.upper),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('draws all three profiles and undetermined, with valid answers only', () => {
    let state = 20_261;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const seen = new Map<string, number>();
    for (let draw = 0; draw < 1_000; draw += 1) {
      const { proposedProfile } = oracleAssess(randomAnswers(random, draw % 2 === 0 ? 0 : 0.1));
      seen.set(proposedProfile, (seen.get(proposedProfile) ?? 0) + 1);
    }
    for (const profile of ['ROBUST', 'FRAIL', 'COMPLEX', 'UNDETERMINED']) {
      expect([profile, (seen.get(profile) ?? 0) > 20]).toEqual([profile, true]);
    }
  });
});
