import {
  CLIENT_STATUSES, INVITATION_GROUPS, INVITATION_ROUTES, INVITATION_STATES, ROUND_NEXT_STEPS, ROUND_STATES, STEP_OWNERS, type InvitationGroup,
} from '@samenoud/domain'; // prettier-ignore
import {
  BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, NumbersField, ObjectField, TextField, TextsField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageQuery, PageView } from '../platform/http/page.ts';
import { STEP_KINDS } from './invitation-steps.service.ts';

const optional = { optional: true, nullable: true } as const;
const VERSION = { min: 1, max: 2_147_483_647 } as const;

/** Whom an invitation is for, with what is needed to phone her. Name and birth date always stand together. */
export class InvitedClient {
  @IdField() id: string;
  @TextField({ max: 600, example: 'Berg, J.M. van der' }) name: string;
  @DayField() birthDate: string;
  @TextField({ max: 30, nullable: true }) phone: string | null;
  @CodeField(CLIENT_STATUSES) status: string;
  @BooleanField() noPost: boolean;
  @BooleanField() interpreter: boolean;
  @TextField({ max: 40 }) language: string;
  @TextField({ max: 20 }) hearing: string;
  @TextField({ max: 100, nullable: true }) preferredMoment: string | null;
}

class NextStepView {
  @CodeField(ROUND_NEXT_STEPS) code: string;
  @CodeField(STEP_OWNERS) owner: string;
  @DayField({ nullable: true }) dueOn: string | null;
}

export class StepView {
  @IdField() id: string;
  @CodeField(STEP_KINDS) step: string;
  @CodeField(INVITATION_STATES, { nullable: true }) from: string | null;
  @CodeField(INVITATION_STATES) to: string;
  @DayField({ nullable: true }) on: string | null;
  @TextField({ max: 300, nullable: true }) reason: string | null;
  @IdField({ nullable: true }) madeBy: string | null;
  @InstantField() madeAt: string;
}

export class InvitationView {
  @IdField() id: string;
  @IntegerField(VERSION) version: number;
  @IdField() roundId: string;
  @ObjectField(() => InvitedClient) client: InvitedClient;
  @CodeField(INVITATION_STATES) state: string;
  @TextField({ max: 7, example: 'K74M2PZ' }) formCode: string;
  @CodeField(INVITATION_ROUTES, { nullable: true }) route: string | null;
  @DayField({ nullable: true }) sentOn: string | null;
  @DayField({ nullable: true }) reminded1On: string | null;
  @DayField({ nullable: true }) reminded2On: string | null;
  @DayField({ nullable: true }) undeliverableOn: string | null;
  @DayField({ nullable: true }) phonedOn: string | null;
  @TextField({ max: 300, nullable: true }) exitReason: string | null;
  @BooleanField({ nullable: true }) refusesLater: boolean | null;
  @IdField({ nullable: true }) responseId: string | null;
  @InstantField({ nullable: true }) askingClosedAt: string | null;
  @InstantField() madeAt: string;
  @ObjectField(() => NextStepView, { nullable: true }) nextStep: NextStepView | null;
}

class InvitingRound {
  @TextField({ max: 100, example: 'Vragenlijstronde 2026' }) name: string;
  @CodeField(ROUND_STATES) state: string;
  @DayField() returnBy: string;
}

/** An invitation as the record of its client shows it. */
export class ClientInvitation extends InvitationView {
  @ObjectField(() => InvitingRound) round: InvitingRound;
  @BooleanField({ description: 'Letters, reminders or the code for answering online still go on.' }) isLive: boolean;
}

export class ClientInvitations {
  @ListField(() => ClientInvitation, { max: 200 }) items: ClientInvitation[];
}

/** An invitation with every step it took, newest first. */
export class InvitationDetails extends InvitationView {
  @ListField(() => StepView, { max: 200 }) steps: StepView[];
}

