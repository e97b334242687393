import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient, completeForm } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { PAPER_KEYS } from './support/paper.ts';
import { beSignedInAs, signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const REASON = 'Gevallen in huis, kan zelf niets vertellen.';
const NARROW = { width: 320, height: 700 };
const WIDE = { width: 1280, height: 800 };

let stack: Stack;
let browser: TestBrowser;
let physician: Page;
let gp: Page;
let client: string;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  const assistant = await browser.openWindow(stack.origin);
  await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
  client = await addClient(assistant, { family: 'Berg' });
  await completeForm(assistant, client, PAPER_KEYS);
  gp = await browser.openWindow(stack.origin);
  await signInAs(gp, 'GP');
  physician = await browser.openWindow(stack.origin);
  await signInAs(physician, 'ELDERLY_CARE_PHYSICIAN');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

/** Nothing for axe to complain about and nothing beside the screen, wide and at 320 px. */
async function expectAccessible(page: Page): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(WIDE);
}

const banner = () => physician.getByRole('region', { name: 'Noodtoegang' });

describe('emergency access, by keyboard alone', () => {
  it('finds a client nobody knows, asks why and a fresh second factor, and opens the record', async () => {
    await physician.goto(`/clients/${client}`);
    await physician.getByText('Dit lukte niet').or(physician.getByText('Deze pagina')).first().waitFor();
    await physician.goto('/today');
    const menu = physician.getByRole('navigation', { name: 'Hoofdmenu' });
    await openByKey(physician, menu.getByRole('link', { name: 'Noodtoegang' }));
    await openByKey(physician, physician.getByRole('button', { name: 'Zoek', exact: true }));
    await physician.getByText('Vul de achternaam in.').waitFor();
    await typeInto(physician, physician.getByLabel('Achternaam'), 'berg');
    await typeInto(physician, physician.getByLabel('Geboortedatum'), '3-4-1942');
    await physician.keyboard.press('Enter');
    const choice = physician.getByRole('button', { name: 'Kies Berg, J.M. van der, geboren 03-04-1942' });
    await choice.waitFor();
    await expectAccessible(physician);
    await openByKey(physician, choice);
    await openByKey(physician, physician.getByRole('button', { name: 'Open het dossier' }));
    await physician.getByText('Kies waarom het nodig is.').waitFor();
    await physician.keyboard.press('Space');
    await typeInto(physician, physician.getByLabel('Wat is er aan de hand?'), 'Gevallen.');
    await openByKey(physician, physician.getByRole('button', { name: 'Open het dossier' }));
    await physician.getByText('Schrijf in minstens 20 tekens wat er aan de hand is.').waitFor();
    await expectAccessible(physician);
    await physician.keyboard.press('Control+A');
    await physician.keyboard.type(REASON);
    await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);
    await openByKey(physician, physician.getByRole('button', { name: 'Open het dossier' }));
    await physician.getByRole('dialog').waitFor();
    await openByKey(physician, physician.getByRole('button', { name: 'Demo: bevestig' }));
    await physician.getByRole('heading', { level: 1, name: /Berg/ }).waitFor();
    // the bell of who was at work all along: by the live event, without a reload
    await gp.getByRole('link', { name: 'Meldingen: 1 ongelezen' }).waitFor();
    const { rows } = await stack.owner.query(
      'SELECT client_id, reason_code, reason, ends_at - begun_at AS lasts FROM care.emergency_access',
    );
    expect(rows).toMatchObject([{ client_id: client, reason_code: 'ACUTE_CARE', reason: REASON, lasts: { hours: 4 } }]);
  }, 90_000);

  it('shows until when and why on every page, what the matrix marks for it, and no more', async () => {
    await banner()
      .getByText(/^Noodtoegang tot \d\d:\d\d\.$/)
      .waitFor();
    await banner().getByText(REASON).waitFor();
    await expectAccessible(physician);
    for (const name of ['Wijzig gegevens', 'Vragenlijst invoeren'])
      expect(await physician.getByRole('button', { name }).or(physician.getByRole('link', { name })).count()).toBe(0);
    await openByKey(physician, physician.getByRole('link', { name: 'Vragenlijsten & profiel' }));
    await physician
      .getByText(/Stand van nu/)
      .first()
      .waitFor();
    await banner().waitFor();
    expect(await physician.getByRole('heading', { name: 'Profiel vaststellen' }).count()).toBe(0);
    const shown = await physician.evaluate(async (id) => {
      const { items } = await (await fetch(`/api/v1/clients/${id}/responses`)).json();
      return Object.keys(items[0].answers as object);
    }, client);
    expect(shown).toContain('gfi-01');
    for (const item of ['gfi-11', 'gfi-12', 'gfi-13', 'imesa-11', 'imesa-15']) expect(shown).not.toContain(item);
    await openByKey(physician, banner().getByRole('button', { name: 'Notitie achterlaten' }));
    await physician.keyboard.type('Heup gekneusd, huisarts belt morgen.');
    await openByKey(physician, physician.getByRole('button', { name: 'Bewaren' }));
    await physician.getByRole('dialog').waitFor({ state: 'detached' });
    await physician.goto('/clients');
    await banner().getByRole('link', { name: 'Naar het dossier' }).waitFor();
    expect(await physician.getByText('Berg, J.M. van der').count()).toBe(0);
  }, 60_000);

  it('tells GP and log officer, who gives the verdict without seeing the record', async () => {
    for (const role of ['GP', 'LOG_OFFICER'] as const) {
      const page = role === 'GP' ? gp : await browser.openWindow(stack.origin);
      if (role !== 'GP') await signInAs(page, role);
      await page.getByRole('link', { name: 'Meldingen: 1 ongelezen' }).waitFor();
      const name = role === 'GP' ? 'Berg, J.M. van der' : 'een cliënt';
      const notices = page.getByRole('region', { name: /^Nieuwe meldingen/ });
      await page.getByRole('link', { name: 'Noodtoegang beoordelen: 1 open' }).waitFor();
      await expectAccessible(page);
      await openByKey(
        page,
        notices.getByRole('button', { name: new RegExp(`^Gelezen: Noodtoegang tot het dossier van ${name}`) }),
      );
      await notices.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Meldingen', exact: true }).waitFor();
      if (role === 'LOG_OFFICER') await judge(page);
      else await readExplanation(page);
    }
    const { rows } = await stack.owner.query(
      'SELECT e.review_state, v.verdict, v.note FROM care.emergency_access e JOIN care.emergency_verdict v ON v.emergency_access_id = e.id',
    );
    expect(rows).toEqual([{ review_state: 'JUSTIFIED', verdict: 'JUSTIFIED', note: 'Acuut, en nagevraagd.' }]);
  }, 90_000);

  it('is gone from every screen once it was ended', async () => {
    await openByKey(physician, banner().getByRole('link', { name: 'Naar het dossier' }));
    await physician.getByRole('heading', { level: 1, name: /Berg/ }).waitFor();
    await openByKey(physician, banner().getByRole('button', { name: 'Eerder beëindigen' }));
    await physician.getByText('De noodtoegang is beëindigd. Het dossier is weer dicht.').first().waitFor();
    await banner().waitFor({ state: 'detached' });
    expect(await physician.getByText('Berg').count()).toBe(0);
    expect(await physician.evaluate(async (id) => (await fetch(`/api/v1/clients/${id}`)).status, client)).toBe(404);
    expect(browser.faults).toEqual([]);
  }, 60_000);
});

