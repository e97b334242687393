import { answerWith, type Call } from '../testing/network.ts';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stage } from '../testing/stage.tsx';
import type { Referral } from './referral-queries.ts';
import { ReferralSection } from './ReferralSection.tsx';

const draft: Referral = {
  id: 'r1',
  version: 1,
  clientId: 'c1',
  type: 'WELFARE_ON_PRESCRIPTION',
  on: '2026-09-01',
  dueOn: '2026-10-05',
  sentOn: null,
  typeText: null,
  bridgesWait: false,
  referrer: { userId: 'u1', role: 'GP' },
  receiver: 'Welzijn Noord',
  receiverContact: '0599 550130',
  reason: 'Wil weer onder de mensen komen.',
  state: 'DRAFT',
  permission: null,
  feedback: [],
  closeReason: null,
  maySend: true,
  mayChange: true,
};
const permission = { on: '2026-09-02', askedBy: 'u2' };
const sent: Referral = { ...draft, state: 'SENT', sentOn: '2026-09-02', permission, maySend: false };
const told: Referral = {
  ...sent,
  state: 'FEEDBACK_GIVEN',
  feedback: [{ on: '2026-10-01', text: 'Gaat elke dinsdag', outcome: 'STARTED', by: 'u1', at: '2026-10-01T08:00:00Z' }],
};
const closed: Referral = { ...draft, state: 'CLOSED', closeReason: 'Verhuist', maySend: false };
const bare = { ...draft, receiver: null, receiverContact: null, reason: null, state: null, referrer: null, bridgesWait: null }; // prettier-ignore
const forAssistant: Referral = { ...bare, mayChange: false };

const NAMES = new Map([['u1', 'Anja Bos'], ['u2', 'Kim Smit']]); // prettier-ignore
const nameOf = (id: string | null): string => NAMES.get(id ?? '') ?? 'een collega';
const askers = [...NAMES].map(([userId, label]) => ({ userId, label }));

function show(referral: Referral, today = '2026-10-05'): readonly Call[] {
  const calls = answerWith(({ method }) => ({
    body: method === 'GET' ? { items: [referral], total: 1, nextCursor: null } : referral,
  }));
  stage(<ReferralSection clientId="c1" today={today} nameOf={nameOf} askers={askers} />);
  return calls;
}
const acts = async (): Promise<string[]> => {
  await screen.findByText(/Welzijn op Recept/);
  return screen.queryAllByRole('button').map(({ textContent }) => textContent ?? '');
};
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('ReferralSection', () => {
  it.each<[string, Referral, string[]]>([
    ['a draft', draft, ['Verstuurd', 'Wijzig', 'Rond af']],
    ['a draft for the assistant', forAssistant, ['Verstuurd']],
    ['what was sent', sent, ['Terugkoppeling', 'Andere dag', 'Rond af']],
    ['what was sent, for who only reads', { ...sent, mayChange: false }, []],
    ['what was told of', told, ['Terugkoppeling', 'Rond af']],
    ['what is closed', closed, []],
  ])('offers of %s what can be done', async (_, referral, expected) => {
    show(referral);
    expect(await acts()).toEqual(expected);
  });

  it.each<[string, Referral, string, string]>([
    ['is expected until its day', sent, '2026-10-05', 'Terugkoppeling verwacht uiterlijk op 05-10-2026.'],
    ['is called for the day after', sent, '2026-10-06', 'Nog geen terugkoppeling na 34 dagen. Bel Welzijn Noord of zet op de agenda.'],
    ['was not even sent', draft, '2026-10-06', 'Nog niet verstuurd na 35 dagen.'],
    ['was told', told, '2026-10-06', 'Terugkoppeling van 01-10-2026, begonnen: Gaat elke dinsdag'],
    ['was allowed', sent, '2026-10-05', 'De cliënt vond het goed op 02-09-2026, gevraagd door Kim Smit.'],
    ['was closed', closed, '2026-10-06', 'Afgerond: Verhuist'],
  ])('says when feedback %s', async (_, referral, today, words) => {
    show(referral, today);
    expect(await screen.findByText(words)).toBeTruthy();
  }); // prettier-ignore

  it('asks for the permission of the client before anything is sent, by whom and on which day', async () => {
    const calls = show(draft);
    await acts();
    await press(/^Verstuurd: Welzijn op Recept/);
    await userEvent.selectOptions(screen.getByLabelText('Gevraagd door'), 'Kim Smit');
    await press('Verstuurd');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const post = calls.find(({ method }) => method === 'POST');
    expect(post).toMatchObject({
      path: '/api/v1/referrals/r1/send',
      body: { permission: { on: '2026-10-05', askedBy: 'u2' } },
    });
    expect(post?.headers.get('If-Match')).toBe('"1"');
  });

  it('asks why one ends that nothing was heard of, and not of one that was answered', async () => {
    const calls = show(told);
    await acts();
    await press(/^Rond af: Welzijn/);
    await press('Rond af');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls.find(({ method }) => method === 'POST')).toMatchObject({ path: '/api/v1/referrals/r1/close', body: {} }); // prettier-ignore
  });
});
