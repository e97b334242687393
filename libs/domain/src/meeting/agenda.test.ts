import { describe, expect, it } from '@jest/globals';
import { AGENDA_CODES, AGENDA_RANKS, type AgendaFacts, type AssessmentFact } from './agenda.ts';
import { agendaDays, agendaLines } from './agenda-lines.ts';
import { row, NOTHING, STARTS_AT, MOMENT, lineOf, short, line, assessment, urgentSignal } from './agenda-testing.ts';

describe('the days of a meeting', () => {
  it('are its own day in the Netherlands and the day of the next meeting, or 35 days on', () => {
    expect(agendaDays('2026-12-08T23:30:00Z', null)).toEqual({ meetingOn: '2026-12-09', horizonOn: '2027-01-13' });
    expect(agendaDays('2026-12-08T12:00:00Z', '2027-01-12T23:00:00Z')).toEqual({
      meetingOn: '2026-12-08',
      horizonOn: '2027-01-13',
    });
  });

  it('count a leap day and hold over a change of the clock', () => {
    expect(agendaDays('2028-01-26T12:00:00Z', null).horizonOn).toBe('2028-03-01');
    expect(agendaDays('2027-01-26T12:00:00Z', null).horizonOn).toBe('2027-03-02');
    // 28 March 2027: summer time begins, so midnight is 22:00 UTC that evening and 23:00 the evening before
    expect(agendaDays('2027-03-27T23:00:00Z', null).meetingOn).toBe('2027-03-28');
    expect(agendaDays('2027-03-28T21:59:00Z', null).meetingOn).toBe('2027-03-28');
    expect(agendaDays('2027-03-28T22:00:00Z', null).meetingOn).toBe('2027-03-29');
  });
});

describe('who is on an agenda', () => {
  it('is nobody without a reason', () => {
    expect(lineOf({})).toBeUndefined();
  });

  it('is who is active or admitted, and nobody who left or died', () => {
    const additions = [{ row: row('topic'), addedOn: '2026-11-01' }];
    const on = (['ACTIVE', 'ADMITTED', 'DEREGISTERED', 'MOVED', 'DECEASED'] as const).filter(
      (status) => lineOf({ status, additions }) !== undefined,
    );
    expect(on).toEqual(['ACTIVE', 'ADMITTED']);
  });

  it('has one line at her lowest rank, with every reason in the order of the table', () => {
    const found = lineOf({
      additions: [{ row: row('topic'), addedOn: '2026-11-01' }],
      signals: [urgentSignal('2026-11-20'), urgentSignal('2026-11-10', false)],
      assessment: assessment('COMPLEX'),
    });
    expect(found?.rank).toBe(3);
    expect(found?.reasons.map(({ code, since }) => `${code} ${since}`)).toEqual([
      'PROFILE_NEW 2026-10-02',
      'SIGNAL 2026-11-10',
      'SIGNAL 2026-11-20',
      'MANUAL 2026-11-01',
    ]);
  });

  it('goes by ranks that rise down the table', () => {
    const ranks = AGENDA_CODES.map((code) => AGENDA_RANKS[code]);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect([ranks[0], ranks.at(-1)]).toEqual([1, 10]);
  });
});

describe('CARRIED_OVER', () => {
  it('counts from the first of an unbroken run of meetings that had a line and did not come to it', () => {
    const lines = [
      line('2026-11-10T12:00:00Z', 'NOT_DISCUSSED'),
      line('2026-06-09T11:00:00Z', 'NOT_DISCUSSED'),
      line('2026-09-08T11:00:00Z', 'NOT_DISCUSSED'),
      line('2026-08-11T11:00:00Z', 'DISCUSSED'),
      line('2026-05-12T11:00:00Z', 'DISCUSSED'),
    ];
    expect(short({ lines })).toEqual(['CARRIED_OVER 2026-09-08']);
    expect(lineOf({ lines })?.reasons[0]?.detail).toEqual({ times: 2 });
    expect(lineOf({ lines })?.reasons[0]?.row.id).toBe('line 2026-11-10T12:00:00Z');
  });

  it('is over once the last one was discussed, or was there for open actions only', () => {
    const before = line('2026-10-13T11:00:00Z', 'NOT_DISCUSSED');
    const actionsOnly = { reasons: [{ code: 'OPEN_ACTION', rowId: 'action' }] } as const;
    expect(short({ lines: [before, line('2026-11-10T12:00:00Z', 'DISCUSSED')] })).toEqual([]);
    expect(short({ lines: [before, line('2026-11-10T12:00:00Z', null)] })).toEqual([]);
    expect(short({ lines: [before, line('2026-11-10T12:00:00Z', 'NOT_DISCUSSED', actionsOnly)] })).toEqual([]);
    const alsoActions = { reasons: [...actionsOnly.reasons, { code: 'MANUAL', rowId: 'topic' }] } as const;
    expect(short({ lines: [line('2026-11-10T12:00:00Z', 'NOT_DISCUSSED', alsoActions)] })).toEqual([
      'CARRIED_OVER 2026-11-10',
    ]);
  });

  it('looks at meetings that were held before this one only', () => {
    const lines = [
      line('2026-10-13T11:00:00Z', 'NOT_DISCUSSED', { meetingState: 'RUNNING' }),
      line('2026-10-14T11:00:00Z', 'NOT_DISCUSSED', { meetingState: 'CANCELLED' }),
      line(STARTS_AT, 'NOT_DISCUSSED'),
      line('2026-12-09T12:00:00Z', 'NOT_DISCUSSED'),
    ];
    expect(short({ lines })).toEqual([]);
    expect(short({ lines: [line('2026-12-08T11:59:00Z', 'NOT_DISCUSSED', { meetingState: 'REOPENED' })] })).toEqual([
      'CARRIED_OVER 2026-12-08',
    ]);
  });

  it('counts a meeting once that had two lines of records which became one', () => {
    const lines = ['a', 'b'].map((id) => line('2026-11-10T12:00:00Z', id === 'a' ? 'DISCUSSED' : 'NOT_DISCUSSED', { row: row(id) })); // prettier-ignore
    const found = lineOf({ lines })?.reasons[0];
    expect([found?.row.id, found?.detail]).toEqual(['b', { times: 1 }]);
  });

  it('stands on top from the third time', () => {
    const lines = ['08', '09', '10'].map((month) => line(`2026-${month}-11T11:00:00Z`, 'NOT_DISCUSSED'));
    expect(lineOf({ lines })?.onTop).toBe(true);
    expect(lineOf({ lines: lines.slice(1) })?.onTop).toBe(false);
  });
});

