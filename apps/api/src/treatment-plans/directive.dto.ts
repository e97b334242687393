import {
  AGREED_WITH,
  DIRECTIVE_CODES,
  DIRECTIVE_KINDS,
  DIRECTIVE_LIMITS,
  type DirectiveKind,
  STAFF_ROLES,
} from '@samenoud/domain';
import {
  BooleanField, CodeField, CodesField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';

const { otherText, decisionText, keptAt, comment } = DIRECTIVE_LIMITS;
const LEFT_OUT = { optional: true, nullable: true } as const;
const DECISION = { min: 0, max: 2, description: '0 carry out, 1 otherwise (see decisionText), 2 do not carry out.' } as const; // prettier-ignore
const MAX_VERSION = 2_147_483_647;

/** A treatment directive (`TREATMENT`) or an advance directive (`ADVANCE`); the whole of it. */
export class SaveDirective {
  @CodeField(DIRECTIVE_KINDS, { description: 'Never changes.' }) kind: DirectiveKind;
  @CodeField(DIRECTIVE_CODES, { description: 'Treatment (SNOMED) or kind of advance directive, by zib2020.' }) code: string; // prettier-ignore
  @TextField({ max: otherText, ...LEFT_OUT, description: 'With code OTH: which.' }) otherText?: string | null;
  @IntegerField({ ...DECISION, ...LEFT_OUT }) decision?: number | null;
  @TextField({ max: decisionText, ...LEFT_OUT }) decisionText?: string | null;
  @CodesField(AGREED_WITH, { optional: true }) agreedWith?: string[];
  @DayField({ ...LEFT_OUT, description: 'Last talked about.' }) discussedOn?: string | null;
  @DayField({ ...LEFT_OUT, description: 'On the paper of an advance directive.' }) datedOn?: string | null;
  @TextField({ max: keptAt, ...LEFT_OUT, description: 'Where the paper is kept.' }) keptAt?: string | null;
  @DayField({ ...LEFT_OUT, description: 'Last day it holds.' }) endsOn?: string | null;
  @TextField({ max: comment, ...LEFT_OUT }) comment?: string | null;
}

export class VoidReason {
  @TextField({ max: 500 }) reason: string;
}

export class VoidedView {
  @InstantField() at: string;
  @IdField() by: string;
  @TextField({ max: 500 }) reason: string;
}

export class DirectiveView {
  @IdField() id: string;
  @IdField() clientId: string;
  @IntegerField({ min: 1, max: MAX_VERSION }) version: number;
  @CodeField(DIRECTIVE_KINDS) kind: DirectiveKind;
  @CodeField(DIRECTIVE_CODES) code: string;
  @TextField({ max: otherText, nullable: true }) otherText: string | null;
  @IntegerField({ ...DECISION, nullable: true }) decision: number | null;
  @TextField({ max: decisionText, nullable: true }) decisionText: string | null;
  @CodesField(AGREED_WITH) agreedWith: string[];
  @DayField({ nullable: true }) discussedOn: string | null;
  @DayField({ nullable: true }) datedOn: string | null;
  @TextField({ max: keptAt, nullable: true }) keptAt: string | null;
  @DayField({ nullable: true }) endsOn: string | null;
  @TextField({ max: comment, nullable: true }) comment: string | null;
  @IdField() madeBy: string;
  @IdField() changedBy: string;
  @InstantField() changedAt: string;
  @BooleanField({ description: 'Holds today.' }) inForce: boolean;
  @BooleanField({ description: 'Last discussed more than 12 months ago.' }) discussAgain: boolean;
  @ObjectField(() => VoidedView, { nullable: true, description: 'Declared void: it never held.' }) voided: VoidedView | null; // prettier-ignore
}

export class WhomToAsk {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 30, nullable: true }) phone: string | null;
}

/** For who may know only that there is one: `items` is empty and named in `hidden`. */
export class DirectiveList {
  @BooleanField({ description: 'There is a directive that holds today.' }) exists: boolean;
  @ObjectField(() => WhomToAsk, { nullable: true, description: 'Whom to ask about it.' }) ask: WhomToAsk | null;
  @ListField(() => DirectiveView, { max: 200, description: 'Those that hold first.' }) items: DirectiveView[];
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}
