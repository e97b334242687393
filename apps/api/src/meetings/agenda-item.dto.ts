import { AGENDA_CODES, AGENDA_OUTCOMES, type AgendaCode, type AgendaOutcome, CLIENT_AGREEMENTS, CLIENT_STATUSES, type ClientAgreement, MEETING_LIMITS, PROPOSED_PROFILES, type ProposedProfile } from '@samenoud/domain'; // prettier-ignore
import { BooleanField, CodeField, DayField, IdField, IdsField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { DecisionView, OpenActionView } from './decision.dto.ts';

const QUESTION = { max: MEETING_LIMITS.question, example: 'Is dagbesteding iets voor haar?' } as const;
const MOST = 2_147_483_647;
const AGREEMENT =
  'Whether the client agrees to be discussed. NO: the meeting gives nobody a part in her care, and her line is for her own care alone.';

export class AddAgendaItem {
  @IdField() clientId: string;
  @TextField(QUESTION) question: string;
  @CodeField(CLIENT_AGREEMENTS, { optional: true, description: AGREEMENT }) clientAgreement?: ClientAgreement;
}

export class AddToAgenda {
  @TextField(QUESTION) question: string;
  @CodeField(CLIENT_AGREEMENTS, { optional: true, description: AGREEMENT }) clientAgreement?: ClientAgreement;
}

class FeedbackInput {
  @IdField({ description: 'Who tells the client.' }) by: string;
  @DayField({ optional: true, nullable: true }) on?: string | null;
}

export class ChangeAgendaItem {
  @TextField({ ...QUESTION, optional: true, nullable: true }) question?: string | null;
  @IdField({ optional: true, nullable: true, description: 'null: the case manager, else the GP.' }) presenterId?:
    string | null;
  @CodeField(CLIENT_AGREEMENTS, { optional: true, description: AGREEMENT }) clientAgreement?: ClientAgreement;
  @CodeField(AGENDA_OUTCOMES, { optional: true, nullable: true }) outcome?: AgendaOutcome | null;
  @ObjectField(() => FeedbackInput, { optional: true, nullable: true }) feedback?: FeedbackInput | null;
  @IdField({ optional: true, description: 'One of the `rowIds` of the reason MANUAL, to take it back.' })
  withdrawTopicId?: string;
}

/** Why a client stands on the agenda, as far as what it is about is shared with the asker. */
export class AgendaReasonView {
  @CodeField(AGENDA_CODES) code: AgendaCode;
  @TextField({ max: 4000, nullable: true, example: 'kwetsbaar → complex' }) detail: string | null;
  @DayField({ description: 'Of several things with one reason the oldest.' }) since: string;
  @IdField({
    description:
      'What it is about: a signal, a response, an earlier line, what somebody brought in …; of several the oldest.',
  })
  rowId: string;
  @IdsField({ description: 'Everything it is about, the oldest first.' }) rowIds: string[];
}

class FeedbackView {
  @IdField() by: string;
  @DayField({ nullable: true }) on: string | null;
}

/** One client on an agenda. Where she is not shared with the asker only `place` says something, and `shared` is false. */
export class AgendaItemView {
  @IdField({ nullable: true }) id: string | null;
  @IntegerField({ min: 1, max: MOST, nullable: true }) version: number | null;
  @IntegerField({ min: 1, max: MOST }) place: number;
  @BooleanField({ description: 'false: "niet gedeeld".' }) shared: boolean;
  @IdField({ nullable: true }) clientId: string | null;
  @TextField({ max: 300, nullable: true }) clientName: string | null;
  @DayField({ nullable: true }) birthDate: string | null;
  @ListField(() => AgendaReasonView, { max: 200 }) reasons: AgendaReasonView[];
  @CodeField(PROPOSED_PROFILES, { nullable: true, description: 'What the answers say, where that is why she is here.' })
  proposed: ProposedProfile | null;
  @BooleanField({ description: 'Not discussed three times or more.' }) onTop: boolean;
  @BooleanField({ description: 'Came on it after it was shared ("nagekomen").' }) addedLater: boolean;
  @BooleanField({ description: 'No longer applies ("vervallen").' }) dropped: boolean;
  @IdField({ nullable: true, description: 'By default the case manager, else the GP.' }) presenterId: string | null;
  @TextField({ ...QUESTION, nullable: true }) question: string | null;
  @CodeField(CLIENT_AGREEMENTS, { nullable: true, description: AGREEMENT }) clientAgreement: ClientAgreement | null;
  @ListField(() => DecisionView, { max: 50, description: 'Of earlier meetings, newest first.' })
  previousDecisions: DecisionView[];
  @ListField(() => OpenActionView, { max: 200 }) openActions: OpenActionView[];
  @ListField(() => DecisionView, {
    max: 200,
    description: 'Of this meeting, in the order they were taken; undone ones too.',
  })
  decisions: DecisionView[];
  @CodeField(AGENDA_OUTCOMES, { nullable: true }) outcome: AgendaOutcome | null;
  @ObjectField(() => FeedbackView, { nullable: true, description: '"Terugkoppeling aan cliënt door … op …".' })
  feedback: FeedbackView | null;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class GoneClient {
  @IdField() clientId: string;
  @TextField({ max: 300 }) clientName: string;
  @CodeField(CLIENT_STATUSES) status: string;
}
