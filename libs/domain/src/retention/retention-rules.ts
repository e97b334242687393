import type { OrganisationKind } from '../access/roles.ts';

/** Changes with every change of a term or of a reading below. */
export const RETENTION_RULES_VERSION = '1';

export const RETAINED_RECORD_TYPES = ['CARE_RECORD', 'ACCESS_LOG'] as const;
export type RetainedRecordType = (typeof RETAINED_RECORD_TYPES)[number];

export const RETENTION_RULE_IDS = ['WGBO', 'WMO', 'BEGZ'] as const;

export interface RetentionRule {
  readonly id: (typeof RETENTION_RULE_IDS)[number];
  readonly recordType: RetainedRecordType;
  /** Kinds of organisation that own such a record. */
  readonly ownerKinds: readonly OrganisationKind[];
  readonly years: number;
  readonly source: string;
}

/**
 * How long a record is kept, by its type and the kind of organisation that owns it, in whole years.
 * Source: BW 7:454(3); Wmo 2015 (15 years, bill 36579 proposes less); Begz, at least 5 years. A lawyer has yet to confirm them.
 */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    id: 'WGBO',
    recordType: 'CARE_RECORD',
    ownerKinds: ['PRACTICE', 'HOME_CARE', 'SPECIALIST'],
    years: 20,
    source: 'BW 7:454(3)',
  },
  { id: 'WMO', recordType: 'CARE_RECORD', ownerKinds: ['SOCIAL_WORK'], years: 15, source: 'Wmo 2015' },
  {
    id: 'BEGZ',
    recordType: 'ACCESS_LOG',
    ownerKinds: ['PRACTICE', 'HOME_CARE', 'SPECIALIST', 'SOCIAL_WORK'],
    years: 5,
    source: 'Begz',
  },
];

/** The one rule for a type of record and a kind of owner. Throws RangeError where nobody wrote one: then nothing is ever due. */
export function retentionRuleFor(recordType: RetainedRecordType, ownerKind: OrganisationKind): RetentionRule {
  const rule = RETENTION_RULES.find((one) => one.recordType === recordType && one.ownerKinds.includes(ownerKind));
  if (rule === undefined) throw new RangeError('No rule says how long this is kept');
  return rule;
}
