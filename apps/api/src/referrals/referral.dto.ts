import { REFERRAL_LIMITS, REFERRAL_OUTCOMES, REFERRAL_STATES, REFERRAL_TYPES, type ReferralOutcome, type ReferralState, type ReferralType, type StaffRole, STAFF_ROLES } from '@samenoud/domain'; // prettier-ignore
import { BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';

const TYPE_TEXT = { max: REFERRAL_LIMITS.typeText } as const;
const RECEIVER = {
  max: REFERRAL_LIMITS.receiver,
  description: 'Organisation or person.',
  example: 'Welzijn Noord',
} as const;
const CONTACT = {
  max: REFERRAL_LIMITS.receiverContact,
  description: 'How to reach the receiver.',
  example: '0599 550130',
} as const;
const REASON = {
  max: REFERRAL_LIMITS.reason,
  description: 'In one sentence, without a diagnosis.',
  example: 'Wil weer onder de mensen komen.',
} as const;
const FEEDBACK = { max: REFERRAL_LIMITS.feedback, example: 'Gaat nu elke dinsdag naar de eettafel.' } as const;
const CLOSE_REASON = { max: REFERRAL_LIMITS.closeReason, example: 'Verhuist naar haar dochter.' } as const;
const BRIDGES = 'For PEER_GROUP: it bridges a waiting time.';
const MOST = 2_147_483_647;
const some = { optional: true, nullable: true } as const;

export class WriteReferral {
  @CodeField(REFERRAL_TYPES) type: ReferralType;
  @TextField({ ...TYPE_TEXT, ...some, description: 'Needed for OTHER, and for nothing else.' }) typeText?:
    string | null;
  @BooleanField({ optional: true, description: BRIDGES }) bridgesWait?: boolean;
  @TextField(RECEIVER) receiver: string;
  @TextField({ ...CONTACT, ...some }) receiverContact?: string | null;
  @TextField(REASON) reason: string;
  @DayField({ optional: true, description: 'By which feedback is expected; default as the practice set.' })
  dueOn?: string;
  @IdField({ optional: true, description: 'Who refers, if not who writes it down.' }) referrerId?: string;
}

export class ChangeReferral {
  @CodeField(REFERRAL_TYPES, { optional: true, description: 'While DRAFT, as its words, receiver and reason.' })
  type?: ReferralType;
  @TextField({ ...TYPE_TEXT, ...some }) typeText?: string | null;
  @BooleanField({ optional: true, description: BRIDGES }) bridgesWait?: boolean;
  @TextField({ ...RECEIVER, optional: true }) receiver?: string;
  @TextField({ ...CONTACT, ...some, description: 'While DRAFT or SENT.' }) receiverContact?: string | null;
  @TextField({ ...REASON, optional: true }) reason?: string;
  @DayField({ optional: true, description: 'While DRAFT or SENT.' }) dueOn?: string;
}

export class GivePermission {
  @DayField({ description: 'Today or before.' }) on: string;
  @IdField({ optional: true, description: 'Who asked; default who sends it.' }) askedBy?: string;
}

export class SendReferral {
  @ObjectField(() => GivePermission, {
    optional: true,
    description: 'The client’s, to pass on her contact details. Without it 409 PERMISSION_REQUIRED.',
  })
  permission?: GivePermission;
}

export class GiveFeedback {
  @DayField({ optional: true, description: 'Today or before; default today.' }) on?: string;
  @TextField(FEEDBACK) text: string;
  @CodeField(REFERRAL_OUTCOMES) outcome: ReferralOutcome;
}

export class CloseReferral {
  @TextField({ ...CLOSE_REASON, optional: true, description: 'Needed unless there was feedback.' }) reason?: string;
}

export class Referrer {
  @IdField() userId: string;
  @CodeField(STAFF_ROLES, { description: 'Her role then.' }) role: StaffRole;
}

export class ReferralPermission {
  @DayField() on: string;
  @IdField() askedBy: string;
}

export class ReferralFeedback {
  @DayField() on: string;
  @TextField(FEEDBACK) text: string;
  @CodeField(REFERRAL_OUTCOMES) outcome: ReferralOutcome;
  @IdField({ description: 'Who wrote it down.' }) by: string;
  @InstantField() at: string;
}

/** To whom a client is referred and what came of it. Who may see day and kind only gets null for the rest, named in `hidden`. */
export class ReferralView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: MOST }) version: number;
  @IdField() clientId: string;
  @CodeField(REFERRAL_TYPES) type: ReferralType;
  @DayField({ description: 'Day it was written.' }) on: string;
  @DayField() dueOn: string;
  @DayField({ nullable: true }) sentOn: string | null;
  @TextField({ ...TYPE_TEXT, nullable: true }) typeText: string | null;
  @BooleanField({ nullable: true, description: BRIDGES }) bridgesWait: boolean | null;
  @ObjectField(() => Referrer, { nullable: true }) referrer: Referrer | null;
  @TextField({ ...RECEIVER, nullable: true }) receiver: string | null;
  @TextField({ ...CONTACT, nullable: true }) receiverContact: string | null;
  @TextField({ ...REASON, nullable: true }) reason: string | null;
  @CodeField(REFERRAL_STATES, { nullable: true }) state: ReferralState | null;
  @ObjectField(() => ReferralPermission, { nullable: true }) permission: ReferralPermission | null;
  @ListField(() => ReferralFeedback, { max: 200, description: 'Newest first.' }) feedback: ReferralFeedback[];
  @TextField({ ...CLOSE_REASON, nullable: true }) closeReason: string | null;
  @BooleanField({ description: 'Whether the asker may change it, keep feedback and close it.' }) mayChange: boolean;
  @BooleanField({ description: 'Whether it waits to be sent, and the asker may.' }) maySend: boolean;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

/** A draft that waits to be sent by who asks. */
export class UnsentReferral {
  @IdField() id: string;
  @IdField() clientId: string;
  @TextField({ max: 400, example: 'Berg, J.M. van der' }) clientName: string;
  @DayField() clientBirthDate: string;
  @CodeField(REFERRAL_TYPES) type: ReferralType;
  @DayField({ description: 'Day it was written.' }) on: string;
  @DayField() dueOn: string;
}

export class UnsentReferralList extends PageView {
  @ListField(() => UnsentReferral, { max: 200 }) items: UnsentReferral[];
}

export class ReferralList extends PageView {
  @ListField(() => ReferralView, { max: 200 }) items: ReferralView[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
