import { ASSIGNMENT_REASON_CODES, PROFILES, PROPOSED_PROFILES } from '@samenoud/domain';
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';
import { ProfileLabelsView } from '../platform/http/profile-labels.dto.ts';
import {
  BooleanField,
  CodeField,
  CodesField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';

const optional = { optional: true, nullable: true } as const;

export class AssignProfile {
  @CodeField(PROFILES, { example: 'FRAIL' }) profile: string;
  @TextField({
    max: 300,
    ...optional,
    description: 'Obligatory when the profile differs from the proposal, or there is none.',
  })
  reason?: string | null;
  @CodeField(ASSIGNMENT_REASON_CODES, { ...optional }) reasonCode?: string | null;
  @IdField({ ...optional, description: 'Response it rests on; default the newest valid one.' }) responseId?:
    string | null;
}

class BoundsView {
  @IntegerField({ min: 0, max: 60 }) lower: number;
  @IntegerField({ min: 0, max: 60 }) upper: number;
  @IntegerField({ min: 0, max: 60 }) cutOff: number;
}

/** Totals as they stood when the profile was assigned. */
class AssignmentBasis {
  @ObjectField(() => BoundsView) gfi: BoundsView;
  @ObjectField(() => BoundsView) imesa: BoundsView;
}

/** One line of the history: what was proposed from a response, or what people assigned. */
export class ProfileEntry {
  @CodeField(['ASSIGNED', 'PROPOSED']) kind: string;
  @IdField({ description: 'Of the assignment, or of the response.' }) id: string;
  @CodeField(PROPOSED_PROFILES) profile: string;
  @CodesField(PROFILES, { optional: true }) possibleProfiles?: string[];
  @DayField({ description: 'Day of the assignment, or the day the form was filled in.' }) on: string;
  @DayField(optional) assignedOn?: string | null;
  @InstantField({ nullable: true }) at: string | null;
  @IdField({ nullable: true }) assignedBy: string | null;
  @IdField({ nullable: true }) responseId: string | null;
  @CodeField(PROPOSED_PROFILES, { nullable: true }) proposedProfile: string | null;
  @TextField({ max: 300, ...optional }) reason?: string | null;
  @CodeField(ASSIGNMENT_REASON_CODES, optional) reasonCode?: string | null;
  @ObjectField(() => AssignmentBasis, { optional: true, nullable: true }) basis?: AssignmentBasis | null;
  @ObjectField(() => ProfileLabelsView, { description: 'What the practice called the profiles at that moment.' })
  labels: ProfileLabelsView;
  @TextField({ max: 40 }) ruleId: string;
  @TextField({ max: 20 }) ruleVersion: string;
  @BooleanField({ description: 'The form it rests on was voided.' }) basisVoided: boolean;
  @BooleanField({ description: 'The assignment that counts now.' }) current: boolean;
  @IdField({ ...optional, description: 'The meeting that decided it.' }) meetingId?: string | null;
  @InstantField({ ...optional, description: 'When the meeting took it back; it counts no more.' })
  undoneAt?: string | null;
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}

export class ProfileHistory extends PageView {
  @ListField(() => ProfileEntry, { max: 400 }) items: ProfileEntry[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
