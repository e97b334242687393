import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());

let stack: Stack;
let browser: TestBrowser;
let assistant: Page;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  assistant = await browser.openWindow(stack.origin);
  await signInAs(assistant, 'PRACTICE_ASSISTANT');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

/** Records what the client answered, on the Privacy page of her record. */
async function record(page: Page, answer: string, topics: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Toestemming vragen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Toestemming vastleggen' });
  await dialog.getByRole('radio', { name: answer }).check();
  for (const topic of topics) await dialog.getByRole('checkbox', { name: topic }).check();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Vastleggen' }).click();
  await page.getByText('Vastgelegd. Het geldt vanaf nu.').waitFor();
}

describe('consent', () => {
  it('is asked, kept with the words, and taken back in two keys', async () => {
    const client = await addClient(assistant, { family: 'Berg' });
    await assistant.goto(`/clients/${client}/privacy`);
    await assistant.getByText('Er is nog niets gevraagd.').waitFor();
    await record(assistant, 'Ja, dat is goed', ['Naam, adres en telefoon', 'Antwoorden over welbevinden']);
    const table = assistant.getByRole('table', { name: /^Per organisatie en onderwerp/ });
    const because = `mag zien, omdat de cliënt dat goed vond op ${formatDutchDay(TODAY)}`;
    expect(await table.getByText(because).count()).toBe(2);
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.getByRole('button', { name: 'Cliënt trekt toestemming in' }).press('Enter');
    await assistant.getByRole('dialog', { name: 'Toestemming intrekken' }).waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.keyboard.press('Enter');
    await assistant.getByText('Ingetrokken. Het is nu al niet meer te zien.').waitFor();
    expect(await table.getByText(because).count()).toBe(0);
    const { rows } = await stack.owner.query(
      `SELECT kind, given_by, how, given_on, categories, wording, withdrawn_how, withdrawn_by_giver,
         withdrawn_at IS NOT NULL AS withdrawn FROM care.consent WHERE client_id = $1`,
      [client],
    );
    expect(rows).toEqual([
      {
        kind: 'GRANT',
        given_by: 'CLIENT',
        how: 'ORAL',
        given_on: TODAY,
        categories: [1, 2],
        wording: expect.stringContaining('mijn naam, adres en telefoonnummer'),
        withdrawn_how: 'ORAL',
        withdrawn_by_giver: 'CLIENT',
        withdrawn: true,
      },
    ]);
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('says what is missing at its field', async () => {
    const client = await addClient(assistant, { family: 'Smit' });
    await assistant.goto(`/clients/${client}/privacy`);
    await assistant.getByRole('button', { name: 'Toestemming vragen' }).click();
    await assistant.getByRole('button', { name: 'Vastleggen' }).click();
    await assistant.getByText('Kies minstens één onderwerp.').first().waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
  }, 30_000);
});
