import {
  AnswerField, BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, MapField, ObjectField,
  TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { COMPLETED_BY, RESPONSE_STATES } from '../questionnaires/online-forms.service.ts';

const ANSWERS = {
  description: 'By item id: an answer code, a number, or { "missing": "BLANK" }.',
  example: { 'gfi-05': 7, 'gfi-10': 'sometimes', 'imesa-03': { missing: 'BLANK' } },
} as const;
const optional = { optional: true, nullable: true } as const;

export class AccessRequest {
  @TextField({ max: 60, description: 'The access code of the letter, as typed.' }) code: string;
  @DayField() birthDate: string;
}

export class PracticeContact {
  @TextField({ max: 200 }) name: string;
  @TextField({ max: 60, nullable: true }) phone: string | null;
  @TextField({ max: 500, nullable: true }) openingHours: string | null;
}

class QuestionOption {
  @AnswerField() code: string | number;
  @TextField({ max: 1000 }) label: string;
}

export class PublicQuestion {
  @TextField({ max: 20 }) id: string;
  @IntegerField({ min: 1, max: 100 }) number: number;
  @TextField({ max: 2000 }) text: string;
  @BooleanField({ description: 'The text is the name of a topic, not a sentence.' }) isTopic: boolean;
  @ListField(() => QuestionOption, { max: 20 }) options: QuestionOption[];
}

/** A form as who fills it in may see it: her answers while she can change them, never a score, a profile or a name. */
export class PublicResponse {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @CodeField(RESPONSE_STATES) status: string;
  @DayField({ nullable: true }) completedOn: string | null;
  @CodeField(COMPLETED_BY, { nullable: true }) completedBy: string | null;
  @TextField({ max: 200, nullable: true }) completedWithHelpOf: string | null;
  @MapField({ optional: true, ...ANSWERS }) answers?: Record<string, unknown>;
  @TextField({ max: 1000, optional: true, nullable: true }) remark?: string | null;
}

export class PublicQuestionnaire {
  @IdField() responseId: string;
  @InstantField({ description: 'After this the code is asked again, and after every 60 minutes without input.' })
  expiresAt: string;
  @IntegerField({ min: 1, max: 1440 }) idleMinutes: number;
  @ObjectField(() => PracticeContact) practice: PracticeContact;
  @ObjectField(() => PublicResponse) response: PublicResponse;
  @ListField(() => PublicQuestion, { max: 100 }) questions: PublicQuestion[];
}

export class UpdatePublicResponse {
  @MapField({ optional: true, ...ANSWERS }) answers?: Record<string, unknown>;
  @CodeField(COMPLETED_BY, optional) completedBy?: string | null;
  @TextField({ max: 200, ...optional, description: 'Name or relation of who helps.' }) completedWithHelpOf?:
    string | null;
}

export class CompletePublicResponse {
  @CodeField(COMPLETED_BY) completedBy: string;
  @TextField({ max: 200, ...optional, description: 'Name or relation of who helped.' }) completedWithHelpOf?:
    string | null;
}

export class SetPublicRemark {
  @TextField({ max: 1000, min: 0 }) remark: string;
}

export class RefuseQuestionnaire {
  @TextField({ max: 300, min: 0, ...optional }) reason?: string | null;
  @BooleanField({ optional: true, description: 'Nor in later years.' }) alsoLater?: boolean;
}
