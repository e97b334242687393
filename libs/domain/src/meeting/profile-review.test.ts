import { describe, expect, it } from '@jest/globals';
import { AGENDA_CODES } from './agenda.ts';
import { PROPOSED_PROFILES } from '../risk-profile/profile.ts';
import { confirmableProfile, mayConfirmTogether, ownPatientsFirst } from './profile-review.ts';

describe('the review of profiles before a meeting', () => {
  it('lets only what the answers determine be confirmed as it is', () => {
    expect(PROPOSED_PROFILES.map((proposed) => [proposed, confirmableProfile({ proposed })])).toEqual([
      ['ROBUST', 'ROBUST'],
      ['FRAIL', 'FRAIL'],
      ['COMPLEX', 'COMPLEX'],
      ['UNDETERMINED', undefined],
    ]);
    expect(confirmableProfile({ proposed: null })).toBeUndefined();
  });

  it('lets robust for the first time or unchanged be confirmed together, and nothing else', () => {
    const together = AGENDA_CODES.flatMap((code) =>
      PROPOSED_PROFILES.filter((proposed) => mayConfirmTogether({ code, proposed })).map(
        (proposed) => `${code} ${proposed}`,
      ),
    );
    expect(together).toEqual(['PROFILE_NEW ROBUST', 'PROFILE_SAME ROBUST']);
  });

  it('has the own patients of who looks in front, and leaves the order of the agenda within both groups', () => {
    const lines = [
      { place: 3, isMine: true },
      { place: 1, isMine: false },
      { place: 2, isMine: true },
      { place: 4, isMine: false },
    ];
    expect(ownPatientsFirst(lines).map(({ place }) => place)).toEqual([2, 3, 1, 4]);
  });
});
