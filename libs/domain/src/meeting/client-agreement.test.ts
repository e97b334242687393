import { describe, expect, it } from '@jest/globals';
import { agreementCarried, takesAgreement } from './client-agreement.ts';
import { MEETING_STATES } from './meeting.ts';

describe('the agreement of a client to be discussed', () => {
  it('is not asked on a first line', () => {
    expect(agreementCarried(undefined)).toBe('NOT_ASKED');
  });

  it('goes along with a line that was not discussed', () => {
    for (const agreement of ['YES', 'NOT_ASKED', 'NO'] as const)
      expect(agreementCarried({ agreement, wasDiscussed: false })).toBe(agreement);
  });

  it('is asked anew after a discussion, but a no stands until then', () => {
    expect(agreementCarried({ agreement: 'YES', wasDiscussed: true })).toBe('NOT_ASKED');
    expect(agreementCarried({ agreement: 'NOT_ASKED', wasDiscussed: true })).toBe('NOT_ASKED');
    expect(agreementCarried({ agreement: 'NO', wasDiscussed: true })).toBe('NO');
  });

  it('is written down until the meeting is over', () => {
    expect(MEETING_STATES.filter(takesAgreement)).toEqual(['DRAFT', 'OPEN', 'RUNNING']);
  });
});
