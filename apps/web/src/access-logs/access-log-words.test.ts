import { describe, expect, it } from '@jest/globals';
import type { AccessLogEvent } from './access-log-types.ts';
import { clientNumber, whatText, whenText, whyText } from './access-log-words.ts';

const EVENT: AccessLogEvent = {
  id: '00000000-0000-7000-8000-000000000001',
  sequence: 1,
  occurredAt: '2026-07-01T22:00:07.123456Z',
  type: 'READ_CLIENT',
  action: 'R',
  outcome: 'SUCCESS',
  refusal: null,
  person: { userId: null, displayName: 'Els Bakker', role: 'DISTRICT_NURSE', organisation: 'Thuiszorg' },
  responsibleUserId: null,
  clientId: null,
  objectType: 'CLIENT',
  objectId: null,
  category: 1,
  shown: null,
  purpose: 'TREATMENT',
  rule: 'IDENTITY.READ.DISTRICT_NURSE',
  relation: 'TEAM',
  consent: 'INVOLVED',
  emergency: false,
  accessPoint: null,
  requestId: '-',
};

describe('a line of the log', () => {
  it('has the Dutch day and time, also just after midnight in summer', () => {
    expect(whenText(EVENT.occurredAt)).toBe('02-07-2026 00:00:07');
  });

  it.each<[Partial<AccessLogEvent>, string]>([
    [{}, 'persoonsgegevens gezien'],
    [{ type: 'FINALISE_RESPONSE', objectType: 'RESPONSE', action: 'U' }, 'ingevulde vragenlijst gewijzigd'],
    [{ type: 'SIGN_IN', objectType: 'SESSION', action: 'E' }, 'aangemeld'],
    [{ type: 'SEARCH_CLIENTS', objectType: 'CLIENT_LIST', shown: 3 }, 'cliënten gezocht, 3 getoond'],
    [{ type: 'SEARCH_CLIENTS', objectType: 'CLIENT_LIST', shown: 0 }, 'cliënten gezocht, 0 getoond'],
    [{ type: 'READ_NEW_THING', objectType: 'NEW_THING' }, 'gegevens gezien'],
  ])('says what was done: %j', (change, words) => {
    expect(whatText({ ...EVENT, ...change })).toBe(words);
  });

  it.each<[Partial<AccessLogEvent>, string]>([
    [{}, 'in het team van de cliënt, samen betrokken'],
    [{ relation: 'PRACTICE', consent: 'OWN' }, 'cliënt van de eigen praktijk'],
    [{ consent: '0199a1b2-0000-7000-8000-000000000009' }, 'in het team van de cliënt, toestemming'],
    [{ relation: 'TENANT', consent: 'NOT_NEEDED' }, 'functie'],
    [{ outcome: 'DENIED' }, ''],
    [{ relation: null, consent: null }, ''],
  ])('says why it was allowed: %j', (change, words) => {
    expect(whyText({ ...EVENT, ...change })).toBe(words);
  });

  it('tells clients apart by the end of their number', () => {
    expect(clientNumber('0199a1b2-0000-7000-8000-0000000a1b2c')).toBe('…0a1b2c');
  });
});
