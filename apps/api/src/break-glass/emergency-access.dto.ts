import {
  BREAK_GLASS_REASONS, EMERGENCY_NOTE_LIMITS, EMERGENCY_REASON_LIMITS, EMERGENCY_REVIEW_STATES, EMERGENCY_VERDICT_NOTE_MAX,
  EMERGENCY_VERDICTS, STAFF_ROLES,
} from '@samenoud/domain'; // prettier-ignore
import {
  BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { PageQuery, PageView } from '../platform/http/page.ts';

const MAX_REASON = EMERGENCY_REASON_LIMITS.max;
const MAX_COUNT = 2_147_483_647;

export class BeginEmergencyAccess {
  @CodeField(BREAK_GLASS_REASONS) reasonCode: string;
  @TextField({ ...EMERGENCY_REASON_LIMITS, example: 'Gevallen in huis, kan zelf niets vertellen.' }) reason: string;
}

/** One emergency access, as the person who began it sees it. */
export class EmergencyAccess {
  @IdField() id: string;
  @IdField() clientId: string;
  @CodeField(BREAK_GLASS_REASONS) reasonCode: string;
  @TextField({ max: MAX_REASON }) reason: string;
  @InstantField() begunAt: string;
  @InstantField({ description: 'Four hours after it began; from this instant on it opens nothing.' }) endsAt: string;
  @InstantField({ nullable: true, description: 'Ended by hand before that.' }) endedAt: string | null;
}

export class CurrentEmergencyAccess {
  @ObjectField(() => EmergencyAccess, { nullable: true }) current: EmergencyAccess | null;
}

export class AddEmergencyNote {
  @TextField({ ...EMERGENCY_NOTE_LIMITS }) note: string;
}

export class EmergencyNote {
  @IdField() id: string;
  @TextField({ max: EMERGENCY_NOTE_LIMITS.max }) note: string;
  @IdField() madeBy: string;
  @InstantField() madeAt: string;
}

export class JudgeEmergency {
  @CodeField(EMERGENCY_VERDICTS) verdict: string;
  @TextField({
    max: EMERGENCY_VERDICT_NOTE_MAX,
    optional: true,
    nullable: true,
    description: 'Required but for JUSTIFIED.',
  })
  note?: string | null;
}

export class EmergencyVerdictView {
  @IdField() id: string;
  @CodeField(EMERGENCY_VERDICTS) verdict: string;
  @TextField({ max: EMERGENCY_VERDICT_NOTE_MAX, nullable: true }) note: string | null;
  @TextField({ max: 200 }) madeBy: string;
  @InstantField() madeAt: string;
}

export class EmergencyReviewQuery extends PageQuery {
  @CodeField(['OPEN', 'DECIDED'], {
    optional: true,
    description: 'Default OPEN: what still waits for a final verdict.',
  })
  state?: string;
}

class EmergencyPerson {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 200 }) organisation: string;
}

/** One emergency access, as a reviewer sees it. */
export class EmergencyReview extends EmergencyAccess {
  @ObjectField(() => EmergencyPerson) person: EmergencyPerson;
  @TextField({ max: 600, nullable: true, description: 'Only for who may see this client.' }) clientName: string | null;
  @DayField({ nullable: true, description: 'Likewise.' }) birthDate: string | null;
  @BooleanField({ description: 'It still opens the record.' }) running: boolean;
  @CodeField(EMERGENCY_REVIEW_STATES) state: string;
  @DayField() dueOn: string;
  @BooleanField() overdue: boolean;
  @BooleanField({ description: 'Of the reviewer herself, who leaves the verdict to another.' }) own: boolean;
  @IntegerField({ min: 0, max: MAX_COUNT }) noteCount: number;
  @ListField(() => EmergencyVerdictView, { max: 10 }) verdicts: EmergencyVerdictView[];
}

export class EmergencyReviewList extends PageView {
  @ListField(() => EmergencyReview, { max: 200 }) items: EmergencyReview[];
}

/** One row of the access log under it: what was opened, never what it said. */
export class EmergencyAct {
  @IdField() id: string;
  @InstantField() at: string;
  @TextField({ max: 80 }) type: string;
  @CodeField(['C', 'R', 'U', 'D', 'E']) action: string;
  @CodeField(['SUCCESS', 'DENIED', 'REFUSED']) outcome: string;
  @TextField({ max: 80 }) objectType: string;
  @IntegerField({ min: 1, max: 6, nullable: true }) category: number | null;
}

export class EmergencyReviewDetail extends EmergencyReview {
  @ListField(() => EmergencyAct, { max: 200, description: 'Newest first.' }) acts: EmergencyAct[];
  @ListField(() => EmergencyNote, { max: 200, description: 'Only for who may read notes of this client.' })
  notes: EmergencyNote[];
}

export class EmergencyReviewCount {
  @IntegerField({ min: 0, max: MAX_COUNT }) open: number;
  @IntegerField({ min: 0, max: MAX_COUNT }) overdue: number;
}
