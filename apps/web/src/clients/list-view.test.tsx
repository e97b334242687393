import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MantineProvider } from '@mantine/core';
import { MemoryRouter, useLocation } from 'react-router';
import { ListFilters } from './ListFilters.tsx';
import { toSearch, useListView } from './list-view.ts';

function Page() {
  const [view, setView] = useListView();
  return (
    <>
      <ListFilters view={view} onChange={setView} mayBeMine={false} />
      <output>{useLocation().search}</output>
      <code>{JSON.stringify(toSearch('berg', view, 'u1').filter)}</code>
    </>
  );
}

function start(address = '/clients') {
  render(
    <MantineProvider env="test">
      <MemoryRouter initialEntries={[address]}>
        <Page />
      </MemoryRouter>
    </MantineProvider>,
  );
  return userEvent.setup();
}
const address = () => screen.getByRole('status').textContent;
const filter = () => JSON.parse(document.querySelector('code')?.textContent ?? '') as unknown;

describe('the filters of the list', () => {
  it('stand in the address, the words that are searched for do not', async () => {
    const user = start();
    await user.click(screen.getByRole('button', { name: 'geen profiel' }));
    await user.click(screen.getByRole('button', { name: 'geen huisarts' }));
    await user.selectOptions(screen.getByLabelText('Sorteer op'), 'naam');
    expect(address()).toBe('?profile=NONE&gp=NONE&sort=NAME');
  });

  it('come back from the address, and what is unknown there is left out', () => {
    start('/clients?profile=FRAIL&profile=BAD&gap=NO_PROFILE&status=ADMITTED&caseManager=NONE');
    expect(filter()).toEqual({
      profile: ['FRAIL'],
      status: ['ADMITTED'],
      gap: ['NO_PROFILE'],
      caseManagerId: [null],
    });
    expect(screen.getByRole('button', { name: 'opgenomen', pressed: true })).toBeTruthy();
  });

  it('carry the work that waits, and whose clients, as the start page links to them', async () => {
    const user = start('/clients?todo=ASK_BY_PHONE&todo=LUNCH&caseManager=ME');
    expect(filter()).toEqual({ todo: ['ASK_BY_PHONE'], caseManagerId: ['u1'] });
    expect(screen.getByRole('button', { name: 'navragen', pressed: true })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'geen casemanager' }));
    expect(address()).toBe('?todo=ASK_BY_PHONE&caseManager=ME&caseManager=NONE');
    expect(filter()).toEqual({ todo: ['ASK_BY_PHONE'], caseManagerId: ['u1', null] });
    await user.click(screen.getByRole('button', { name: 'mijn cliënten' }));
    expect(address()).toBe('?todo=ASK_BY_PHONE&caseManager=NONE');
    expect(screen.queryByRole('button', { name: 'mijn cliënten' })).toBeNull();
  });

  it('go off all at once', async () => {
    const user = start('/clients?profile=FRAIL&gap=NO_PROFILE&sort=AGE');
    await user.click(screen.getByRole('button', { name: 'Alle filters uit' }));
    expect(address()).toBe('?sort=AGE');
    expect(filter()).toEqual({});
  });
});
