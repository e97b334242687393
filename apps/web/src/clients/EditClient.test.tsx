import { answerWith } from '../testing/network.ts';
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stage } from '../testing/stage.tsx';
import type { Client } from './client-types.ts';
import { EditClient } from './EditClient.tsx';

const client: Client = {
  id: 'c1',
  version: 4,
  hisNumber: '10482',
  bsn: '*****6782',
  name: { initials: 'J.M.', prefix: 'van der', family: 'Berg', use: 'OWN' },
  sex: 'FEMALE',
  birthDate: '1941-04-03',
  age: 85,
  address: { street: 'Dorpsstraat', houseNumber: '12', suffix: null, postcode: '9501 AB', city: 'Stadskanaal' },
  phone: '0599 123456',
  livesAtHome: true,
  restricted: false,
  status: 'ACTIVE',
  statusOn: null,
  gpId: null,
  caseManagerId: null,
  marks: { language: 'nl', hearing: 'NORMAL', seeing: 'NORMAL' },
};
const meanwhile: Client = { ...client, version: 5, phone: '0599 999999', hisNumber: '20000' };

function start({ contactOnly = false } = {}) {
  const calls = answerWith(({ headers }) =>
    headers.get('If-Match') === '"5"'
      ? { body: { ...meanwhile, version: 6 } }
      : { status: 412, body: { code: 'STALE', detail: 'Gewijzigd.', current: meanwhile } },
  );
  const onDone = jest.fn();
  stage(<EditClient client={client} gps={[]} contactOnly={contactOnly} maySetBsn onDone={onDone} />);
  return { user: userEvent.setup({ delay: null }), calls, onDone };
}

async function changePhone(user: ReturnType<typeof userEvent.setup>, phone: string): Promise<void> {
  await user.clear(screen.getByLabelText('Telefoon'));
  await user.type(screen.getByLabelText('Telefoon'), phone);
  await user.click(screen.getByRole('button', { name: 'Opslaan' }));
}

describe('EditClient', () => {
  it('sends nothing when nothing was changed', async () => {
    const { user, calls } = start();
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(await screen.findByText('U hebt nog niets gewijzigd.')).toBeTruthy();
    expect(calls).toHaveLength(0);
  });

  it('shows both versions when somebody else saved first, overwrites nothing, and saves on top of theirs', async () => {
    const { user, calls, onDone } = start();
    await changePhone(user, '0599 111111');
    const panel = await screen.findByRole('region', { name: /Iemand anders wijzigde/ });
    const row = within(panel).getByRole('row', { name: /Telefoon/ });
    expect(within(row).getByRole('cell', { name: '0599 111111' })).toBeTruthy();
    expect(within(row).getByRole('cell', { name: '0599 999999' })).toBeTruthy();
    expect(within(panel).getByRole('row', { name: /HIS-nummer 10482 20000 overgenomen/ })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Telefoon').value).toBe('0599 111111');
    expect(screen.getByLabelText<HTMLInputElement>('HIS-nummer').value).toBe('20000');
    expect(onDone).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(calls.map(({ headers, body }) => [headers.get('If-Match'), body])).toEqual([
      ['"4"', { phone: '0599 111111' }],
      ['"5"', { phone: '0599 111111' }],
    ]);
  });

  it('takes over the other value on request', async () => {
    const { user } = start();
    await changePhone(user, '0599 111111');
    await user.click(await screen.findByRole('button', { name: 'Neem deze over: Telefoon' }));
    expect(screen.getByLabelText<HTMLInputElement>('Telefoon').value).toBe('0599 999999');
  });

  it('lists what stops after the first key, and saves with the second', async () => {
    const calls = answerWith(() => ({ body: { ...client, version: 5, status: 'DECEASED' } }));
    const onDone = jest.fn();
    const stops = (status: string) => <p>{`Stopt bij ${status}`}</p>;
    stage(<EditClient client={client} gps={[]} contactOnly={false} maySetBsn renderStops={stops} onDone={onDone} />);
    const user = userEvent.setup({ delay: null });
    await user.selectOptions(screen.getByLabelText('Status'), 'overleden');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    const dialog = await screen.findByRole('dialog', { name: 'Dit stopt bij „overleden”' });
    expect(within(dialog).getByText('Stopt bij DECEASED')).toBeTruthy();
    expect(calls).toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: 'Opslaan' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(calls.map(({ body }) => body)).toEqual([{ status: 'DECEASED' }]);
  });

  it('goes back to the form without saving, and asks nothing for another change', async () => {
    const calls = answerWith(() => ({ body: { ...client, version: 5 } }));
    const stops = () => <p>Niets</p>;
    stage(<EditClient client={client} gps={[]} contactOnly={false} maySetBsn renderStops={stops} onDone={jest.fn()} />);
    const user = userEvent.setup({ delay: null });
    await user.selectOptions(screen.getByLabelText('Status'), 'verhuisd');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await user.click(await screen.findByRole('button', { name: 'Terug naar het formulier' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(calls).toHaveLength(0);
    await user.selectOptions(screen.getByLabelText('Status'), 'actief');
    await user.type(screen.getByLabelText('Telefoon'), '9');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await waitFor(() => expect(calls).toHaveLength(1));
  });

  it('offers phone and address only to a visiting professional', () => {
    start({ contactOnly: true });
    expect(screen.getByLabelText('Telefoon')).toBeTruthy();
    expect(screen.queryByLabelText(/^Achternaam/)).toBeNull();
    expect(screen.queryByLabelText('Woont thuis')).toBeNull();
  });
});
