import { CLOSENESS, COACHING_STEPS, NETWORK_LIMITS, TIE_FREQUENCIES, TIE_STRAINS, TIE_SUPPORTS, TIE_WISHES } from '@samenoud/domain'; // prettier-ignore
import {
  BooleanField, CodeField, CodesField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';

const { ties, name, relation, comment, coach, evaluation } = NETWORK_LIMITS;
const LEFT_OUT = { optional: true, nullable: true } as const;

/** Somebody around the client, and what there is between them. */
export class NetworkTie {
  @TextField({ max: name }) name: string;
  @TextField({ max: relation, description: 'Daughter, neighbour, church …' }) relation: string;
  @CodeField(TIE_FREQUENCIES) frequency: string;
  @CodesField(TIE_SUPPORTS, { description: 'What this person does for the client.' }) support: string[];
  @IntegerField({ ...CLOSENESS, description: '1 nearest, 3 furthest away.' }) closeness: number;
  @CodeField(TIE_WISHES, { description: 'What the client wants of it: more, the same, less.' }) wish: string;
  @CodeField(TIE_STRAINS, { ...LEFT_OUT, description: 'How heavy it is for this person.' }) strain: string | null;
  @TextField({ max: comment, ...LEFT_OUT }) comment: string | null;
}

export class CoachingStepView {
  @IntegerField({ min: 1, max: COACHING_STEPS.length }) step: number;
  @DayField({ nullable: true }) doneOn: string | null;
  @BooleanField() skipped: boolean;
}

/** The ten steps of a network coach, in the order the client takes them. */
export class CoachingView {
  @TextField({ max: coach, nullable: true }) coach: string | null;
  @DayField() startedOn: string;
  @ListField(() => CoachingStepView, { max: COACHING_STEPS.length }) steps: CoachingStepView[];
  @TextField({ max: evaluation, nullable: true }) evaluation: string | null;
}

/** The whole network: what is left out is not there any more. */
export class SaveNetwork {
  @DayField({ ...LEFT_OUT, description: 'Day it was drawn with the client.' }) drawnOn?: string | null;
  @ListField(() => NetworkTie, { max: ties }) ties: NetworkTie[];
  @ObjectField(() => CoachingView, LEFT_OUT) coaching?: CoachingView | null;
}

class NetworkFields {
  @DayField({ nullable: true }) drawnOn: string | null;
  @ListField(() => NetworkTie, { max: ties }) ties: NetworkTie[];
  @ObjectField(() => CoachingView, { nullable: true }) coaching: CoachingView | null;
}

export class OtherNetwork extends NetworkFields {
  @IdField() id: string;
  @IdField() changedBy: string;
  @InstantField() changedAt: string;
}

/** Version 0 and empty while nobody drew one: the first PUT says `If-Match: "0"`. */
export class NetworkView extends NetworkFields {
  @IdField({ nullable: true }) id: string | null;
  @IdField() clientId: string;
  @IntegerField({ min: 0, max: 2_147_483_647 }) version: number;
  @IdField({ nullable: true }) changedBy: string | null;
  @InstantField({ nullable: true }) changedAt: string | null;
  @ListField(() => OtherNetwork, { max: 20, description: 'Of records that were merged into this one.' }) others: OtherNetwork[]; // prettier-ignore
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}