export class InvitationQuery extends PageQuery {
  @CodeField(INVITATION_STATES, { optional: true }) state?: string;
  @CodeField(INVITATION_GROUPS, {
    optional: true,
    description: 'Only who came to this step, or who did not answer yet.',
  })
  group?: InvitationGroup;
  @CodeField(ROUND_NEXT_STEPS, { optional: true, description: 'Only with this next step.' }) nextStep?: string;
}

export class InvitationList extends PageView {
  @ListField(() => InvitationView, { max: 200 }) items: InvitationView[];
}

/** A step taken by hand, a correction of the day of sending, or a call. */
export class ChangeInvitation {
  @CodeField(INVITATION_STATES, { optional: true }) state?: string;
  @TextField({ max: 300, ...optional }) reason?: string | null;
  @DayField({ optional: true, description: 'Of sending or handing over; default today.' }) sentOn?: string;
  @CodeField(INVITATION_ROUTES, { optional: true, description: 'Default MAIL.' }) route?: string;
  @BooleanField({ optional: true, description: 'With REFUSED: also not in later years.' }) refusesLater?: boolean;
  @DayField({ optional: true, description: 'Day the envelope came back; default today.' }) undeliverableOn?: string;
  @DayField({ optional: true, description: 'Phoned in vain on this day.' }) phonedOn?: string;
}

export class CloseAsking {
  @TextField({ max: 300, ...optional }) reason?: string | null;
}

export class LookupCode {
  @TextField({ max: 40, example: 'K7-4M2P-Z 3' }) code: string;
}

export class FindForms {
  @DayField() birthDate: string;
  @TextField({ max: 200 }) family: string;
}

class FoundRound {
  @IdField() id: string;
  @TextField({ max: 100 }) name: string;
  @CodeField(ROUND_STATES) state: string;
}

/** The form that is there already for this invitation, or the one begun for this client. */
class FoundResponse {
  @IdField() id: string;
  @IntegerField(VERSION) version: number;
  @TextField({ max: 20 }) status: string;
  @TextField({ max: 20, nullable: true }) channel: string | null;
  @DayField({ nullable: true }) completedOn: string | null;
  @NumbersField({ min: 1, max: 9 }) missingPages: number[];
}

class FormVersions {
  @TextField({ max: 60 }) gfi: string;
  @TextField({ max: 60 }) imesa: string;
}

export class FoundForm {
  @ObjectField(() => InvitationView) invitation: InvitationView;
  @ObjectField(() => InvitedClient) client: InvitedClient;
  @ObjectField(() => FoundRound) round: FoundRound;
  @ObjectField(() => FormVersions) instruments: FormVersions;
  @ObjectField(() => FoundResponse, { nullable: true }) response: FoundResponse | null;
}

export class LookedUpForm extends FoundForm {
  @IntegerField({ min: 1, max: 9, nullable: true }) page: number | null;
}

export class FoundForms {
  @ListField(() => FoundForm, { max: 20 }) items: FoundForm[];
}

class OpenForm {
  @IdField({ description: 'Of the invitation.' }) id: string;
  @IntegerField(VERSION) version: number;
  @ObjectField(() => InvitedClient) client: InvitedClient;
  @IdField() responseId: string;
  @IntegerField(VERSION) responseVersion: number;
  @DayField({ nullable: true }) completedOn: string | null;
  @BooleanField({ description: 'Not one valid answer: the whole form is to be asked.' }) emptyForm: boolean;
  @NumbersField({ min: 1, max: 9 }) missingPages: number[];
  @TextField({ max: 20, nullable: true }) proposedProfile: string | null;
  @TextsField({ description: 'Items to ask, the most deciding first.' }) deciding: string[];
  @TextsField() possibleProfiles: string[];
  @DayField({ nullable: true }) phonedOn: string | null;
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}

export class OpenForms extends PageView {
  @ListField(() => OpenForm, { max: 200 }) items: OpenForm[];
}
