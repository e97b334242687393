import { HIS_TEXT_KINDS } from '@samenoud/domain';
import { CodeField, DayField, ListField, TextField } from '../platform/http/fields.ts';

export class HisTextView {
  @CodeField(HIS_TEXT_KINDS) kind: string;
  @DayField({ description: 'Of the fact it tells.' }) on: string;
  @TextField({ max: 2000, description: 'At most four lines.' }) text: string;
  @TextField({ max: 200, nullable: true, description: 'Title of the episode to open, for FRAIL.' }) episode:
    string | null;
}

export class HisTextList {
  @ListField(() => HisTextView, { max: 4, description: 'That of the newest fact first.' }) texts: HisTextView[];
}
