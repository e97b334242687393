import {
  IMESA_DOMAINS, PROFILES, PROPOSED_PROFILES, SCORE_ONLY_SOURCES,
} from '@samenoud/domain'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { ProfileLabelsView } from '../platform/http/profile-labels.dto.ts';
import {
  AnswerField,
  BooleanField, CodeField, CodesField, DayField, IdField, InstantField, IntegerField, ListField, MapField, NumbersField, ObjectField,
  TextField, TextsField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { PageView } from '../platform/http/page.ts';
import {
  AMENDMENT_CODES,
  COMPLETED_BY,
  ENTRY_MODES,
  RESPONSE_CHANNELS,
  RESPONSE_STATES,
  VOID_CODES,
} from './response-codes.ts';

const optional = { optional: true, nullable: true } as const;
const ANSWERS = {
  description: 'By item id: an answer code, a number, or { "missing": "BLANK" | "ILLEGIBLE" }.',
  example: { 'gfi-05': 7, 'gfi-10': 'sometimes', 'imesa-03': { missing: 'ILLEGIBLE' } },
} as const;

/** When, how and by whom the form was filled in. */
class ResponseHead {
  @DayField({ ...optional, description: 'Day the form was filled in, which is not the day it was entered.' })
  completedOn?: string | null;
  @CodeField(COMPLETED_BY, optional) completedBy?: string | null;
  @TextField({ max: 200, ...optional, description: 'Name or relation of who helped.' }) completedWithHelpOf?:
    string | null;
  @NumbersField({ min: 1, max: 9, optional: true, description: 'Pages that did not come back.' })
  missingPages?: number[];
  @BooleanField({ optional: true, description: 'The day is more than 12 months ago, and that is right.' })
  confirmOldDate?: boolean;
}

export class Totals {
  @IntegerField({ min: 0, max: 15, optional: true }) gfi?: number;
  @IntegerField({ min: 0, max: 60, optional: true }) imesa?: number;
}

export class ImesaDomainTotals {
  @IntegerField({ min: 0, max: 15, optional: true }) BIOLOGICAL?: number;
  @IntegerField({ min: 0, max: 15, optional: true }) PSYCHOLOGICAL?: number;
  @IntegerField({ min: 0, max: 15, optional: true }) SOCIAL?: number;
  @IntegerField({ min: 0, max: 15, optional: true }) HEALTH_CARE?: number;
}

export class CreateResponse extends ResponseHead {
  @CodeField(ENTRY_MODES, { optional: true }) entryMode?: string;
  @CodeField(['IN_PROGRESS', 'COMPLETED'], { optional: true, description: 'Default IN_PROGRESS.' }) status?: string;
  @CodeField(RESPONSE_CHANNELS, { ...optional, description: 'Needed for items.' }) channel?: string | null;
  @MapField({ optional: true, ...ANSWERS }) answers?: Record<string, unknown>;
  @IdField(optional) roundId?: string | null;
  @CodeField(SCORE_ONLY_SOURCES, { optional: true, description: 'Score-only: where it was scored.' }) source?: string;
  @TextField({ max: 200, ...optional }) sourceText?: string | null;
  @ObjectField(() => Totals, { optional: true, description: 'Score-only.' }) totals?: Totals;
  @ObjectField(() => ImesaDomainTotals, { optional: true, description: 'Score-only.' })
  imesaDomains?: ImesaDomainTotals;
}

export class UpdateResponse extends ResponseHead {
  @MapField({ optional: true, ...ANSWERS }) answers?: Record<string, unknown>;
  @CodeField(RESPONSE_CHANNELS, { optional: true }) channel?: string;
}

export class CompleteResponse extends ResponseHead {}

export class AmendResponse {
  @MapField({ ...ANSWERS }) answers: Record<string, unknown>;
  @TextField({ max: 300 }) reason: string;
  @CodeField(AMENDMENT_CODES, optional) reasonCode?: string | null;
  @CodeField(RESPONSE_CHANNELS, { optional: true, description: 'Default PHONE for reason PHONE, else as before.' })
  channel?: string;
  @NumbersField({
    min: 1,
    max: 9,
    optional: true,
    description: 'Pages that still did not come back, of those that were missing. Default: those without any answer.',
  })
  missingPages?: number[];
}

export class VoidResponse {
  @TextField({ max: 300, description: 'One of the reason codes, or words.' }) reason: string;
  @CodeField(VOID_CODES, optional) reasonCode?: string | null;
  @IdField({ ...optional, description: 'The right client: the form moves there in the same act.' })
  moveToClientId?: string | null;
}

export class SetRemark {
  @TextField({ max: 1000, min: 0, description: 'What stands in the margin, typed as written.' }) remark: string;
  @TextField({ max: 200, ...optional, description: 'Who was called at once, when it could not wait.' }) urgentCallTo?:
    string | null;
  @InstantField(optional) urgentCallAt?: string | null;
}

class Contribution {
  @TextField({ max: 20 }) item: string;
  @AnswerField() answer: string | number;
  @IntegerField({ min: 0, max: 3 }) score: number;
}

class InstrumentScoreView {
  @TextField({ max: 60, optional: true }) version?: string;
  @IntegerField({ min: 0, max: 60, optional: true }) lower?: number;
  @IntegerField({ min: 0, max: 60, optional: true }) upper?: number;
  @TextsField({ description: 'Ids of items without an answer.' }) missing: readonly string[];
  @IntegerField({ min: 0, max: 60, optional: true }) cutOff?: number;
  @ListField(() => Contribution, { max: 20, optional: true }) contributions?: readonly Contribution[];
  @MapField({
    optional: true,
    description: `Points per domain (${IMESA_DOMAINS.join(', ')}); null where an item is missing.`,
  })
  domains?: object;
  @MapField({
    optional: true,
    description: 'Bounds per domain, time frame or factor; for display, none has a cut-off.',
  })
  subscales?: object;
}

class InstrumentScores {
  @ObjectField(() => InstrumentScoreView) gfi: InstrumentScoreView;
  @ObjectField(() => InstrumentScoreView) imesa: InstrumentScoreView;
}

class RuleView {
  @TextField({ max: 40 }) id: string;
  @TextField({ max: 20 }) version: string;
}

export class AssessmentView {
  @ObjectField(() => InstrumentScores) instruments: InstrumentScores;
  @CodeField(PROPOSED_PROFILES) proposedProfile: string;
  @CodesField(PROFILES) possibleProfiles: readonly string[];
  @BooleanField() determined: boolean;
  @TextsField({ description: 'Open items that could still change the profile, in the order to ask them.' })
  deciding: readonly string[];
  @ObjectField(() => RuleView) rule: RuleView;
  @ObjectField(() => ProfileLabelsView, { description: 'What the practice called the profiles at that moment.' })
  labels: ProfileLabelsView;
}

class FormVersionsView {
  @TextField({ max: 60 }) gfi: string;
  @TextField({ max: 60 }) imesa: string;
}

/** The form is to be entered once more: until then its assessment is marked. */
class OpenSecondEntry {
  @IdField() id: string;
  @CodeField(['PENDING', 'DIFFERENT']) state: string;
  @DayField() dueOn: string;
}

/** Of a remark written online: it is read by a person, by this day. */
class RemarkRead {
  @DayField() dueOn: string;
  @IdField({ nullable: true }) by: string | null;
  @InstantField({ nullable: true }) at: string | null;
}

export class ResponseView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @IdField() clientId: string;
  @CodeField(RESPONSE_STATES) status: string;
  @CodeField(ENTRY_MODES) entryMode: string;
  @CodeField(RESPONSE_CHANNELS, { nullable: true }) channel: string | null;
  @DayField({ nullable: true }) completedOn: string | null;
  @CodeField(COMPLETED_BY, { nullable: true }) completedBy: string | null;
  @TextField({ max: 200, nullable: true }) completedWithHelpOf: string | null;
  @InstantField({ nullable: true }) completedAt: string | null;
  @InstantField() startedAt: string;
  @IdField() enteredBy: string;
  @ObjectField(() => FormVersionsView) instruments: FormVersionsView;
  @NumbersField({ min: 1, max: 9 }) missingPages: number[];
  @MapField({ optional: true, ...ANSWERS }) answers?: Record<string, unknown>;
  @ObjectField(() => AssessmentView, { optional: true }) assessment?: AssessmentView;
  @ObjectField(() => OpenSecondEntry, { optional: true }) secondEntry?: OpenSecondEntry;
  @TextField({ max: 1000, optional: true, nullable: true }) remark?: string | null;
  @TextField({ max: 200, optional: true, nullable: true }) urgentCallTo?: string | null;
  @InstantField(optional) urgentCallAt?: string | null;
  @ObjectField(() => RemarkRead, { optional: true, description: 'Only of what was written online.' })
  remarkRead?: RemarkRead;
  @CodeField(SCORE_ONLY_SOURCES, { nullable: true }) source: string | null;
  @TextField({ max: 200, nullable: true }) sourceText: string | null;
  @ObjectField(() => Totals, { optional: true, nullable: true }) totals?: Totals | null;
  @IdField({ nullable: true }) supersedesId: string | null;
  @TextField({ max: 300, optional: true, nullable: true }) amendmentReason?: string | null;
  @CodeField(AMENDMENT_CODES, { nullable: true }) amendmentCode: string | null;
  @IdField({ nullable: true }) movedFromId: string | null;
  @IdField({ nullable: true, description: 'Round whose invitation this form answers.' }) roundId: string | null;
  @IdField({ optional: true, description: 'In the answer to moving: the response of the right client.' })
  movedToId?: string;
  @CodeField(VOID_CODES, { nullable: true }) voidCode: string | null;
  @TextField({ max: 300, nullable: true }) voidReason: string | null;
  @IdField({ nullable: true }) voidedBy: string | null;
  @InstantField({ nullable: true }) voidedAt: string | null;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class ResponseList extends PageView {
  @ListField(() => ResponseView, { max: 200 }) items: ResponseView[];
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}
