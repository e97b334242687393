import { answerWith } from '../testing/network.ts';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stage } from '../testing/stage.tsx';
import { PUBLISHED_LABELS } from '../platform/profile-labels.tsx';
import { AssignProfile } from './AssignProfile.tsx';
import type { ProfileEntry } from './profile-types.ts';

const assigned: ProfileEntry = {
  kind: 'ASSIGNED',
  id: 'a1',
  profile: 'FRAIL',
  on: '2026-10-09',
  at: '2026-10-09T10:00:00Z',
  assignedBy: 'u1',
  responseId: 'r1',
  proposedProfile: 'FRAIL',
  reason: null,
  reasonCode: 'SCORE_CONFIRMED',
  labels: PUBLISHED_LABELS,
  ruleId: 'samenoud',
  ruleVersion: '1',
  basisVoided: false,
  current: true,
};

type Start = { proposed?: 'FRAIL' | 'UNDETERMINED' | null; current?: ProfileEntry; responseId?: string };

function start({ proposed = 'FRAIL', current, responseId = 'r1' }: Start = {}) {
  const calls = answerWith(() => ({ status: 201, body: assigned }));
  stage(
    <AssignProfile
      clientId="c1"
      proposed={proposed}
      responseId={responseId}
      current={current}
      nameOf={() => 'Dina de Weerd'}
    />,
  );
  return { user: userEvent.setup({ delay: null }), calls };
}
const submit = () => screen.getByRole('button', { name: 'Profiel vaststellen' });

describe('AssignProfile', () => {
  it('has the proposal ready and asks no reason for it', async () => {
    const { user, calls } = start();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Kwetsbaar (voorstel)' }).checked).toBe(true);
    expect(screen.queryByLabelText('Waarom dit profiel?')).toBeNull();
    await user.click(submit());
    await waitFor(() => expect(calls[0]?.body).toEqual({ profile: 'FRAIL', responseId: 'r1' }));
  });

  it('asks why for another profile before anything is sent', async () => {
    const { user, calls } = start();
    await user.click(screen.getByRole('radio', { name: 'Complex' }));
    await user.click(submit());
    expect(screen.getByText('Geef een reden: dit profiel is anders dan het voorstel.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Waarom dit profiel?'));
    expect(calls).toHaveLength(0);
    await user.type(screen.getByLabelText('Waarom dit profiel?'), 'Valt vaker.');
    await user.selectOptions(screen.getByLabelText(/^Soort reden/), 'signaal');
    await user.click(submit());
    await waitFor(() =>
      expect(calls[0]?.body).toEqual({
        profile: 'COMPLEX',
        responseId: 'r1',
        reason: 'Valt vaker.',
        reasonCode: 'SIGNAL',
      }),
    );
  });

  it('chooses nothing beforehand when the proposal is undetermined', async () => {
    const { user, calls } = start({ proposed: 'UNDETERMINED' });
    await user.click(submit());
    expect(screen.getByText('Kies een profiel.')).toBeTruthy();
    expect(calls).toHaveLength(0);
  });

  it('does not ask again what was decided on this form, but lets it be changed', async () => {
    const { user } = start({ current: assigned });
    expect(screen.queryByRole('radio')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Ander profiel vaststellen' }));
    expect(screen.getAllByRole('radio')).toHaveLength(3);
  });

  it('asks anew when a newer form came in', () => {
    start({ current: assigned, responseId: 'r2' });
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    expect(screen.getByText(/Nu vastgesteld: kwetsbaar, op 09-10-2026 door Dina de Weerd/)).toBeTruthy();
  });
});
