import { DUPLICATE_LIKELIHOODS, type DuplicateLikelihood, MERGE_REASON_LIMITS } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MapField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';

const COUNT = { min: 0, max: 2_147_483_647 } as const;
export const MERGE_STATES = ['PROPOSED', 'DECLINED', 'DONE', 'SPLIT'] as const;
export const CAUSES = [
  'FORM_IN_PROGRESS',
  'SAME_ROUND',
  'FIRST_CONTACT',
  'GP',
  'CASE_MANAGER',
  'CONSENT',
  'CARE_PLAN',
] as const;

export class MergePerson {
  @IdField() id: string;
  @TextField({ max: 600 }) name: string;
  @DayField() birthDate: string;
  @TextField({ max: 20 }) sex: string;
  @TextField({ max: 50, nullable: true }) hisNumber: string | null;
  @BooleanField() hasBsn: boolean;
  @TextField({ max: 400, nullable: true }) address: string | null;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @TextField({ max: 30 }) status: string;
}

export class MergeCandidate {
  @ListField(() => MergePerson, { max: 2 }) persons: MergePerson[];
  @CodeField(DUPLICATE_LIKELIHOODS) likelihood: DuplicateLikelihood;
}

export class MergeCandidates {
  @ListField(() => MergeCandidate, { max: 200 }) items: MergeCandidate[];
}

export class ComparePair {
  @IdField({ description: 'The record that goes on.' }) survivorId: string;
  @IdField() mergedId: string;
}

export class MergeRecord {
  @ObjectField(() => MergePerson) person: MergePerson;
  @MapField({ description: 'Rows per table that this record holds.' }) holdings: Record<string, number>;
}

export class MergeConflict {
  @CodeField(CAUSES) cause: string;
  @IntegerField(COUNT) count: number;
}

export class MergeComparison {
  @ObjectField(() => MergeRecord) survivor: MergeRecord;
  @ObjectField(() => MergeRecord) merged: MergeRecord;
  @ListField(() => MergeConflict, { max: 10, description: 'What both have and one can have.' })
  conflicts: MergeConflict[];
  @CodeField(['TWO_BSN', 'BSN_ON_OTHER'], { nullable: true }) refusal: 'TWO_BSN' | 'BSN_ON_OTHER' | null;
}

export class ProposeMerge extends ComparePair {
  @TextField({ ...MERGE_REASON_LIMITS }) reason: string;
}

export class SplitChoice {
  @TextField({ max: 63 }) table: string;
  @MapField() key: Record<string, unknown>;
}

export class ProposeSplit {
  @TextField({ ...MERGE_REASON_LIMITS }) reason: string;
  @ListField(() => SplitChoice, { max: 500, description: 'What goes to the record that comes back; all else stays.' })
  toMerged: SplitChoice[];
}

export class MergeAddition extends SplitChoice {
  @InstantField({ nullable: true }) since: string | null;
}

export class MergeView {
  @IdField() id: string;
  @CodeField(MERGE_STATES) state: string;
  @TextField({ max: 500 }) reason: string;
  @IdField() proposedBy: string;
  @InstantField() proposedAt: string;
  @InstantField({ nullable: true }) mergedAt: string | null;
  @InstantField({ nullable: true }) splitAt: string | null;
  @BooleanField({ description: 'A split waits for a second person.' }) splitAsked: boolean;
  @IdField() survivorId: string;
  @IdField() mergedId: string;
  @ObjectField(() => MergeComparison, { nullable: true, description: 'While it waits.' })
  comparison: MergeComparison | null;
  @ListField(() => MergeAddition, { max: 500, description: 'What came since the merge; while it is merged.' })
  additions: MergeAddition[];
}

export class MergeList {
  @ListField(() => MergeView, { max: 200 }) items: MergeView[];
}
