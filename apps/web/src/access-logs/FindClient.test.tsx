import { MantineProvider } from '@mantine/core';
import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FindLoggedClient, LoggedClient } from './access-log-types.ts';
import { FindClient } from './FindClient.tsx';

const OTTILIE: LoggedClient = {
  id: '0199a1b2-0000-7000-8000-0000000a1b2c',
  name: {
    initials: 'O.',
    given: null,
    prefix: 'van der',
    family: 'Zoëterme',
    partnerPrefix: null,
    partnerFamily: null,
    use: 'OWN',
  },
  birthDate: '1938-11-02',
};

/** The form before a server that finds these; `asked` and `opened` are what came of it. */
function start(items: LoggedClient[]) {
  const asked: FindLoggedClient[] = [];
  const opened: string[] = [];
  const find = (body: FindLoggedClient) => {
    asked.push(body);
    return Promise.resolve({ items, nextCursor: null, total: items.length });
  };
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <FindClient find={find} label={({ name }) => name.family} onFound={({ id }) => opened.push(id)} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { user: userEvent.setup(), asked, opened };
}

async function search(user: ReturnType<typeof userEvent.setup>, birthDate: string): Promise<void> {
  await user.type(screen.getByLabelText(/Achternaam/), 'Zoëterme');
  await user.type(screen.getByLabelText(/Geboortedatum/), birthDate);
  await user.click(screen.getByRole('button', { name: 'Zoek' }));
}

describe('finding the client who asks for the log', () => {
  it('asks for name and birth date, and opens who was found', async () => {
    const { user, asked, opened } = start([OTTILIE]);
    await search(user, '2-11-1938');
    await user.click(await screen.findByRole('button', { name: 'Zoëterme' }));
    expect(asked).toEqual([{ family: 'Zoëterme', birthDate: '1938-11-02' }]);
    expect(opened).toEqual([OTTILIE.id]);
  });

  it('asks nothing without an existing day', async () => {
    const { user, asked } = start([OTTILIE]);
    await search(user, '31-2-1938');
    expect(asked).toEqual([]);
  });

  it('says what to check when nobody was found', async () => {
    const { user } = start([]);
    await search(user, '2-11-1938');
    expect(await screen.findByText('Niemand gevonden')).toBeTruthy();
  });
});
