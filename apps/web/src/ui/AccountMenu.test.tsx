import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stage } from '../testing/stage.tsx';
import { AccountMenu } from './AccountMenu.tsx';

function start() {
  stage(
    <>
      <AccountMenu person={{ name: 'Els Bakker', role: 'wijkverpleegkundige' }}>
        <button type="button">Afmelden</button>
      </AccountMenu>
      <button type="button">elders</button>
    </>,
  );
  return userEvent.setup();
}
const who = () => screen.getByRole('button', { name: 'Els Bakker wijkverpleegkundige' });
const item = () => screen.queryByRole('button', { name: 'Afmelden' });

it('shows what belongs to the person only when asked', async () => {
  const user = start();
  expect(item()).toBeNull();
  expect(who().getAttribute('aria-expanded')).toBe('false');
  await user.click(who());
  expect(item()).toBeTruthy();
  await user.click(who());
  expect(item()).toBeNull();
});

it('closes with Escape and gives the focus back', async () => {
  const user = start();
  await user.tab();
  await user.keyboard('{Enter}');
  await user.tab();
  expect(document.activeElement).toBe(item());
  await user.keyboard('{Escape}');
  expect(item()).toBeNull();
  expect(document.activeElement).toBe(who());
});

it.each([
  ['Tab goes past it', (user: ReturnType<typeof userEvent.setup>) => user.tab().then(() => user.tab())],
  ['a click lands elsewhere', (user: ReturnType<typeof userEvent.setup>) => user.click(document.body)],
  ['something in it is chosen', async (user: ReturnType<typeof userEvent.setup>) => user.click(item() as Element)],
])('closes when %s', async (_, leave) => {
  const user = start();
  await user.click(who());
  await leave(user);
  expect(item()).toBeNull();
});
