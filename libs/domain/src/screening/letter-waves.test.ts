import { describe, expect, it } from '@jest/globals';
import { CLIENT_STATUSES } from '../eligibility/eligibility.ts';
import { INVITATION_STATES } from './invitation-state.ts';
import { type LetterFacts, letterRefusal, waveDays } from './letter-waves.ts';

const facts = (changes: Partial<LetterFacts> = {}): LetterFacts => ({
  clientStatus: 'ACTIVE',
  doNotInvite: false,
  noPost: false,
  hasAddress: true,
  roundState: 'OPEN',
  state: 'PLANNED',
  reminded1On: null,
  reminded2On: null,
  ...changes,
});

describe('letterRefusal', () => {
  it('lets the invitation go to who is planned, and the reminders to who got it', () => {
    expect(letterRefusal(facts(), 'INVITATION')).toBeNull();
    expect(letterRefusal(facts({ state: 'SENT' }), 'REMINDER_1')).toBeNull();
    expect(letterRefusal(facts({ state: 'REMINDED', reminded1On: '2026-02-23' }), 'REMINDER_2')).toBeNull();
  });

  it('names the status of a client who is no longer active, whatever else holds', () => {
    const refused = CLIENT_STATUSES.map((clientStatus) =>
      letterRefusal(facts({ clientStatus, state: 'REFUSED', noPost: true }), 'INVITATION'),
    );
    expect(refused).toEqual(['REFUSED', 'ADMITTED', 'DEREGISTERED', 'MOVED', 'DECEASED']);
  });

  it('sends a reminder in no state but SENT and REMINDED', () => {
    const reminded = INVITATION_STATES.filter((state) => letterRefusal(facts({ state }), 'REMINDER_1') === null);
    expect(reminded).toEqual(['SENT', 'REMINDED']);
    const invited = INVITATION_STATES.filter((state) => letterRefusal(facts({ state }), 'INVITATION') === null);
    expect(invited).toEqual(['PLANNED']);
  });

  it.each([
    [{ state: 'SCORED' }, 'ALREADY_ANSWERED'],
    [{ state: 'RECEIVED_INCOMPLETE' }, 'ALREADY_ANSWERED'],
    [{ state: 'NOT_RETURNED', roundState: 'CLOSED' }, 'ROUND_NOT_OPEN'],
    [{ roundState: 'CANCELLED' }, 'ROUND_NOT_OPEN'],
    [{ doNotInvite: true }, 'DO_NOT_INVITE'],
    [{ restricted: true }, 'RESTRICTED'],
    [{ state: 'UNDELIVERABLE' }, 'UNDELIVERABLE'],
    [{ noPost: true }, 'NO_POST'],
    [{ hasAddress: false }, 'NO_ADDRESS'],
    [{ state: 'SENT' }, 'WAVE_ALREADY_SENT'],
  ] as const)('refuses the invitation of %j with %s', (changes, code) => {
    expect(letterRefusal(facts(changes), 'INVITATION')).toBe(code);
  });

  it('sends each reminder once, and none before the invitation', () => {
    expect(letterRefusal(facts(), 'REMINDER_1')).toBe('NOT_YET_INVITED');
    const once = facts({ state: 'REMINDED', reminded1On: '2026-02-23' });
    expect(letterRefusal(once, 'REMINDER_1')).toBe('WAVE_ALREADY_SENT');
    const second = facts({ state: 'REMINDED', reminded2On: '2026-03-16' });
    expect(letterRefusal(second, 'REMINDER_2')).toBe('WAVE_ALREADY_SENT');
    expect(letterRefusal(second, 'REMINDER_1')).toBe('WAVE_ALREADY_SENT');
  });

  it('lets the invitation go once more to a new address, a reminder not', () => {
    const returned = facts({ state: 'UNDELIVERABLE', hasNewAddress: true });
    expect(letterRefusal(returned, 'INVITATION')).toBeNull();
    expect(letterRefusal(returned, 'REMINDER_1')).toBe('UNDELIVERABLE');
  });
});

it('places the reminders 21 and 42 days after the invitation', () => {
  expect(waveDays('2026-02-02')).toEqual({
    INVITATION: '2026-02-02',
    REMINDER_1: '2026-02-23',
    REMINDER_2: '2026-03-16',
  });
});
