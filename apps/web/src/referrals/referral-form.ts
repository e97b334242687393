import { mayBridgeWait, referralNeedsText, type ReferralType } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { NewReferral, Referral } from './referral-queries.ts';

export interface ReferralValues {
  readonly type: ReferralType | '';
  readonly typeText: string;
  readonly bridgesWait: boolean;
  readonly receiver: string;
  readonly receiverContact: string;
  readonly reason: string;
  readonly dueOn: string | undefined;
}

export const emptyReferral = (dueOn: string): ReferralValues => ({
  type: '',
  typeText: '',
  bridgesWait: false,
  receiver: '',
  receiverContact: '',
  reason: '',
  dueOn,
});

export const valuesOf = (referral: Referral): ReferralValues => ({
  type: referral.type,
  typeText: referral.typeText ?? '',
  bridgesWait: referral.bridgesWait ?? false,
  receiver: referral.receiver ?? '',
  receiverContact: referral.receiverContact ?? '',
  reason: referral.reason ?? '',
  dueOn: referral.dueOn,
});

type Faults = Partial<Record<keyof ReferralValues, string>>;

/** What is to be mended before it can be kept, in the order of the form. */
export function faultsOf({ type, typeText, receiver, reason, dueOn }: ReferralValues): Faults {
  const isEmpty = (words: string): boolean => words.trim() === '';
  return {
    ...(type === '' && { type: text('referrals.form.typeRequired') }),
    ...(type !== '' && referralNeedsText(type) && isEmpty(typeText) && { typeText: text('referrals.form.typeTextRequired') }),
    ...(isEmpty(receiver) && { receiver: text('referrals.form.receiverRequired') }),
    ...(isEmpty(reason) && { reason: text('referrals.form.reasonRequired') }),
    ...(dueOn === undefined && { dueOn: text('referrals.form.dueOnRequired') }),
  }; // prettier-ignore
}

/** What is sent of a form without faults: what its type does not have is left out. */
export function referralBody(values: ReferralValues): NewReferral | undefined {
  const { type, dueOn } = values;
  if (type === '' || dueOn === undefined || Object.keys(faultsOf(values)).length > 0) return undefined;
  return {
    type,
    typeText: referralNeedsText(type) ? values.typeText.trim() : null,
    bridgesWait: mayBridgeWait(type) && values.bridgesWait,
    receiver: values.receiver.trim(),
    receiverContact: values.receiverContact.trim() || null,
    reason: values.reason.trim(),
    dueOn,
  };
}
