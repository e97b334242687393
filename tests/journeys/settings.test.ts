import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffRole } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient, completeForm } from './support/entry.ts';
import { signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

/** Nothing the matter: everything alone, a ten, no complaints, and 20 times 0. */
const ROBUST_KEYS = `1111101111111111${'0'.repeat(20)}`;

let stack: Stack;
let browser: TestBrowser;
let assistant: Page;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  assistant = await as('PRACTICE_ASSISTANT');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

async function as(role: StaffRole): Promise<Page> {
  const page = await browser.openWindow(stack.origin);
  await signInAs(page, role);
  return page;
}

/** What the result of a client is stored with. */
async function storedWord(client: string): Promise<unknown> {
  const { rows } = await stack.owner.query<{ word: string }>(
    "SELECT result #>> '{labels,ROBUST}' AS word FROM care.assessment WHERE client_id = $1",
    [client],
  );
  return rows.map(({ word }) => word);
}

describe('the words of the practice', () => {
  let earlier = '';

  it('are the published ones at first', async () => {
    earlier = await addClient(assistant, { family: 'Eerder' });
    await completeForm(assistant, earlier, ROBUST_KEYS);
    await assistant.getByText('voorstel robuust').waitFor();
    expect(await storedWord(earlier)).toEqual(['Robuust']);
  }, 60_000);

  it('are changed by the manager, who sees them before saving', async () => {
    const manager = await as('PRACTICE_MANAGER');
    await manager.getByRole('navigation').getByRole('link', { name: 'Praktijkinstellingen' }).click();
    await manager.getByLabel(/^Naam van het profiel ●/).fill('Vitaal');
    await manager.getByRole('region', { name: 'Zo ziet het eruit' }).getByText('voorstel vitaal').waitFor();
    await manager.getByRole('button', { name: 'Opslaan' }).click();
    await manager.getByText(/^Opgeslagen\. Nieuwe resultaten/).waitFor();
    const { rows } = await stack.owner.query("SELECT profile_labels FROM care.practice WHERE short_name = 'leeg'");
    expect(rows).toEqual([{ profile_labels: { ROBUST: 'Vitaal', FRAIL: 'Kwetsbaar', COMPLEX: 'Complex' } }]);
  }, 30_000);

  it('show what a GP saved meanwhile beside what was typed, also at 320 px and for the longest label', async () => {
    const [manager, gp] = [await as('PRACTICE_MANAGER'), await as('GP')];
    await manager.setViewportSize({ width: 320, height: 700 });
    for (const page of [manager, gp]) await page.goto('/settings');
    await gp.getByLabel(/^Naam van het profiel ▲/).fill('Kwetsbaarder');
    await gp.getByRole('button', { name: 'Opslaan' }).click();
    await gp.getByText(/^Opgeslagen\. Nieuwe resultaten/).waitFor();
    await manager.getByLabel(/^Naam van het profiel ▲/).fill('Kwetsbaar'.padEnd(30, 'x'));
    await manager.getByRole('button', { name: 'Opslaan' }).click();
    const panel = manager.getByRole('region', { name: 'Iemand anders wijzigde de instellingen intussen' });
    await panel.getByRole('cell', { name: 'Kwetsbaarder' }).waitFor();
    expect(await accessibilityFaults(manager)).toEqual([]);
    expect(await manager.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await panel.getByRole('button', { name: /^Neem deze over/ }).click();
    expect(await manager.getByLabel(/^Naam van het profiel ▲/).inputValue()).toBe('Kwetsbaarder');
  }, 60_000);

  it('stand on the next result, also for who was signed in all along', async () => {
    const client = await addClient(assistant, { family: 'Later', birthDate: '1943-05-06' });
    await completeForm(assistant, client, ROBUST_KEYS);
    await assistant.getByText('voorstel vitaal').waitFor();
    expect(await storedWord(client)).toEqual(['Vitaal']);
  }, 60_000);

  it('leave an earlier result as it was', async () => {
    const gp = await as('GP');
    await gp.goto(`/clients/${earlier}/profiles`);
    await gp.getByText('INTERMED 0 (grens 16) en GFI 0 (grens 5): voorstel Robuust.').waitFor();
    await gp.getByRole('radio', { name: 'Vitaal (voorstel)' }).waitFor();
    expect(await storedWord(earlier)).toEqual(['Robuust']);
  }, 30_000);

  it('keep a GP to her own clients, and offer first who the practice chose as case manager', async () => {
    const manager = await as('PRACTICE_MANAGER');
    await manager.goto('/settings');
    await manager.getByLabel('Bij kwetsbaarder staat bovenaan').selectOption('PRACTICE_NURSE');
    await manager.getByLabel('Een huisarts ziet alleen eigen cliënten').check();
    await manager.getByRole('button', { name: 'Opslaan' }).click();
    await manager.getByText(/^Opgeslagen\./).waitFor();
    expect(await accessibilityFaults(manager)).toEqual([]);
    const { rows } = await stack.owner.query(
      "SELECT gp_own_clients_only AS narrowed, case_manager_roles AS first FROM care.practice WHERE short_name = 'leeg'",
    );
    expect(rows).toEqual([{ narrowed: true, first: { FRAIL: 'PRACTICE_NURSE', COMPLEX: 'DISTRICT_NURSE' } }]);
    const gp = await as('GP');
    await gp.goto(`/clients/${earlier}`);
    await gp.getByRole('heading', { level: 1, name: /Eerder/ }).waitFor();
    await gp.getByText(/^Dit is een cliënt van een collega\./).waitFor();
    expect(await gp.getByRole('link', { name: /Vragenlijst/ }).count()).toBe(0);
    expect(await gp.getByText(/robuust|vitaal/i).count()).toBe(0);
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.goto(`/clients/${earlier}/team`);
    await gp.getByRole('button', { name: 'Casemanager benoemen' }).click();
    const groups = gp.getByLabel('Wie?').locator('optgroup');
    expect(await groups.first().getAttribute('label')).toBe('wijkverpleegkundige');
    await gp.keyboard.press('Escape');
    await manager.getByLabel('Een huisarts ziet alleen eigen cliënten').uncheck();
    await manager.getByRole('button', { name: 'Opslaan' }).click();
    await manager.getByText(/^Opgeslagen\./).waitFor();
    await gp.goto(`/clients/${earlier}`);
    await gp.getByRole('link', { name: 'Vragenlijsten & profiel' }).waitFor();
  }, 60_000);

  it('asked no other host, threw nothing and kept to the content policy', () => {
    expect(browser.faults).toEqual([]);
  });
});
