import { describe, expect, it } from '@jest/globals';
import { emptyReferral, faultsOf, referralBody, type ReferralValues } from './referral-form.ts';

const written: ReferralValues = {
  ...emptyReferral('2026-10-05'),
  type: 'PEER_GROUP',
  bridgesWait: true,
  receiver: ' Lotgenoten ',
  reason: ' Wil praten. ',
};

describe('the form of a referral', () => {
  it('says what is missing, in the order of the form', () => {
    expect(Object.keys(faultsOf({ ...emptyReferral(''), dueOn: undefined }))).toEqual(['type', 'receiver', 'reason', 'dueOn']); // prettier-ignore
    expect(Object.keys(faultsOf({ ...written, type: 'OTHER', receiver: ' ' }))).toEqual(['typeText', 'receiver']);
    expect(referralBody({ ...written, receiver: ' ' })).toBeUndefined();
  });

  it('sends what belongs to the type, and nothing of a type that was chosen before', () => {
    expect(referralBody({ ...written, typeText: 'Kapper' })).toEqual({
      type: 'PEER_GROUP',
      typeText: null,
      bridgesWait: true,
      receiver: 'Lotgenoten',
      receiverContact: null,
      reason: 'Wil praten.',
      dueOn: '2026-10-05',
    });
    expect(referralBody({ ...written, type: 'OTHER', typeText: 'Kapper' })).toMatchObject({
      typeText: 'Kapper',
      bridgesWait: false,
    });
  });
});
