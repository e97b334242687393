import { describe, expect, it } from '@jest/globals';
import { type HisFacts, hisTexts } from './his-text.ts';

const invitation = {
  sentOn: '2026-02-02',
  returnBy: '2026-03-02',
  reminded1On: '2026-02-23',
  reminded2On: '2026-03-16',
  phonedOn: '2026-03-30',
  notReturnedOn: null,
  isRefused: false,
};
const robust = {
  profile: 'ROBUST',
  label: 'Robuust',
  assignedOn: '2026-03-18',
  returnedOn: '2026-03-12',
  totals: { imesa: { lower: 8, upper: 8 }, gfi: { lower: 3, upper: 3 } },
} as const;
const frail = {
  ...robust,
  profile: 'FRAIL',
  label: 'Kwetsbaar',
  totals: { imesa: { lower: 12, upper: 12 }, gfi: { lower: 6, upper: 6 } },
} as const;
const facts = (changes: Partial<HisFacts> = {}): HisFacts => ({
  invitation: null,
  assignment: null,
  caseManager: null,
  isPlanDiscussed: false,
  nextEvaluationOn: null,
  teamAgreement: null,
  rescreenIntervalMonths: 12,
  ...changes,
});
const linesOf = (changes: Partial<HisFacts>) =>
  hisTexts(facts(changes))[0]?.lines.map(({ code, values }) => [code, ...Object.values(values)].join(' '));

describe('hisTexts', () => {
  it('are none without a fact', () => {
    expect(hisTexts(facts())).toEqual([]);
    expect(hisTexts(facts({ invitation: { ...invitation, sentOn: null } }))).toEqual([]);
  });

  it('tell of sending', () => {
    expect(linesOf({ invitation })).toEqual(['SENT 02-02-2026', 'RETURN_BY 02-03-2026']);
  });

  it('tell of not returning, with reminders, call, last profile and what the team agreed', () => {
    const lastYear = { ...robust, assignedOn: '2025-03-20' };
    const teamAgreement = { on: '2026-04-15', text: 'huisarts vraagt ernaar' };
    const notReturned = { ...invitation, notReturnedOn: '2026-04-06' };
    expect(linesOf({ invitation: notReturned, assignment: lastYear, teamAgreement })).toEqual([
      'NOT_RETURNED 06-04-2026',
      'REMINDED_TWICE_AND_PHONED 23-02-2026 16-03-2026',
      'LAST_PROFILE Robuust 20-03-2025',
      'TEAM_AGREEMENT 15-04-2026 huisarts vraagt ernaar',
    ]);
  });

  it('name the wish of the patient for who refused only, and stay within four lines', () => {
    const refused = { ...invitation, notReturnedOn: '2026-04-06', isRefused: true };
    const teamAgreement = { on: '2026-04-15', text: 'niets' };
    const lines = linesOf({ invitation: refused, assignment: { ...robust, assignedOn: '2025-03-20' }, teamAgreement });
    expect(lines).toHaveLength(4);
    expect(lines?.[3]).toBe('AT_OWN_REQUEST');
  });

  it.each([
    [{ reminded2On: null, phonedOn: null }, 'REMINDED 23-02-2026'],
    [{ reminded2On: null }, 'REMINDED_AND_PHONED 23-02-2026'],
    [{ phonedOn: null }, 'REMINDED_TWICE 23-02-2026 16-03-2026'],
    [{ reminded1On: null, reminded2On: null }, 'PHONED'],
    [{ reminded1On: null, reminded2On: null, phonedOn: null }, undefined],
  ])('say how often was reminded: %j', (changes, line) => {
    expect(linesOf({ invitation: { ...invitation, notReturnedOn: '2026-04-06', ...changes } })?.[1]).toBe(line);
  });

  it('tell of ROBUST with the month of the next questionnaire', () => {
    expect(linesOf({ invitation, assignment: robust })).toEqual([
      'RETURNED 12-03-2026',
      'PROFILE_WITH_TOTALS Robuust 18-03-2026 8 3',
      'NEXT_QUESTIONNAIRE maart 2027',
    ]);
  });

  it('tell of FRAIL and COMPLEX with the case manager, the plan and the evaluation', () => {
    const caseManager = { name: 'J. Bakker', role: 'ELDERLY_ADVISER' };
    expect(linesOf({ invitation, assignment: frail, caseManager, isPlanDiscussed: true })).toEqual([
      'RETURNED 12-03-2026',
      'PROFILE_WITH_TOTALS Kwetsbaar 18-03-2026 12 6',
      'CASE_MANAGER J. Bakker ELDERLY_ADVISER YES',
      'NEXT_EVALUATION 18-09-2026',
    ]);
    expect(linesOf({ assignment: frail })?.[2]).toBe('NO_CASE_MANAGER NO');
  });

  it('give ranges where answers are missing, and no totals without a scored form', () => {
    const open = { ...frail, totals: { imesa: { lower: 10, upper: 13 }, gfi: { lower: 4, upper: 5 } } };
    expect(linesOf({ assignment: open })?.[1]).toBe('PROFILE_WITH_TOTALS Kwetsbaar 18-03-2026 10–13 4–5');
    expect(linesOf({ assignment: { ...frail, returnedOn: null, totals: null } })?.[0]).toBe(
      'PROFILE Kwetsbaar 18-03-2026',
    );
  });

  it('offer the newest fact first and keep the others within reach', () => {
    const kinds = (changes: Partial<HisFacts>) => hisTexts(facts(changes)).map(({ kind }) => kind);
    const lastYear = { ...frail, assignedOn: '2025-03-20' };
    const notReturned = { ...invitation, notReturnedOn: '2026-04-06' };
    expect(kinds({ invitation, assignment: frail })).toEqual(['ASSIGNED', 'SENT']);
    expect(kinds({ invitation, assignment: lastYear })).toEqual(['SENT', 'ASSIGNED']);
    expect(kinds({ invitation: notReturned, assignment: lastYear })).toEqual(['NOT_RETURNED', 'SENT', 'ASSIGNED']);
    expect(kinds({ invitation, assignment: { ...frail, assignedOn: '2026-02-02' } })).toEqual(['ASSIGNED', 'SENT']);
  });
});
