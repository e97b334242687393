import {
  CodeField,
  CodesField,
  DayField,
  IdField,
  InstantField,
  ListField,
  TextField,
} from '../platform/http/fields.ts';
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageQuery, PageView } from '../platform/http/page.ts';
import { TIMELINE_KINDS } from './timeline-rows.ts';

const nothing = { nullable: true } as const;

export class TimelineQuery extends PageQuery {
  @CodeField(TIMELINE_KINDS, { optional: true, description: 'Only this kind; a cursor goes on in its stream.' })
  kind?: string;
}

class TimelineChange {
  @TextField({ max: 60 }) field: string;
  @TextField({ max: 20_000, min: 0, ...nothing }) before: string | null;
  @TextField({ max: 20_000, min: 0, ...nothing }) after: string | null;
}

export class TimelineItem {
  @IdField() id: string;
  @CodeField(TIMELINE_KINDS) kind: string;
  @TextField({ max: 40, description: 'What happened, within its kind.' }) code: string;
  @DayField({ description: 'When it happened, which may be before it was written down.' }) on: string;
  @InstantField() at: string;
  @IdField({ ...nothing, description: 'Who wrote it down; null for the system.' }) by: string | null;
  @IdField({ ...nothing, description: 'The colleague it is about.' }) about: string | null;
  @TextField({ max: 20_000, min: 0, ...nothing }) text: string | null;
  @ListField(() => TimelineChange, { max: 200, description: 'Old and new value of what changed.' })
  fields: TimelineChange[];
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}

export class TimelinePage extends PageView {
  @ListField(() => TimelineItem, { max: 200 }) items: TimelineItem[];
  @CodesField(TIMELINE_KINDS, { description: 'Kinds that are in the whole stream.' }) kinds: string[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
