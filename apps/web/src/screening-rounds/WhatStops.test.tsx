import { answerWith } from '../testing/network.ts';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { stage } from '../testing/stage.tsx';
import type { ClientInvitation } from './client-invitation-queries.ts';
import { type StoppingStatus, WhatStops } from './WhatStops.tsx';

const round: ClientInvitation['round'] = { name: 'Ronde 2026', state: 'OPEN', returnBy: '2026-12-20' };

async function linesAt(status: StoppingStatus, state: ClientInvitation['state']): Promise<readonly string[]> {
  answerWith(() => ({ body: { items: [{ round, state, isLive: true }] } }));
  stage(<WhatStops clientId="c1" status={status} hasFormInProgress={false} />);
  await screen.findByText(/^Een vergissing/);
  return screen.queryAllByRole('listitem').map(({ textContent }) => textContent ?? '');
}

const LETTERS = 'Brieven en herinneringen gaan niet meer uit, ook niet als ze nu worden gemaakt.';
const CODE = 'De code om online te antwoorden werkt niet meer.';

describe('WhatStops', () => {
  it('tells the state that a death brings', async () => {
    const invitation = 'Ronde 2026: de uitnodiging wordt „overleden”.';
    expect(await linesAt('DECEASED', 'SENT')).toEqual([invitation, LETTERS, CODE]);
  });

  it('tells what ends with a deregistration, though no state tells it', async () => {
    const invitation = 'Ronde 2026: de uitnodiging blijft in de ronde staan.';
    expect(await linesAt('DEREGISTERED', 'SENT')).toEqual([invitation, LETTERS, CODE]);
  });

  it('has nothing to stop for a deregistration after the answer', async () => {
    expect(await linesAt('DEREGISTERED', 'SCORED')).toEqual([]);
  });
});
