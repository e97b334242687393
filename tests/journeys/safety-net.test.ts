import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo } from './support/keyboard.ts';
import { signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());

let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

describe('nobody out of sight, by keyboard alone', () => {
  it('counts on the start page, shows who and since when, and takes an explanation', async () => {
    const page = await browser.openWindow(stack.origin);
    await signInAs(page, 'PRACTICE_ASSISTANT');
    await openByKey(page, page.getByRole('link', { name: 'Niemand uit beeld: 0 cliënten' }));
    await page.getByText('Iedereen is in beeld.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await addClient(page, { family: 'Berg' });
    await page.goto('/today');
    await openByKey(page, page.getByRole('link', { name: 'Niemand uit beeld: 1 cliënt' }));
    const profiles = page.getByRole('region', { name: /^Geen vastgesteld profiel/ });
    await profiles.getByText(`sinds ${formatDutchDay(TODAY)}`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const gap of ['Geen vragenlijst', 'Geen vastgesteld profiel']) {
      await openByKey(page, page.getByRole('button', { name: `${gap} toelichten: Berg, J.M. van der` }));
      await page.getByRole('dialog', { name: `Toelichten: ${gap}` }).waitFor();
      await page.keyboard.type('Is tot het voorjaar bij haar dochter.');
      await tabTo(page, page.getByLabel('Tot en met'));
      await page.keyboard.type(formatDutchDay(addDays(TODAY, 90)));
      await page.keyboard.press('Enter');
      await page
        .getByText(`toegelicht tot en met ${formatDutchDay(addDays(TODAY, 90))}`)
        .first()
        .waitFor();
    }
    await page.getByText('Iedereen is in beeld.').waitFor();
    await openByKey(page, profiles.locator('summary').filter({ hasText: 'Toegelicht: 1 cliënt' }));
    await profiles.getByText('Is tot het voorjaar bij haar dochter.').waitFor();
    await openByKey(page, profiles.getByRole('link', { name: 'Berg, J.M. van der' }));
    await page.getByRole('heading', { level: 1, name: /Berg/ }).waitFor();
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('has nothing for who may not see lists of people', async () => {
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    expect(await manager.getByRole('link', { name: /^Niemand uit beeld/ }).count()).toBe(0);
    await manager.goto('/safety-net');
    await manager.getByText('Deze pagina bestaat niet').waitFor();
  }, 30_000);
});
