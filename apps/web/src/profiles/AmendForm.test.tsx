import { answerWith } from '../testing/network.ts';
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { SHIPPED_PACKS } from '@samenoud/domain';
import userEvent from '@testing-library/user-event';
import { completedForm } from '../testing/forms.ts';
import { stage } from '../testing/stage.tsx';
import { AmendForm } from './AmendForm.tsx';
import type { Completed } from './profile-types.ts';

function start(response: Completed) {
  const calls = answerWith(() => ({ status: 201, body: { id: 'r2' } }));
  const onDone = jest.fn();
  stage(<AmendForm response={response} packs={SHIPPED_PACKS} onDone={onDone} />);
  return { user: userEvent.setup({ delay: null }), calls, onDone };
}

const open = completedForm({ 'gfi-11': { missing: 'BLANK' } });

describe('AmendForm', () => {
  it('sends only the answers that are different, with the reason', async () => {
    const { user, calls, onDone } = start(open);
    await user.selectOptions(screen.getByLabelText(/^11\. Ervaart u/), 'ja');
    await user.type(screen.getByLabelText('Toelichting'), 'Gebeld.');
    await user.click(screen.getByRole('button', { name: 'Verbetering opslaan' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(calls[0]?.body).toEqual({ answers: { 'gfi-11': 'yes' }, reason: 'Gebeld.', reasonCode: 'PHONE' });
  });

  it('does not send without a reason', async () => {
    const { user, calls } = start(open);
    await user.selectOptions(screen.getByLabelText(/^11\. Ervaart u/), 'ja');
    await user.click(screen.getByRole('button', { name: 'Verbetering opslaan' }));
    expect(screen.getByText('Schrijf in een paar woorden waarom.')).toBeTruthy();
    expect(calls).toHaveLength(0);
  });

  it('shows the open questions only to who does not read answers', () => {
    const { answers: _, ...classOnly } = open;
    start(classOnly);
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
  });
});
