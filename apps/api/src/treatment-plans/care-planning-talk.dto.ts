import { CARE_PLANNING_LIMITS, CARE_PLANNING_THEMES, type CarePlanningTheme } from '@samenoud/domain';
import { CodesField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';
import { VoidedView } from './directive.dto.ts';

const { participants, wishes, note } = CARE_PLANNING_LIMITS;

/** A talk about care later on; the whole of it. */
export class SaveCarePlanningTalk {
  @DayField() heldOn: string;
  @TextField({ max: participants, description: 'Who was there.' }) participants: string;
  @CodesField(CARE_PLANNING_THEMES, { description: 'At least one of the six themes.' }) themes: CarePlanningTheme[];
  @TextField({ max: wishes, optional: true, nullable: true, description: 'In the words of the client.' }) wishes?: string | null; // prettier-ignore
  @TextField({ max: note, optional: true, nullable: true }) note?: string | null;
}

export class CarePlanningTalkView {
  @IdField() id: string;
  @IdField() clientId: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @DayField() heldOn: string;
  @TextField({ max: participants }) participants: string;
  @CodesField(CARE_PLANNING_THEMES) themes: CarePlanningTheme[];
  @TextField({ max: wishes, nullable: true }) wishes: string | null;
  @TextField({ max: note, nullable: true }) note: string | null;
  @IdField() madeBy: string;
  @IdField() changedBy: string;
  @InstantField() changedAt: string;
  @ObjectField(() => VoidedView, { nullable: true }) voided: VoidedView | null;
}

/** For who may know days only, `items` is empty. */
export class CarePlanningTalkList extends PageView {
  @ListField(() => CarePlanningTalkView, { max: 200, description: 'Newest first.' }) items: CarePlanningTalkView[];
  @DayField({ nullable: true, description: 'Day of the last one that is not void.' }) lastHeldOn: string | null;
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}
