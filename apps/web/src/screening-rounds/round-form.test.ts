import { describe, expect, it } from '@jest/globals';
import { changedBody, daysAfter, mergeRounds, proposedRound, roundProblems } from './round-form.ts';

const proposal = proposedRound('2026-02-02', [21, 42]);

describe('proposedRound', () => {
  it('starts today, reminds after 21 and 42 days and asks the form back after four weeks', () => {
    expect(proposal).toEqual({
      name: 'Vragenlijstronde 2026',
      referenceDate: '2026-02-02',
      invitationOn: '2026-02-02',
      reminder1On: '2026-02-23',
      reminder2On: '2026-03-16',
      returnBy: '2026-03-02',
    });
  });

  it('follows the practice in how many days', () => {
    expect(daysAfter('2026-02-02', [14, 28])).toMatchObject({ reminder1On: '2026-02-16', reminder2On: '2026-03-02' });
  });
});

describe('roundProblems', () => {
  it('finds nothing wrong with the proposal, and the days of the reminders may be left open', () => {
    expect(roundProblems(proposal, [])).toEqual({});
    expect(roundProblems({ ...proposal, reminder1On: '', reminder2On: '' }, [])).toEqual({});
  });

  it('asks for a name and the two days that a round needs', () => {
    const problems = roundProblems({ ...proposal, name: '  ', referenceDate: '', returnBy: '' }, []);
    expect(Object.keys(problems)).toEqual(['name', 'referenceDate', 'returnBy']);
  });

  it('names a day that was typed but is none', () => {
    expect(roundProblems({ ...proposal, reminder1On: '' }, ['reminder1On'])['reminder1On']).toMatch(/bestaande dag/);
  });
});

describe('changedBody', () => {
  it('sends what changed only, a day that was emptied as null', () => {
    expect(changedBody({ ...proposal, reminder2On: '' }, ['reminder2On'])).toEqual({ reminder2On: null });
  });
});

describe('mergeRounds', () => {
  const mine = { ...proposal, name: 'Ronde van mij' };
  const theirs = { ...proposal, name: 'Ronde van haar', returnBy: '2026-03-09' };

  it('keeps what one typed, takes over what only the other changed, and names both', () => {
    const merged = mergeRounds(proposal, mine, theirs);
    expect(merged.values).toMatchObject({ name: 'Ronde van mij', returnBy: '2026-03-09' });
    expect(merged.differs).toEqual(['name', 'returnBy']);
  });
});
