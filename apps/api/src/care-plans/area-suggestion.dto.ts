import { LIFE_DOMAINS } from '@samenoud/domain';
import { CodeField, DayField, ListField, TextField } from '../platform/http/fields.ts';
import { HiddenPart } from '../platform/http/hidden.dto.ts';

export class SuggestionCause {
  @TextField({ max: 40, example: 'gfi-02' }) item: string;
  @TextField({ max: 40, description: 'Code or number, as it was answered.' }) answer: string;
}

/** An area to ask about, and the answers that gave cause. */
export class SuggestionView {
  @TextField({ max: 40 }) area: string;
  @TextField({ max: 200 }) label: string;
  @CodeField(LIFE_DOMAINS) domain: string;
  @ListField(() => SuggestionCause, { max: 100 }) causes: SuggestionCause[];
}

export class SuggestionList {
  @DayField({ nullable: true, description: 'Of the newest questionnaire; null without one.' }) completedOn:
    string | null;
  @ListField(() => SuggestionView, { max: 100 }) items: SuggestionView[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
