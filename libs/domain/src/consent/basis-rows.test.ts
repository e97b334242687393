import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accessBasisRows, nextBasisChangeAt } from './basis-rows.ts';
import { CATEGORIES } from './categories.ts';
import { evaluate } from './evaluate.ts';
import { isWithin } from './instants.ts';
import { CONSENT_RULE_KINDS, type CareTeam, type ConsentOrganisation, type RegisteredRule } from './rules.ts';

const hour = (count: number) => `2026-10-02T${String(count).padStart(2, '0')}:00:00Z`;
const organisations: ConsentOrganisation[] = [
  { id: 'practice', kind: 'PRACTICE' },
  { id: 'home-care', kind: 'HOME_CARE' },
  { id: 'specialist', kind: 'SPECIALIST' },
  { id: 'social-work', kind: 'SOCIAL_WORK' },
];
const orgIds = organisations.map(({ id }) => id);
const grant: RegisteredRule = {
  id: 'grant',
  kind: 'GRANT',
  fromOrgId: null,
  toOrgId: 'social-work',
  categories: [1],
  validFrom: hour(9),
  validUntil: null,
  withdrawnAt: null,
  recordedAt: hour(9),
};
const alone: CareTeam = { practiceOrgId: 'practice', members: [] };

describe('accessBasisRows', () => {
  it('writes a GRANT for each writer and category, from its start until its end', () => {
    const rows = accessBasisRows([{ ...grant, validUntil: hour(15) }], alone, organisations, hour(12));
    const granted = rows.filter(({ kind }) => kind === 'GRANT');
    expect(granted).toHaveLength(3);
    expect(granted[0]).toEqual({
      category: 1,
      fromOrgId: 'practice',
      toOrgId: 'social-work',
      kind: 'GRANT',
      ruleId: 'grant',
      validFrom: hour(9),
      validUntil: hour(15),
    });
  });

  it('writes the own practice as involved without start or end', () => {
    const rows = accessBasisRows([], alone, organisations, hour(12));
    expect(rows).toHaveLength(5 + 6 + 5);
    expect(rows.every(({ toOrgId, kind }) => toOrgId === 'practice' && kind === 'INVOLVED')).toBe(true);
    expect(rows.every(({ validFrom, validUntil }) => validFrom === null && validUntil === null)).toBe(true);
  });

  it('writes an organisation as involved while one member after the other is active, without a break', () => {
    const members = [
      { orgId: 'home-care', activeFrom: hour(8), activeUntil: hour(13) },
      { orgId: 'home-care', activeFrom: hour(11), activeUntil: hour(18) },
    ];
    const row = accessBasisRows([], { ...alone, members }, organisations, hour(12)).find(
      ({ toOrgId }) => toOrgId === 'home-care',
    );
    expect(row).toMatchObject({ kind: 'INVOLVED', ruleId: 'INVOLVED', validFrom: hour(8), validUntil: hour(18) });
  });

  it('writes nothing while a refusal holds, and starts anew after it', () => {
    const deny: RegisteredRule = { ...grant, kind: 'DENY', toOrgId: 'practice', validUntil: hour(11) };
    const rowsAt = (count: number) =>
      accessBasisRows([deny], alone, organisations, hour(count)).filter(({ category }) => category === 1);
    expect(rowsAt(8)[0]).toMatchObject({ validFrom: null, validUntil: hour(9) });
    expect(rowsAt(10)).toEqual([]);
    expect(rowsAt(12)[0]).toMatchObject({ validFrom: hour(11), validUntil: null });
  });

  it('has to be written anew when a rule starts or ends by itself', () => {
    const later = { ...grant, validFrom: hour(14), validUntil: hour(16) };
    expect([13, 14, 15, 16].map((count) => nextBasisChangeAt([later], alone, hour(count)))).toEqual([
      hour(14),
      hour(16),
      hour(16),
      null,
    ]);
  });
});

describe('accessBasisRows, on every register and team', () => {
  const anyHour = fc.integer({ min: 0, max: 23 }).map(hour);
  const anyRules: fc.Arbitrary<RegisteredRule[]> = fc.array(
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...CONSENT_RULE_KINDS),
      fromOrgId: fc.option(fc.constantFrom(...orgIds)),
      toOrgId: fc.constantFrom(...orgIds),
      categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
      validFrom: anyHour,
      validUntil: fc.option(anyHour),
      withdrawnAt: fc.option(anyHour),
      recordedAt: anyHour,
    }),
    { maxLength: 6 },
  );
  const anyTeam: fc.Arbitrary<CareTeam> = fc.record({
    practiceOrgId: fc.constant('practice'),
    members: fc.array(
      fc.record({ orgId: fc.constantFrom(...orgIds), activeFrom: anyHour, activeUntil: fc.option(anyHour) }),
      { maxLength: 4 },
    ),
  });
  const places = orgIds.flatMap((from) =>
    orgIds.filter((to) => to !== from).flatMap((to) => CATEGORIES.map((category) => ({ from, to, category }))),
  );

  it('says at that instant exactly what evaluate says, with the same rule', () => {
    fc.assert(
      fc.property(anyRules, anyTeam, anyHour, (rules, team, at) => {
        const rows = accessBasisRows(rules, team, organisations, at);
        const expected = places.flatMap(({ from, to, category }) => {
          const { allow, ruleId } = evaluate(rules, team, organisations, from, to, category, at);
          return allow ? [`${from} ${to} ${category} ${ruleId}`] : [];
        });
        const written = rows.map((row) => `${row.fromOrgId} ${row.toOrgId} ${row.category} ${row.ruleId}`);
        expect(written.toSorted()).toEqual(expected.toSorted());
        expect(rows.every((row) => isWithin(row.validFrom, row.validUntil, at))).toBe(true);
      }),
      { seed: 20261002, numRuns: 300 },
    );
  });

  it('is valid for exactly the unbroken period in which evaluate names the same rule', () => {
    const hours = Array.from({ length: 24 }, (_, count) => hour(count));
    fc.assert(
      fc.property(anyRules, anyTeam, fc.integer({ min: 0, max: 23 }), (rules, team, now) => {
        for (const row of accessBasisRows(rules, team, organisations, hour(now))) {
          const same = hours.map(
            (at) =>
              evaluate(rules, team, organisations, row.fromOrgId, row.toOrgId, row.category, at).ruleId === row.ruleId,
          );
          const first = same.lastIndexOf(false, now) + 1;
          const end = same.indexOf(false, now);
          const expected = hours.map((_, count) => count >= first && (end === -1 || count < end));
          expect(hours.map((at) => isWithin(row.validFrom, row.validUntil, at))).toEqual(expected);
        }
      }),
      { seed: 20261002, numRuns: 100 },
    );
  });

  it('does not change before the instant at which it has to be written anew', () => {
    fc.assert(
      fc.property(anyRules, anyTeam, anyHour, anyHour, (rules, team, at, later) => {
        const change = nextBasisChangeAt(rules, team, at);
        if (later < at || (change !== null && later >= change)) return;
        expect(accessBasisRows(rules, team, organisations, later)).toEqual(
          accessBasisRows(rules, team, organisations, at),
        );
      }),
      { seed: 20261002, numRuns: 300 },
    );
  });
});
