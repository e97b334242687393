import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Locator, Page } from 'playwright-core';
import { readPdf } from '../../apps/api/src/testing/read-pdf.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { beSignedInAs, signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';
import { formTeam } from './support/team.ts';

const TODAY = formatDutchDay(dayOfInstant(Date.now()));

let stack: Stack;
let browser: TestBrowser;
let gp: Page;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  gp = await browser.openWindow(stack.origin);
  await beSignedInAs(gp, 'GP');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const last = (page: Page, role: 'textbox' | 'combobox', name: string | RegExp): Locator =>
  page.getByRole(role, { name }).last();
const save = (page: Page): Promise<void> => openByKey(page, button(page, 'Opslaan'));

async function addTie(page: Page, name: string, relation: string): Promise<void> {
  await openByKey(page, button(page, 'Voeg een persoon toe'));
  await page.keyboard.type(name);
  await typeInto(page, last(page, 'textbox', /Wat is deze persoon/), relation);
}

describe('the network of a client, by keyboard alone', () => {
  it('is drawn, read as a picture and as a table, with the ten steps and a paper for when it goes wrong', async () => {
    const client = await addClient(gp, { family: 'Netwerk' });
    await formTeam(gp, client, ['GP', 'DISTRICT_NURSE']);
    const nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'DISTRICT_NURSE');
    await nurse.goto(`/clients/${client}`);
    await openByKey(nurse, nurse.getByRole('link', { name: 'Netwerk', exact: true }));
    await openByKey(nurse, button(nurse, 'Teken het netwerk'));
    await openByKey(nurse, button(nurse, 'Voeg een persoon toe'));
    await save(nurse);
    await nurse.getByText('Vul dit in, of haal de persoon weg.').first().waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await openByKey(nurse, button(nurse, 'Haal Persoon 1 weg'));
    await addTie(nurse, 'Anja', 'dochter');
    await last(nurse, 'combobox', 'Wat wil de cliënt').selectOption({ label: 'meer contact' });
    await addTie(nurse, 'Piet', 'buurman');
    await last(nurse, 'combobox', /Hoe zwaar/).selectOption({ label: 'zwaar' });
    await save(nurse);
    await button(nurse, 'Wijzig het netwerk').waitFor();
    await nurse.getByRole('img', { name: /^Tekening van het netwerk/ }).waitFor();
    await nurse.getByRole('row', { name: /1\. Anja, dochter elke week.*meer contact/ }).waitFor();
    await expectReadable(nurse);

    await openByKey(nurse, button(nurse, 'Begin met de tien stappen'));
    await typeInto(nurse, nurse.getByLabel('Netwerkcoach', { exact: true }), 'Gerda');
    await typeInto(nurse, nurse.getByLabel('Gedaan op, stap 1', { exact: true }), TODAY);
    await tabTo(nurse, nurse.getByRole('checkbox', { name: 'Sla stap 2 over' }));
    await nurse.keyboard.press('Space');
    await openByKey(nurse, button(nurse, 'Zet stap 4 eerder'));
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await save(nurse);
    await nurse.getByText('1 van 10 stappen gedaan', { exact: false }).waitFor();
    await nurse.getByRole('listitem').filter({ hasText: '4. De deur uit' }).getByText('nu aan de beurt').waitFor();
    const { rows } = await stack.owner.query('SELECT version, content FROM care.network WHERE client_id = $1', [
      client,
    ]);
    expect(rows).toMatchObject([
      { version: 2, content: { ties: [{ name: 'Anja', wish: 'MORE' }, { strain: 'HEAVY' }] } },
    ]);

    await planFor(nurse);
    const paper = await fetchPaper(nurse);
    expect(paper).toContain('1. Anja (dochter): 0599 123456. Heeft een sleutel');
    expect(paper).not.toContain('Piet');
    await expectReadable(nurse);

    await gp.goto(`/clients/${client}/network`);
    await gp.getByText('4. De deur uit').waitFor();
    const assistant = await browser.openWindow(stack.origin);
    await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
    await assistant.goto(`/clients/${client}/network`);
    await assistant.getByText(`U ziet alleen de dagen. Getekend: ${TODAY}.`).waitFor();
    expect(await assistant.locator('main').innerText()).not.toContain('Anja');
    expect(browser.faults).toEqual([]);
  }, 180_000);

  it('shows both versions where two people changed the same', async () => {
    const client = await addClient(gp, { family: 'Tweemaal' });
    const other = await browser.openWindow(stack.origin);
    await signInAs(other, 'GP');
    const both: readonly [Page, string][] = [[gp, 'Anja'], [other, 'Bep']]; // prettier-ignore
    for (const [page, name] of both) {
      await page.goto(`/clients/${client}/network`);
      await button(page, 'Teken het netwerk').click();
      await addTie(page, name, 'zus');
    }
    await save(gp);
    await button(gp, 'Wijzig het netwerk').waitFor();
    await save(other);
    await other.getByRole('heading', { name: 'Iemand anders heeft dit netwerk intussen gewijzigd' }).waitFor();
    expect(await accessibilityFaults(other)).toEqual([]);
    await openByKey(other, button(other, 'Neem deze over: Mensen'));
    await addTie(other, 'Bep', 'zus');
    await save(other);
    await other.getByRole('row', { name: /2\. Bep, zus/ }).waitFor();
    await other.getByRole('row', { name: /1\. Anja, zus/ }).waitFor();
  }, 90_000);
});

/** Dark, light and at 320 px: nothing for axe to complain about, and nothing beside the screen. */
async function expectReadable(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  }
}

/** Signs and two people to call, of whom one said that she may be named. */
async function planFor(page: Page): Promise<void> {
  await openByKey(page, button(page, 'Maak het omgevingsplan'));
  await typeInto(page, page.getByLabel('Waaraan merkt u dat het misgaat'), 'Slaapt niet');
  const people: readonly [string, string][] = [['Piet', 'buurman'], ['Anja', 'dochter']]; // prettier-ignore
  for (const [name, relation] of people) {
    await openByKey(page, button(page, 'Voeg een persoon toe'));
    await page.keyboard.type(name);
    await typeInto(page, last(page, 'textbox', /^Wie is dat/), relation);
    await typeInto(page, last(page, 'textbox', /^Telefoon/), '0599 123456');
  }
  await last(page, 'combobox', /^Mag deze persoon/).selectOption({ label: 'ja, mag' });
  await page.getByRole('checkbox', { name: 'Heeft een sleutel' }).last().check();
  await save(page);
  await page.getByText('Vul in wanneer deze persoon dat zei.').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0)); // whatever the head of the record covers when the page is scrolled is no fault
  expect(await accessibilityFaults(page)).toEqual([]);
  await typeInto(page, last(page, 'textbox', /^Gezegd op/), TODAY);
  await openByKey(page, button(page, 'Eerder bellen: Anja'));
  await save(page);
  await button(page, 'Maak het papier').waitFor();
}

async function fetchPaper(page: Page): Promise<string> {
  await openByKey(page, button(page, 'Maak het papier'));
  await page.getByText('1 persoon staat niet op het papier', { exact: false }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    openByKey(page, page.getByRole('link', { name: 'Haal het papier op' })),
  ]);
  const { pages } = await readPdf(await buffer(await download.createReadStream()), { scan: false });
  expect(pages).toHaveLength(1);
  return pages
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}
