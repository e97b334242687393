import { GAP_REASON_LIMITS, GAPS } from '@samenoud/domain';
import {
  CodeField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageQuery } from '../platform/http/page.ts';

const COUNT = { min: 0, max: 2_147_483_647, nullable: true } as const;

export class SafetyNetQuery extends PageQuery {
  @CodeField(GAPS, { optional: true, description: 'Only this gap; a cursor goes on in its list.' }) code?: string;
}

export class ExplainGap {
  @CodeField(GAPS) code: string;
  @TextField({ ...GAP_REASON_LIMITS, example: 'Is tot het voorjaar bij haar dochter in Spanje.' }) reason: string;
  @DayField({ description: 'Through this day; after today, at most twelve months on.' }) until: string;
}

export class GapExplanation {
  @IdField() id: string;
  @CodeField(GAPS) code: string;
  @TextField({ max: 200 }) reason: string;
  @DayField() until: string;
  @IdField() madeBy: string;
  @InstantField() madeAt: string;
}

export class ClientInGap {
  @IdField({ description: 'Of the client.' }) id: string;
  @TextField({ max: 600 }) name: string;
  @DayField() birthDate: string;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @IdField({ nullable: true }) caseManagerId: string | null;
  @DayField() since: string;
  @ObjectField(() => GapExplanation, { nullable: true }) explanation: GapExplanation | null;
}

class GapView {
  @CodeField(GAPS) code: string;
  @IntegerField({ ...COUNT, description: 'Not explained.' }) total: number | null;
  @IntegerField(COUNT) explainedTotal: number | null;
  @ListField(() => ClientInGap, { max: 200 }) items: ClientInGap[];
  @TextField({ max: 2000, nullable: true }) nextCursor: string | null;
  @ListField(() => ClientInGap, { max: 200, description: 'Explained, and apart.' }) explained: ClientInGap[];
}

export class SafetyNetView {
  @IntegerField({ ...COUNT, description: 'Clients with at least one gap that is not explained.' }) count: number | null;
  @ListField(() => GapView, { max: 20 }) gaps: GapView[];
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}
