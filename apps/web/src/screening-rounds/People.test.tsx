import { answerWith } from '../testing/network.ts';
import { describe, expect, it } from '@jest/globals';
import { INVITATION_STATES } from '@samenoud/domain';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handleHotkey } from '../platform/hotkeys.ts';
import { stage } from '../testing/stage.tsx';
import { People } from './People.tsx';
import type { Invitation, Round } from './round-types.ts';

const berg: Invitation = {
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
    interpreter: true,
    language: 'nl',
    hearing: 'HARD',
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
  nextStep: { code: 'REMINDER_1', owner: 'PRACTICE_ASSISTANT', dueOn: '2026-02-23' },
};

const states = Object.fromEntries(INVITATION_STATES.map((state) => [state, state === 'SENT' ? 1 : 0]));
const round = {
  id: 'r1',
  state: 'OPEN',
  states: states as Round['states'],
  funnel: { invited: 1, sent: 1, reminded: 0, received: 0, incomplete: 0, scored: 0, discussed: 0, assigned: 0 },
} as Round;

const HREF = '/api/v1/documents/d1';

function start(patched: { status: number; body: unknown }) {
  const calls = answerWith(({ method, path }) => {
    if (method === 'PATCH') return patched;
    if (method === 'POST') return { status: 202, body: { jobId: 'j1' } };
    if (path === '/api/v1/jobs/j1') return { body: { state: 'DONE', done: 1, total: 1, href: HREF } };
    return { body: { items: [berg], nextCursor: null, total: 1 } };
  });
  document.addEventListener('keydown', handleHotkey);
  stage(<People round={round} today="2026-02-10" mayAct mayPrint mayCopyHis={false} />);
  const sent = (wanted: string) => calls.filter(({ method }) => method === wanted);
  return { user: userEvent.setup({ delay: null }), patches: () => sent('PATCH'), posts: () => sent('POST') };
}

describe('People', () => {
  it('shows whom to call with what matters, and acts with one key on the row that has the focus', async () => {
    const { user, patches } = start({ status: 200, body: { ...berg, version: 3, phonedOn: '2026-02-10' } });
    await user.click(await screen.findByRole('cell', { name: '03-04-1941' }));
    const panel = await screen.findByRole('region', { name: 'Berg, J.M. van der' });
    expect(within(panel).getByText('Let op: tolk nodig · hoort slecht')).toBeTruthy();
    expect(
      within(panel)
        .getByRole('link', { name: /Bel Berg/ })
        .getAttribute('href'),
    ).toBe('tel:0599123456');
    await user.keyboard('g');
    await screen.findByText('Berg, J.M. van der: gebeld op 10-02-2026, geen gehoor.');
    expect(patches().map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([
      ['"2"', { phonedOn: '2026-02-10' }],
    ]);
  });

  it('shows what somebody else did meanwhile, and overwrites nothing', async () => {
    const current = { ...berg, version: 7, state: 'REFUSED' as const, nextStep: null };
    const stale = { status: 412, body: { code: 'STALE', detail: 'Gewijzigd.', current } };
    const { user, patches } = start(stale);
    await user.click(await screen.findByRole('cell', { name: '03-04-1941' }));
    await user.click(await screen.findByRole('button', { name: /^Onbestelbaar/ }));
    await screen.findByText(/wijzigde Berg, J\.M\. van der intussen\. De stand is nu: doet niet mee/);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Onbestelbaar/ })).toBeNull());
    expect(patches()).toHaveLength(1);
  });

  it('makes the last letter of one person again, and offers it there', async () => {
    const { user, posts } = start({ status: 200, body: berg });
    await user.click(await screen.findByRole('cell', { name: '03-04-1941' }));
    await user.keyboard('l');
    const link = await screen.findByRole('link', {
      name: 'Download de pdf: Brief van Berg, J.M. van der, Uitnodiging',
    });
    expect(link.getAttribute('href')).toBe(HREF);
    expect(posts().map(({ path, body }) => [path, body])).toEqual([
      ['/api/v1/screening-rounds/r1/letters', { wave: 'INVITATION', kind: 'LETTERS', invitationIds: ['i1'] }],
    ]);
  });
});