describe('OPEN_ACTION', () => {
  it('is since the meeting that decided on it, while it is open', () => {
    const action = {
      row: row('action'),
      dueOn: '2027-01-01',
      meetingState: 'CLOSED',
      startsAt: '2026-11-10T12:00:00Z',
    } as const;
    expect(short({ meetingActions: [{ ...action, state: 'OPEN' }] })).toEqual(['OPEN_ACTION 2026-11-10']);
    expect(short({ meetingActions: [{ ...action, state: 'DONE' }] })).toEqual([]);
    expect(short({ meetingActions: [{ ...action, state: 'CANCELLED' }] })).toEqual([]);
    expect(short({ meetingActions: [{ ...action, state: 'OPEN', startsAt: STARTS_AT }] })).toEqual([]);
    expect(short({ meetingActions: [{ ...action, state: 'OPEN', meetingState: 'RUNNING' }] })).toEqual([]);
  });
});

describe('the order of an agenda', () => {
  const person = (clientId: string, facts: Partial<AgendaFacts>): AgendaFacts => ({ ...NOTHING, clientId, ...facts });
  const order = (...facts: AgendaFacts[]) => agendaLines(facts.toReversed(), MOMENT).map(({ clientId }) => clientId);

  it('goes by rank, and has on top who was not discussed three times', () => {
    const carried = (months: string[]) => months.map((month) => line(`2026-${month}-11T11:00:00Z`, 'NOT_DISCUSSED'));
    const once = person('once', { lines: carried(['04']), sortName: 'A' });
    const thrice = person('thrice', { lines: carried(['08', '09', '10']), sortName: 'Z' });
    const signal = person('signal', { signals: [urgentSignal('2026-01-01')] });
    expect(order(thrice, once, signal, person('nothing', {}))).toEqual(['thrice', 'once', 'signal']);
  });

  it('has the profiles by proposal, then an urgent signal, then the oldest', () => {
    const proposal = (proposed: AssessmentFact['proposed'], completedAt: string) => ({
      assessment: assessment(proposed, { completedAt }),
    });
    expect(
      order(
        person('complex', proposal('COMPLEX', '2026-10-09T09:00:00Z')),
        person('undetermined', proposal('UNDETERMINED', '2026-10-08T09:00:00Z')),
        person('frail, urgent', {
          ...proposal('FRAIL', '2026-10-07T09:00:00Z'),
          signals: [urgentSignal('2026-11-01')],
        }),
        person('frail, older', proposal('FRAIL', '2026-10-05T09:00:00Z')),
        person('frail, newer', {
          ...proposal('FRAIL', '2026-10-06T09:00:00Z'),
          signals: [urgentSignal('2026-01-01', false)],
        }),
        person('robust', proposal('ROBUST', '2026-10-01T09:00:00Z')),
      ),
    ).toEqual(['complex', 'undetermined', 'frail, urgent', 'frail, older', 'frail, newer', 'robust']);
  });

  it('goes by the oldest reason of the rank, then by name, birth date and id', () => {
    const added = (addedOn: string) => ({ row: row(addedOn), addedOn });
    expect(
      order(
        person('old', { additions: [added('2026-11-09'), added('2026-11-01')], sortName: 'Z' }),
        person('b', { additions: [added('2026-11-02')], sortName: 'A', birthDate: '1941-01-01' }),
        person('c', { additions: [added('2026-11-02')], sortName: 'A', birthDate: '1941-01-01' }),
        person('a', { additions: [added('2026-11-02')], sortName: 'A', birthDate: '1942-01-01' }),
        person('d', { additions: [added('2026-11-02')], sortName: 'B', birthDate: '1930-01-01' }),
      ),
    ).toEqual(['old', 'b', 'c', 'a', 'd']);
  });
});
