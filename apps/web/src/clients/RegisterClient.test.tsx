import { answerWith, type Reply } from '../testing/network.ts';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stage } from '../testing/stage.tsx';
import type { Client } from './client-types.ts';
import { RegisterClient } from './RegisterClient.tsx';

const candidate = {
  id: 'c1',
  name: { initials: 'J.', prefix: 'van der', family: 'Berg', use: 'OWN' },
  birthDate: '1941-04-03',
  hisNumber: '10482',
  city: 'Veendam',
  status: 'ACTIVE',
};

function start(reply: (call: { body: unknown }) => Reply) {
  const calls = answerWith(reply);
  const onDone = jest.fn<(client: Client) => void>();
  stage(<RegisterClient gps={[]} ownGpId={undefined} maySetBsn onDone={onDone} onCancel={() => {}} />);
  return { user: userEvent.setup({ delay: null }), calls, onDone };
}

async function fillIn(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.type(screen.getByLabelText(/^Achternaam\b(?! van)/), 'Berg');
  await user.type(screen.getByLabelText(/^Geboortedatum/), '3-4-1941');
  await user.selectOptions(screen.getByLabelText(/^Geslacht/), 'vrouw');
}

describe('RegisterClient', () => {
  let confirmed: unknown;
  beforeEach(() => (confirmed = undefined));

  it('shows how the name will stand in lists and letters while it is typed', async () => {
    const { user } = start(() => ({ body: {} }));
    await user.type(screen.getByLabelText('Voorletters'), 'J.M.');
    await user.type(screen.getByLabelText('Voorvoegsel'), 'van der');
    await user.type(screen.getByLabelText(/^Achternaam\b(?! van)/), 'Berg');
    expect(screen.getByText(/Berg, J\.M\. van der.*J\.M\. van der Berg/)).toBeTruthy();
  });

  it('asks for what is missing at the field, without sending', async () => {
    const { user, calls } = start(() => ({ body: {} }));
    await user.click(screen.getByRole('button', { name: 'Inschrijven' }));
    expect(screen.getByRole('alert').textContent).toMatch(/Er zijn 3 dingen nog niet goed/);
    expect(document.activeElement).toBe(screen.getByLabelText(/^Achternaam\b(?! van)/));
    expect(calls).toHaveLength(0);
  });

  it('does not send a day that is no day', async () => {
    const { user, calls } = start(() => ({ body: {} }));
    await fillIn(user);
    await user.type(screen.getByLabelText(/^Niet meer uitnodigen/), '31-2-2026');
    await user.click(screen.getByRole('button', { name: 'Inschrijven' }));
    expect(calls).toHaveLength(0);
    expect(screen.getAllByText(/Vul een bestaande dag in/).length).toBeGreaterThan(0);
  });

  it('puts possible doubles beside what was typed, and registers once somebody says it is another person', async () => {
    const { user, onDone } = start(({ body }) => {
      confirmed = (body as { confirmDuplicate?: boolean }).confirmDuplicate;
      return confirmed === true
        ? { status: 201, body: { id: 'new' } }
        : { status: 409, body: { code: 'POSSIBLE_DUPLICATE', detail: 'Bestaat al.', candidates: [candidate] } };
    });
    await fillIn(user);
    await user.click(screen.getByRole('button', { name: 'Inschrijven' }));
    expect(await screen.findByRole('columnheader', { name: 'Al ingeschreven' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'Berg, J. van der' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Dit is iemand anders' }));
    await waitFor(() => expect(onDone.mock.calls).toEqual([[{ id: 'new' }]]));
  });

  it('says at the field that a BSN is in use, and keeps everything that was typed', async () => {
    const { user } = start(() => ({ status: 409, body: { code: 'BSN_IN_USE', detail: 'Dit nummer is in gebruik.' } }));
    await fillIn(user);
    await user.type(screen.getByLabelText('BSN'), '999990019');
    await user.click(screen.getByRole('button', { name: 'Inschrijven' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('BSN')));
    expect(screen.getByLabelText('BSN').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText<HTMLInputElement>(/^Achternaam\b(?! van)/).value).toBe('Berg');
    expect(screen.getByLabelText<HTMLInputElement>(/^Geboortedatum/).value).toBe('03-04-1941');
  });

  it('sends the same key for a second try of the same form, and another for another', async () => {
    const { user, calls } = start(() => ({ status: 503, body: { code: 'BUSY', detail: 'Te druk.' } }));
    await fillIn(user);
    const submit = screen.getByRole('button', { name: 'Inschrijven' });
    await user.click(submit);
    await waitFor(() => expect(calls).toHaveLength(1));
    await user.click(submit);
    await waitFor(() => expect(calls).toHaveLength(2));
    await user.type(screen.getByLabelText('Woonplaats'), 'Veendam');
    await user.click(submit);
    await waitFor(() => expect(calls).toHaveLength(3));
    const [first, second, third] = calls.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });
});
