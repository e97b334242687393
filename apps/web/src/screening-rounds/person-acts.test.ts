import { describe, expect, it } from '@jest/globals';
import { actsFor, lastLetterOf, placeOf } from './person-acts.ts';
import type { Invitation } from './round-types.ts';

const SENT: Invitation = {
  id: 'i1',
  version: 2,
  roundId: 'r1',
  client: {
    id: 'c1',
    name: 'Berg, J.M. van der',
    birthDate: '1941-04-03',
    phone: '0599 123456',
    status: 'ACTIVE',
    noPost: false,
    interpreter: false,
    language: 'nl',
    hearing: 'NORMAL',
    preferredMoment: null,
  },
  state: 'SENT',
  formCode: 'K74M2PZ',
  route: 'MAIL',
  sentOn: '2026-02-02',
  reminded1On: null,
  reminded2On: null,
  undeliverableOn: null,
  phonedOn: null,
  exitReason: null,
  refusesLater: null,
  responseId: null,
  askingClosedAt: null,
  madeAt: '2026-02-01T09:00:00Z',
  nextStep: null,
};
const inState = (state: Invitation['state'], responseId: string | null = null) => ({ ...SENT, state, responseId });

describe('actsFor', () => {
  it.each([
    ['PLANNED', ['PHONED', 'INTERVIEW', 'ENTER', 'HANDED_OVER', 'HOME_VISIT', 'REFUSED', 'NOT_REACHED']],
    ['SENT', ['PHONED', 'INTERVIEW', 'ENTER', 'LETTER', 'UNDELIVERABLE', 'REFUSED', 'NOT_REACHED']],
    ['REMINDED', ['PHONED', 'INTERVIEW', 'ENTER', 'LETTER', 'UNDELIVERABLE', 'REFUSED', 'NOT_REACHED']],
    [
      'UNDELIVERABLE',
      ['PHONED', 'INTERVIEW', 'ENTER', 'HANDED_OVER', 'HOME_VISIT', 'LETTER', 'SENT', 'REFUSED', 'NOT_REACHED'],
    ],
    ['NOT_RETURNED', ['INTERVIEW', 'ENTER']],
    ['REFUSED', ['INTERVIEW', 'ENTER']],
    ['DECEASED', []],
    ['MOVED', []],
    ['PROFILE_ASSIGNED', []],
  ] as const)('offers in %s what the table of steps allows', (state, acts) => {
    expect(actsFor(inState(state))).toEqual(acts);
  });

  it('asks what is open, or has it entered again, once a form is there', () => {
    expect(actsFor(inState('RECEIVED_INCOMPLETE', 'f1'))).toEqual(['ASK']);
    expect(actsFor(inState('RECEIVED_COMPLETE', 'f1'))).toEqual(['SECOND_ENTRY']);
  });
});

describe('lastLetterOf', () => {
  const reminded = { ...SENT, state: 'REMINDED', reminded1On: '2026-02-23' } as const;
  it.each([
    ['the invitation', SENT, 'INVITATION'],
    ['the first reminder', reminded, 'REMINDER_1'],
    ['the second reminder', { ...reminded, reminded2On: '2026-03-16' }, 'REMINDER_2'],
    ['the invitation to a new address', { ...reminded, state: 'SENT', sentOn: '2026-03-02' }, 'INVITATION'],
    ['the reminder, when it did not come back after all', { ...reminded, state: 'SENT' }, 'REMINDER_1'],
    ['the invitation, after the envelope came back', { ...reminded, state: 'UNDELIVERABLE' }, 'INVITATION'],
    ['none before the first', { ...SENT, state: 'PLANNED', sentOn: null }, undefined],
    ['none after the answer', { ...SENT, state: 'SCORED' }, undefined],
    ['none for who wants no post', { ...SENT, client: { ...SENT.client, noPost: true } }, undefined],
    ['none for who left', { ...SENT, client: { ...SENT.client, status: 'DEREGISTERED' } }, undefined],
  ] as const)('is %s', (_, invitation, wave) => {
    expect(lastLetterOf(invitation)).toBe(wave);
  });
});

describe('placeOf', () => {
  it('leads to the place of the work, by id and never by name', () => {
    expect(placeOf('ASK', inState('RECEIVED_INCOMPLETE', 'f1'))).toBe('/clients/c1/responses/f1/amend');
    expect(placeOf('INTERVIEW', SENT)).toBe('/clients/c1/interview');
    expect(placeOf('REFUSED', SENT)).toBeUndefined();
  });
});
