import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient, openForm, storedAnswers, typeKeys, untilSaved } from './support/entry.ts';
import { beSignedInAs, signInButton } from './support/people.ts';
import { type MortalStack, startMortalStack } from './support/stack.ts';

const TWO_ANSWERS = { 'gfi-01': 'dependent', 'gfi-02': 'independent' };
const question = (page: Page, number: number) => page.getByRole('group', { name: new RegExp(`^${number}\\. `) });
const chosen = (page: Page, number: number, label: RegExp) =>
  question(page, number).getByRole('radio', { name: label }).isChecked();

let stack: MortalStack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startMortalStack();
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

/** The assistant with the form of a new client open. */
async function atForm(family: string, by = browser): Promise<{ page: Page; client: string }> {
  const page = await by.openWindow(stack.origin);
  await beSignedInAs(page, 'PRACTICE_ASSISTANT');
  const client = await addClient(page, { family });
  await openForm(page, client);
  return { page, client };
}

describe('what the screen says about saving', () => {
  it('says niet opgeslagen while the network is gone, and saves by itself when it is back', async () => {
    const { page, client } = await atForm('Netwerk');
    await typeKeys(page, '2');
    await untilSaved(page);
    await page.route('**/api/v1/responses/**', (route) => route.abort());
    await typeKeys(page, '1');
    await page.getByText('niet opgeslagen', { exact: true }).waitFor();
    await page.getByText(/Wij proberen het over \d+ s opnieuw/).waitFor();
    expect(await storedAnswers(stack, client)).toEqual({ 'gfi-01': 'dependent' });
    await page.unroute('**/api/v1/responses/**');
    await untilSaved(page);
    expect(await storedAnswers(stack, client)).toEqual(TWO_ANSWERS);
  }, 30_000);

  it('keeps what it called opgeslagen over a reload, and shows it in a second tab', async () => {
    const { page, client } = await atForm('Herladen');
    await typeKeys(page, '21');
    await untilSaved(page);
    await page.reload();
    await page.getByText('Er is al een begin gemaakt: 2 vragen zijn ingevuld. U gaat daarmee verder.').waitFor();
    await page.keyboard.press('Enter');
    await question(page, 3).waitFor();
    const second = await page.context().newPage();
    await openForm(second, client);
    for (const tab of [page, second]) {
      expect(await chosen(tab, 1, /niet zelfstandig/)).toBe(true);
      expect(await chosen(tab, 2, /^1 zelfstandig/)).toBe(true);
    }
  }, 30_000);

  it('loses nothing that was opgeslagen when the browser is killed', async () => {
    const doomed = await openBrowser();
    const { page, client } = await atForm('Browser', doomed);
    await typeKeys(page, '21');
    await untilSaved(page);
    await doomed.kill();
    expect(await storedAnswers(stack, client)).toEqual(TWO_ANSWERS);
  }, 30_000);

  it('loses nothing when the server is killed, and goes on when it is back', async () => {
    const { page, client } = await atForm('Server');
    await typeKeys(page, '2');
    await untilSaved(page);
    await stack.killServer();
    await typeKeys(page, '1');
    await page.getByText('niet opgeslagen', { exact: true }).waitFor();
    await stack.restartServer();
    await untilSaved(page);
    expect(await storedAnswers(stack, client)).toEqual(TWO_ANSWERS);
  }, 60_000);

  it('keeps what is typed behind the lock when the session is gone, and saves it after signing in', async () => {
    const { page, client } = await atForm('Slot');
    await typeKeys(page, '2');
    await untilSaved(page);
    await stack.owner.query('UPDATE auth.session SET ended_at = now()');
    await typeKeys(page, '1');
    await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor();
    await page.getByRole('button', { name: signInButton('PRACTICE_ASSISTANT', 'leeg'), exact: true }).click();
    await untilSaved(page);
    expect(await chosen(page, 2, /^1 zelfstandig/)).toBe(true);
    expect(await storedAnswers(stack, client)).toEqual(TWO_ANSWERS);
  }, 30_000);
});

describe('two people on one form', () => {
  it('shows both answers to the second, who chooses; nothing is overwritten before', async () => {
    const { page: first, client } = await atForm('Samen');
    const second = await browser.openWindow(stack.origin);
    await beSignedInAs(second, 'PRACTICE_NURSE');
    await openForm(second, client);
    await typeKeys(first, '2');
    await untilSaved(first);
    await typeKeys(second, '12');
    const both = second.getByRole('alert').filter({ hasText: 'Iemand anders vulde intussen iets anders in' });
    await both.getByRole('button', { name: 'Mijn antwoord bewaren (1)' }).waitFor();
    expect(await storedAnswers(stack, client)).toMatchObject({ 'gfi-01': 'dependent' });
    await both.getByRole('button', { name: 'Het andere antwoord nemen (2)' }).click();
    await untilSaved(second);
    expect(await storedAnswers(stack, client)).toEqual({ 'gfi-01': 'dependent', 'gfi-02': 'dependent' });
  }, 30_000);
});

it('asks no other host, throws nothing and keeps to the content policy', () => {
  expect(browser.faults).toEqual([]);
});
