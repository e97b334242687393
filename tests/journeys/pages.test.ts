import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STAFF_ROLES, type StaffRole } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient, completeForm, openForm, typeKeys } from './support/entry.ts';
import { PAPER_KEYS } from './support/paper.ts';
import { accountMenu, beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const NARROW = { width: 320, height: 700 };
const WIDE = { width: 1280, height: 800 };

let stack: Stack;
let browser: TestBrowser;
const pages = new Map<StaffRole, Page>();
let client = '';

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  const page = await as('PRACTICE_ASSISTANT');
  client = await addClient(page, { family: 'Öztürk-van den Heuvel' });
  await completeForm(page, client, PAPER_KEYS);
  const open = await addClient(page, { family: 'Bos' });
  await openForm(page, open);
  await typeKeys(page, '12');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

/** The window of one role, opened once. */
async function as(role: StaffRole): Promise<Page> {
  const known = pages.get(role);
  if (known !== undefined) return known;
  const page = await browser.openWindow(stack.origin);
  await beSignedInAs(page, role);
  pages.set(role, page);
  return page;
}

/** Nothing for axe to complain about and nothing beside the screen, wide and at 320 px. */
async function expectAccessible(page: Page): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(WIDE);
}

describe('every page, wide and at 320 px', () => {
  it('sign-in', async () => {
    const page = await browser.openWindow(stack.origin);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Samenoud' }).waitFor();
    await expectAccessible(page);
    const styles = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''));
    const at = (name: RegExp): number => styles.findIndex((href) => name.test(href));
    expect(at(/\/look-/)).toBeGreaterThan(-1);
    expect(at(/\/look-/)).toBeLessThan(at(/\/staff-/)); // what we set comes after what the library sets
  }, 30_000);

  it.each<[StaffRole, string, string | RegExp]>([
    ['PRACTICE_ASSISTANT', '/today', /^Goedendag/],
    ['GP', '/today', /^Goedendag/],
    ['PRACTICE_MANAGER', '/today', /^Goedendag/],
    ['PRACTICE_ASSISTANT', '/clients', 'Cliënten'],
    ['PRACTICE_ASSISTANT', '/clients/new', 'Cliënt inschrijven'],
    ['PRACTICE_ASSISTANT', '/entry', 'Vragenlijsten invoeren'],
    ['PRACTICE_NURSE', '/second-entry', 'Tweede invoer'],
    ['PRACTICE_MANAGER', '/approvals', 'Akkoord'],
    ['PRACTICE_NURSE', '/merges', 'Dubbele dossiers'],
    ['LOG_OFFICER', '/destructions', 'Vernietiging'],
    ['GP', '/retention', 'Bewaartermijnen'],
    ['PRACTICE_NURSE', '/retention', 'Deze pagina bestaat niet'],
    ['GP', '/bulk-exports', 'Lijst exporteren'],
    ['PRACTICE_NURSE', '/bulk-exports', 'Deze pagina bestaat niet'],
    ['PRACTICE_MANAGER', '/instruments', 'Vragenlijsten'],
    ['PRACTICE_MANAGER', '/settings', 'Praktijkinstellingen'],
    ['PRACTICE_MANAGER', '/users', 'Mensen'],
    ['PRACTICE_MANAGER', '/users/recertification', 'Mensen'],
    ['PRACTICE_MANAGER', '/settings/sign-in', 'Aanmelden via een organisatie'],
    ['LOG_OFFICER', '/logboek', /logboek/i],
    ['LOG_OFFICER', '/logboek/client', /logboek/i],
    ['LOG_OFFICER', '/logboek/review', /logboek/i],
    ['PRACTICE_NURSE', '/account', /.+/],
    ['PRACTICE_NURSE', '/notices', 'Meldingen'],
    ['DISTRICT_NURSE', '/emergency-access', 'Noodtoegang'],
    ['LOG_OFFICER', '/logboek/emergency', 'Noodtoegang beoordelen'],
    ['PRACTICE_ASSISTANT', '/clients/{client}', /Öztürk/],
    ['GP', '/clients/{client}/profiles', /Öztürk/],
    ['GP', '/clients/{client}/care-plan', 'Nog geen zorgleefplan'],
    ['PRACTICE_ASSISTANT', '/clients/{client}/care-plan', 'Nog geen zorgleefplan'],
    ['GP', '/clients/{client}/access-log', /Öztürk/],
    ['PRACTICE_ASSISTANT', '/clients/{client}/team', /Öztürk/],
    ['GP', '/clients/{client}/treatment-plan', 'Medisch behandelplan'],
    ['GP', '/clients/{client}/network', 'Sociaal netwerk'],
    ['PRACTICE_ASSISTANT', '/clients/{client}/network', 'Omgevingsplan'],
    ['DISTRICT_NURSE', '/handovers', 'Overdracht'],
    ['PRACTICE_NURSE', '/caseload', 'Mijn caseload'],
    ['PRACTICE_ASSISTANT', '/actions', 'Mijn acties'],
    ['PRACTICE_MANAGER', '/actions', 'Deze pagina bestaat niet'],
    ['DISTRICT_NURSE', '/meetings', 'Teamoverleg'],
    ['ELDERLY_ADVISER', '/meetings/look-back', 'Terugblik'],
    ['PRACTICE_ASSISTANT', '/meetings', 'Deze pagina bestaat niet'],
    ['PRACTICE_MANAGER', '/meetings/series', 'Reeks'],
    ['DISTRICT_NURSE', '/meetings/series', 'Deze pagina bestaat niet'],
    ['PRACTICE_ASSISTANT', '/clients/{client}/privacy', 'Wie mag wat zien'],
    ['GP', '/clients/{client}/privacy/access', 'Wie kan dit zien?'],
    ['GP', '/clients/{client}/privacy/rights', 'Kopie van het dossier'],
    ['PRACTICE_ASSISTANT', '/clients/{client}/contacts', 'Contacten'],
    ['GP', '/clients/{client}/visit', 'Bezoek voorbereiden'],
    ['PRACTICE_NURSE', '/clients?todo=FORM_IN_PROGRESS&caseManager=ME', 'Cliënten'],
    ['PRACTICE_ASSISTANT', '/clients/{client}/edit', /.+/],
    ['PRACTICE_ASSISTANT', '/clients/{client}/entry', 'Is dit het formulier van deze cliënt?'],
    ['PRACTICE_ASSISTANT', '/clients/{client}/interview', 'Spreekt u deze cliënt?'],
    ['PRACTICE_ASSISTANT', '/clients/{client}/score-only', /Öztürk/],
    ['PRACTICE_ASSISTANT', '/no-such-page', 'Deze pagina bestaat niet'],
    ['PRACTICE_MANAGER', '/clients', 'Deze pagina bestaat niet'],
    ['PRACTICE_ASSISTANT', '/logboek', 'Deze pagina bestaat niet'],
  ])(
    '%s at %s',
    async (role, path, heading) => {
      const page = await as(role);
      await page.goto(path.replace('{client}', client));
      await page.getByRole('heading', { name: heading }).first().waitFor();
      await expectAccessible(page);
    },
    30_000,
  );

  it('a sheet of the form, its check page and a refused day', async () => {
    const page = await as('PRACTICE_ASSISTANT');
    await openForm(page, client);
    await expectAccessible(page);
    await typeKeys(page, '****');
    await page.getByRole('heading', { name: 'Controleren' }).waitFor();
    await page.getByLabel('Ingevuld op').fill('1-1-2099');
    await page.getByRole('button', { name: 'Afronden' }).click();
    await page.getByText('Deze dag ligt in de toekomst.').waitFor();
    await expectAccessible(page);
  }, 30_000);

  it.each(STAFF_ROLES)(
    'the menu of %s is one row on a laptop, and what does not fit is under „Meer”',
    async (role) => {
      const page = await as(role);
      await page.goto('/today');
      await page.getByRole('heading', { level: 1 }).waitFor();
      const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
      const tops = await menu.locator(':scope > *').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      expect(new Set(tops.map(({ y, height }) => Math.round((y + height / 2) / 8))).size).toBe(1);
      const header = await page.getByRole('banner').locator('> div').last().boundingBox();
      expect(header?.height).toBeLessThanOrEqual(72);
      const more = menu.getByRole('button', { name: 'Meer' });
      if ((await more.count()) === 0) return;
      await more.click();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    },
    30_000,
  );

  it('the menu of the person', async () => {
    const page = await as('GP');
    await page.goto('/today');
    await accountMenu(page).click();
    await page.getByRole('link', { name: 'Mijn account' }).waitFor();
    await expectAccessible(page);
  }, 30_000);

  it('a dialog', async () => {
    const page = await as('PRACTICE_ASSISTANT');
    await page.goto('/today');
    await page.getByRole('heading', { name: /^Goedendag/ }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Toetsen van dit scherm' }).waitFor();
    await expectAccessible(page);
  }, 30_000);
});

it('asked no other host, threw nothing and kept to the content policy', () => {
  expect(browser.faults).toEqual([]);
});
