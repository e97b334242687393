import { answerWith, type Reply } from '../testing/network.ts';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stage } from '../testing/stage.tsx';
import { SignalSection } from './SignalSection.tsx';
import type { Signal } from './signal-queries.ts';

const fall: Signal = {
  id: 's1',
  version: 1,
  clientId: 'c1',
  type: 'FALL',
  on: '2026-10-05',
  recordedAt: '2026-10-05T08:00:00Z',
  recordedBy: 'u1',
  urgency: 'NORMAL',
  source: null,
  text: null,
  state: 'NEW',
  verdict: null,
  outcome: null,
  contactId: null,
  suggestion: 'INTERIM_QUESTIONNAIRE',
  agendaRule: null,
  mayAssess: true,
};

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('SignalSection', () => {
  it('keeps a verdict that was begun while the answer to the button before it was still under way', async () => {
    let held = fall;
    let answerFirst: () => void = () => {};
    const isAnswered = new Promise<void>((resolve) => (answerFirst = resolve));
    const change = (parts: Partial<Signal>): Reply => ({
      body: (held = { ...held, version: held.version + 1, ...parts }),
    });
    const calls = answerWith(({ method, body }) => {
      if (method === 'GET') return { body: { items: [held], total: 1, nextCursor: null } };
      const isFirst = (body as { suggestion?: null }).suggestion === null;
      return isFirst ? isAnswered.then(() => change({ suggestion: null })) : change({ state: 'ASSESSED' });
    });
    stage(<SignalSection clientId="c1" nameOf={() => 'Anja Bos'} questionnaireAt="/vragenlijst" />);
    await screen.findByRole('button', { name: 'Niet nodig' });
    await press('Niet nodig');
    await press(/^Beoordeel: val/);
    await userEvent.type(screen.getByLabelText(/Oordeel/), 'Gestruikeld over de mat');
    answerFirst();
    await waitFor(() => expect(screen.queryByText('Niet nodig')).toBeNull());
    await press('Bewaar het oordeel');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = calls.filter(({ method }) => method === 'PATCH');
    expect(sent.map(({ headers }) => headers.get('If-Match'))).toEqual(['"1"', '"2"']);
    expect(sent[1]?.body).toEqual({ verdict: 'Gestruikeld over de mat', state: 'ASSESSED' });
  });
});
