import { describe, expect, it } from '@jest/globals';
import { ORGANISATION_KINDS } from '../access/roles.ts';
import { destroyDueOn, isDestroyDue, isExtensionDay, retentionOf } from './retention.ts';
import { RETAINED_RECORD_TYPES, RETENTION_RULES, retentionRuleFor } from './retention-rules.ts';

const part = (ownerKind: (typeof ORGANISATION_KINDS)[number], lastClinicalChangeOn: string) =>
  ({ recordType: 'CARE_RECORD', ownerKind, lastClinicalChangeOn }) as const;

describe('the rules', () => {
  it('say one thing of every type of record and kind of owner', () => {
    for (const type of RETAINED_RECORD_TYPES)
      for (const kind of ORGANISATION_KINDS)
        expect(
          RETENTION_RULES.filter((rule) => rule.recordType === type && rule.ownerKinds.includes(kind)),
        ).toHaveLength(1);
  });

  it.each([
    ['CARE_RECORD', 'PRACTICE', 20],
    ['CARE_RECORD', 'HOME_CARE', 20],
    ['CARE_RECORD', 'SPECIALIST', 20],
    ['CARE_RECORD', 'SOCIAL_WORK', 15],
    ['ACCESS_LOG', 'PRACTICE', 5],
    ['ACCESS_LOG', 'SOCIAL_WORK', 5],
  ] as const)('keep a %s of %s for %i years', (type, kind, years) => {
    expect(retentionRuleFor(type, kind).years).toBe(years);
  });

  it('never guess', () => {
    expect(() => retentionRuleFor('CARE_RECORD', 'MARKET' as never)).toThrow('No rule says');
  });
});

describe('destroyDueOn', () => {
  it.each([
    [20, '2006-03-12', '2026-03-13'],
    [20, '2005-11-30', '2025-12-01'],
    [20, '2004-02-29', '2024-03-01'],
    [15, '2008-02-29', '2023-03-01'],
    [15, '2009-02-28', '2024-02-29'],
    [5, '2019-12-31', '2025-01-01'],
  ])('%i years after %s is %s', (years, changedOn, dueOn) => {
    expect(destroyDueOn({ years }, changedOn)).toBe(dueOn);
  });
});

describe('retentionOf', () => {
  it('waits for the latest part, which need not be the one that changed last', () => {
    const { dueOn, decidedBy, parts } = retentionOf([
      part('PRACTICE', '2005-06-01'),
      part('SOCIAL_WORK', '2008-06-01'),
    ]);
    expect(dueOn).toBe('2025-06-02');
    expect(decidedBy.part.ownerKind).toBe('PRACTICE');
    expect(parts.map((one) => one.dueOn)).toEqual(['2025-06-02', '2023-06-02']);
  });

  it.each([
    ['2030-01-31', '2030-02-01'],
    ['2020-01-31', '2025-06-02'],
    ['2025-06-01', '2025-06-02'],
    [null, '2025-06-02'],
  ])('kept until %s it is due on %s', (keptUntilOn, dueOn) => {
    expect(retentionOf([part('PRACTICE', '2005-06-01')], keptUntilOn).dueOn).toBe(dueOn);
  });

  it('knows no record without parts', () => {
    expect(() => retentionOf([])).toThrow('at least one part');
  });
});

it('is due from the due day itself', () => {
  expect(isDestroyDue('2026-03-13', '2026-03-12')).toBe(false);
  expect(isDestroyDue('2026-03-13', '2026-03-13')).toBe(true);
  expect(isDestroyDue('2026-03-13', '2026-03-14')).toBe(true);
});

it.each([
  ['2026-03-12', false],
  ['2026-03-13', true],
  ['2056-03-13', true],
  ['2056-03-14', false],
])('may be kept until %s for good care: %s', (day, isAllowed) => {
  expect(isExtensionDay(day, '2026-03-13')).toBe(isAllowed);
});
