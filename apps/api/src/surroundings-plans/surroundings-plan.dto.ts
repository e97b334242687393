import { NAMED_PERMISSIONS, type NamedPermission, SURROUNDINGS_LIMITS } from '@samenoud/domain';
import {
  BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, PhoneField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';

const { calls, name, relation, does, text } = SURROUNDINGS_LIMITS;
const LEFT_OUT = { optional: true, nullable: true } as const;

/** Somebody to call when things go wrong, in the order of the list. */
export class PersonToCall {
  @TextField({ max: name }) name: string;
  @TextField({ max: relation, ...LEFT_OUT }) relation: string | null;
  @PhoneField() phone: string;
  @TextField({ max: does, ...LEFT_OUT, description: 'What this person then does.' }) does: string | null;
  @BooleanField() hasKey: boolean;
  @CodeField(NAMED_PERMISSIONS, { description: 'Whether this person may be named here and called.' })
  permission: NamedPermission;
  @DayField({ ...LEFT_OUT, description: 'Day of the yes or no.' }) permissionOn: string | null;
}

/** The whole plan: what is left out is empty from now on. */
export class SaveSurroundingsPlan {
  @TextField({ max: text, ...LEFT_OUT, description: 'Early signs that it goes wrong.' }) signs?: string | null;
  @TextField({ max: text, ...LEFT_OUT, description: 'What helps then.' }) helps?: string | null;
  @TextField({ max: text, ...LEFT_OUT, description: 'What not to do.' }) avoid?: string | null;
  @ListField(() => PersonToCall, { max: calls }) calls: PersonToCall[];
  @DayField(LEFT_OUT) reviewOn?: string | null;
}

class SurroundingsPlanFields {
  @TextField({ max: text, nullable: true }) signs: string | null;
  @TextField({ max: text, nullable: true }) helps: string | null;
  @TextField({ max: text, nullable: true }) avoid: string | null;
  @ListField(() => PersonToCall, { max: calls }) calls: PersonToCall[];
  @DayField({ nullable: true }) reviewOn: string | null;
}

export class OtherSurroundingsPlan extends SurroundingsPlanFields {
  @IdField() id: string;
  @IdField() changedBy: string;
  @InstantField() changedAt: string;
}

/** Version 0 and empty while nobody made one: the first PUT says `If-Match: "0"`. */
export class SurroundingsPlanView extends SurroundingsPlanFields {
  @IdField({ nullable: true }) id: string | null;
  @IdField() clientId: string;
  @IntegerField({ min: 0, max: 2_147_483_647 }) version: number;
  @IdField({ nullable: true }) changedBy: string | null;
  @InstantField({ nullable: true }) changedAt: string | null;
  @BooleanField({ description: 'The day to look at it again has come.' }) reviewDue: boolean;
  @ListField(() => OtherSurroundingsPlan, { max: 20, description: 'Of records that were merged into this one.' })
  others: OtherSurroundingsPlan[];
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}

export class SurroundingsPaperMade {
  @TextField({ max: 200, description: 'Where the PDF can be fetched, for a day.' }) href: string;
  @IntegerField({ min: 1, max: 9 }) pages: number;
  @IntegerField({ min: 0, max: calls, description: 'People left out: they did not say they may be named.' })
  leftOut: number;
}
