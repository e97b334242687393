import { describe, expect, it } from '@jest/globals';
import { type AgreedForHis, type MeetingHisFacts, meetingHisLines } from './meeting-his-text.ts';

const NOTHING: MeetingHisFacts = {
  on: '2026-03-02',
  profile: null,
  caseManager: null,
  agreed: [],
  nextReviewOn: null,
  hasEnded: false,
};
const manager = { name: 'J. Bakker', role: 'ouderenadviseur' };
const words = (agreed: AgreedForHis): string => ('text' in agreed ? agreed.text : agreed.receiver);
const codesOf = (facts: Partial<MeetingHisFacts>): string[] =>
  meetingHisLines({ ...NOTHING, ...facts }, words).map(({ code }) => code);

describe('the text of a meeting for the HIS', () => {
  it('says at least that she was discussed, and when', () => {
    expect(meetingHisLines(NOTHING, words)).toEqual([{ code: 'MEETING', values: { day: '02-03-2026' } }]);
  });

  it('never has more than four lines', () => {
    const note: AgreedForHis = { kind: 'NOTE', text: 'dochter komt mee' };
    expect(
      codesOf({ profile: 'Complex', caseManager: manager, agreed: [note, note], nextReviewOn: '2026-04-06', hasEnded: true }),
    ).toEqual(['MEETING', 'PROFILE_AND_CASE_MANAGER', 'AGREED', 'NEXT']); // prettier-ignore
  });

  it('names profile and case manager alone where only one of them was decided', () => {
    expect(codesOf({ profile: 'Complex' })).toEqual(['MEETING', 'PROFILE']);
    expect(codesOf({ caseManager: manager })).toEqual(['MEETING', 'CASE_MANAGER']);
  });

  it('puts what was agreed on one line, in the order it was decided', () => {
    const agreed: readonly AgreedForHis[] = [
      { kind: 'ACTION', text: 'huisbezoek', role: 'wijkverpleegkundige', dueOn: '2026-03-09' },
      { kind: 'REFER', type: 'WELFARE_ON_PRESCRIPTION', receiver: 'welzijnscoach' },
    ];
    expect(meetingHisLines({ ...NOTHING, agreed }, words)[1]).toEqual({
      code: 'AGREED',
      values: { agreed: 'huisbezoek; welzijnscoach' },
    });
  });

  it('says that she need not be discussed again, unless there is a day', () => {
    expect(codesOf({ hasEnded: true })).toEqual(['MEETING', 'ENDED']);
    expect(codesOf({ hasEnded: true, nextReviewOn: '2026-04-06' })).toEqual(['MEETING', 'NEXT']);
  });
});