/** Who asks who can see this record is told of the emergency access that runs, until when and why. */
async function readExplanation(page: Page): Promise<void> {
  await page.goto(`/clients/${client}/privacy/access`);
  await page.getByText(/specialist ouderengeneeskunde · noodtoegang tot \d\d:\d\d \(acute zorg\)/i).waitFor();
  await page.getByText(/Gezondheid en profiel: .*noodtoegang/).waitFor();
}

/** The log officer sees what was opened, and neither name nor note. */
async function judge(page: Page): Promise<void> {
  await openByKey(page, page.getByRole('link', { name: 'Noodtoegang beoordelen: 1 open' }));
  await openByKey(page, page.getByRole('button', { name: /^Bekijk en beoordeel: / }));
  await page.getByText('noodtoegang begonnen').waitFor();
  await page
    .getByText(/profielen gezien/)
    .first()
    .waitFor();
  expect(await page.getByText(/Berg|Heup/).count()).toBe(0);
  await expectAccessible(page);
  await openByKey(page, page.getByRole('button', { name: 'Oordeel vastleggen' }));
  await page.getByText('Kies een oordeel.').waitFor();
  await page.keyboard.press('Space');
  await typeInto(page, page.getByLabel('Toelichting'), 'Acuut, en nagevraagd.');
  await openByKey(page, page.getByRole('button', { name: 'Oordeel vastleggen' }));
  await page.getByText('Er is niets te beoordelen').waitFor();
  await tabTo(page, page.getByRole('button', { name: /^Bekijk/ }));
}
