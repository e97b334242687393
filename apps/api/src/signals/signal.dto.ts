import { SIGNAL_LIMITS, SIGNAL_RULES, SIGNAL_STATES, SIGNAL_TYPES, SIGNAL_URGENCIES, type SignalRule, type SignalState, type SignalType, type SignalUrgency } from '@samenoud/domain'; // prettier-ignore
import { BooleanField, CodeField, CodesField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';

const TEXT = { max: SIGNAL_LIMITS.text } as const;
const SOURCE = { max: SIGNAL_LIMITS.source } as const;
const VERDICT = { max: SIGNAL_LIMITS.verdict } as const;
const OUTCOME = { max: SIGNAL_LIMITS.outcome } as const;
const REASON = { max: SIGNAL_LIMITS.reason } as const;
export const SUGGESTIONS = ['INTERIM_QUESTIONNAIRE'] as const;
const MOST = 2_147_483_647;

export class RecordSignal {
  @CodeField(SIGNAL_TYPES) type: SignalType;
  @CodeField(SIGNAL_URGENCIES, { optional: true, description: 'Default NORMAL.' }) urgency?: SignalUrgency;
  @TextField({ ...TEXT, optional: true, nullable: true, description: 'Needed for OTHER and CLIENT_REMARK.' })
  text?: string | null;
  @TextField({ ...SOURCE, optional: true, nullable: true, description: 'Who noticed it, if not who writes it down.' })
  source?: string | null;
  @DayField({ optional: true, description: 'Day it was seen; default today.' }) on?: string;
}

export class UpdateSignal {
  @CodeField(SIGNAL_STATES, { optional: true }) state?: SignalState;
  @TextField({ ...VERDICT, optional: true, description: 'Needed to assess, also again after the agenda or closing.' })
  verdict?: string;
  @TextField({ ...REASON, optional: true, description: 'Needed to take it off the agenda or open it again.' })
  reason?: string;
  @TextField({ ...OUTCOME, optional: true, description: 'Needed to close.' }) outcome?: string;
  @CodeField(SUGGESTIONS, { optional: true, nullable: true, description: 'null: the suggestion is not followed.' })
  suggestion?: null;
}

export class SignalVerdict {
  @TextField(VERDICT) text: string;
  @IdField() by: string;
  @InstantField() at: string;
}

/** What somebody noticed, and what was made of it. Who may see day and kind only gets null for the rest, named in `hidden`. */
export class SignalView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: MOST }) version: number;
  @IdField() clientId: string;
  @CodeField(SIGNAL_TYPES) type: SignalType;
  @DayField({ description: 'Day it was seen.' }) on: string;
  @InstantField() recordedAt: string;
  @IdField({ nullable: true }) recordedBy: string | null;
  @CodeField(SIGNAL_URGENCIES, { nullable: true }) urgency: SignalUrgency | null;
  @TextField({ ...SOURCE, nullable: true }) source: string | null;
  @TextField({ ...TEXT, nullable: true }) text: string | null;
  @CodeField(SIGNAL_STATES, { nullable: true }) state: SignalState | null;
  @ObjectField(() => SignalVerdict, { nullable: true }) verdict: SignalVerdict | null;
  @TextField({ ...OUTCOME, nullable: true }) outcome: string | null;
  @IdField({ nullable: true, description: 'The contact it was noticed at.' }) contactId: string | null;
  @CodeField(SUGGESTIONS, { nullable: true }) suggestion: (typeof SUGGESTIONS)[number] | null;
  @CodeField(SIGNAL_RULES, { nullable: true, description: 'The rule that put it on the agenda.' })
  agendaRule: SignalRule | null;
  @BooleanField({ description: 'Whether the asker may judge, put on the agenda and close it.' }) mayAssess: boolean;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class SignalList extends PageView {
  @ListField(() => SignalView, { max: 200 }) items: SignalView[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class SignalRulesView {
  @IntegerField({ min: 0, max: MOST, description: '0 until the practice chose.' }) version: number;
  @CodesField(SIGNAL_RULES, { description: 'Rules that are switched off.' }) off: SignalRule[];
}

export class UpdateSignalRules {
  @CodesField(SIGNAL_RULES, { description: 'All rules that are to be off; the others are on.' }) off: SignalRule[];
}
