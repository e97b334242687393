import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';
import { formTeam } from './support/team.ts';

const TODAY = dayOfInstant(Date.now());
const LONG_AGO = addDays(TODAY, -400);

let stack: Stack;
let browser: TestBrowser;
let gp: Page;
let physician: Page;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  gp = await browser.openWindow(stack.origin);
  await beSignedInAs(gp, 'GP');
  physician = await browser.openWindow(stack.origin);
  await beSignedInAs(physician, 'ELDERLY_CARE_PHYSICIAN');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });
const save = (page: Page): Promise<void> => openByKey(page, button(page, 'Opslaan'));
const saved = (page: Page): Promise<void> => button(page, 'Wijzig het behandelplan').waitFor();

async function newClient(family: string): Promise<string> {
  const client = await addClient(gp, { family });
  await formTeam(gp, client, ['GP', 'ELDERLY_CARE_PHYSICIAN', 'PRACTICE_NURSE', 'ELDERLY_ADVISER']);
  return client;
}

async function planOf(client: string): Promise<{ version: number; content: Record<string, unknown> }> {
  const { rows } = await stack.owner.query('SELECT version, content FROM care.treatment_plan WHERE client_id = $1', [
    client,
  ]);
  return rows[0];
}

describe('the medical treatment plan, by keyboard alone', () => {
  it('is made by the GP, completed by the SO, read by the POH, and of the ouderenadviseur hidden', async () => {
    const client = await newClient('Behandel');
    await gp.goto(`/clients/${client}`);
    await openByKey(gp, gp.getByRole('link', { name: 'Behandelplan' }));
    await openByKey(gp, button(gp, 'Maak het behandelplan'));
    await openByKey(gp, button(gp, 'Voeg een probleem toe'));
    await save(gp);
    await gp.getByText('Vul het probleem in, of haal de regel weg.').first().waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await typeInto(gp, field(gp, 'ICPC-code'), 't90.02');
    await typeInto(gp, gp.getByRole('textbox', { name: 'Probleem', exact: true }), 'Diabetes');
    await typeInto(gp, gp.getByRole('textbox', { name: 'Beleid', exact: true }), 'Streven HbA1c onder 64');
    await typeInto(gp, field(gp, 'Volgende medicatiebeoordeling'), '31-2-2027');
    await gp.getByText('niet opgeslagen', { exact: true }).waitFor();
    await save(gp);
    await gp.getByRole('alert').waitFor();
    await field(gp, 'Volgende medicatiebeoordeling').fill(formatDutchDay(addDays(TODAY, 200)));
    await save(gp);
    await saved(gp);
    await gp.getByRole('row', { name: 'Diabetes T90.02 Streven HbA1c onder 64' }).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);

    await physician.goto(`/clients/${client}/treatment-plan`);
    await openByKey(physician, button(physician, 'Wijzig het behandelplan'));
    await typeInto(physician, field(physician, 'Signalen om op te letten, en wat dan'), 'Meer vocht: bel mij');
    await save(physician);
    await saved(physician);
    await openByKey(physician, button(physician, 'Toon eerdere versies'));
    await physician.getByRole('row', { name: /Versie 2.*ELDERLY_CARE_PHYSICIAN.*Meer vocht: bel mij/s }).waitFor();
    expect(await planOf(client)).toMatchObject({
      version: 2,
      content: { signals: 'Meer vocht: bel mij', problems: [{ icpc: 'T90.02', text: 'Diabetes' }] },
    });

    await gp.goto(`/clients/${client}/treatment-plan`);
    await agree(gp);
    expect(await accessibilityFaults(gp)).toEqual([]);

    const nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'PRACTICE_NURSE');
    await nurse.goto(`/clients/${client}/treatment-plan`);
    await nurse.getByText('Meer vocht: bel mij').waitFor();
    await nurse.getByText('Reanimatie: Niet uitvoeren').waitFor();
    expect(await button(nurse, /^Wijzig/).count()).toBe(0);

    const adviser = await browser.openWindow(stack.origin);
    await beSignedInAs(adviser, 'ELDERLY_ADVISER');
    await adviser.goto(`/clients/${client}/treatment-plan`);
    await adviser.getByText('Er is een behandelafspraak. Vraag GP leeg, huisarts.').waitFor();
    expect(await adviser.locator('main').innerText()).not.toMatch(/Reanimatie|Diabetes|Meer vocht/);
    expect(await accessibilityFaults(adviser)).toEqual([]);
    await openByKey(adviser, button(adviser, 'Leg een gesprek vast'));
    await adviser.keyboard.type('Mevrouw en dochter');
    await tabTo(adviser, adviser.getByRole('checkbox', { name: 'dagelijks plezier' }));
    await adviser.keyboard.press('Space');
    await typeInto(adviser, field(adviser, 'Wensen, in de woorden van de cliënt'), 'De tuin');
    expect(await accessibilityFaults(adviser)).toEqual([]);
    await save(adviser);
    await gp.getByText('De tuin').waitFor();

    const begun = await gp.request.post(`/api/v1/clients/${client}/care-plans`, { data: {} });
    expect(begun.status()).toBe(201);
    await adviser.goto(`/clients/${client}/care-plan`);
    const head = adviser.getByRole('main');
    await head.getByText('Er is een behandelafspraak. Vraag GP leeg, huisarts.').waitFor();
    expect(await head.innerText()).not.toMatch(/Reanimatie/);
    expect(await accessibilityFaults(adviser)).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 180_000);

  it('shows both versions where two people changed the same, and loses nothing of either', async () => {
    const client = await newClient('Botsing');
    for (const page of [gp, physician]) {
      await page.goto(`/clients/${client}/treatment-plan`);
      await button(page, 'Maak het behandelplan').click();
    }
    await field(gp, 'Medicatiebeleid').fill('Dossette');
    await field(gp, 'Afspraken huisarts en specialist ouderengeneeskunde').fill('Huisarts doet de visites');
    await save(gp);
    await saved(gp);
    await field(physician, 'Medicatiebeleid').fill('Geen bloedverdunners');
    await save(physician);
    await physician.getByRole('heading', { name: 'Iemand anders heeft dit plan intussen gewijzigd' }).waitFor();
    await physician.getByRole('row', { name: /Medicatiebeleid Geen bloedverdunners Dossette/ }).waitFor();
    expect(await field(physician, 'Afspraken huisarts en specialist ouderengeneeskunde').inputValue()).toBe(
      'Huisarts doet de visites',
    );
    expect(await accessibilityFaults(physician)).toEqual([]);
    await field(physician, 'Medicatiebeleid').fill('Dossette. Geen bloedverdunners');
    await save(physician);
    await saved(physician);
    expect(await planOf(client)).toMatchObject({
      version: 2,
      content: { medicationPolicy: 'Dossette. Geen bloedverdunners', agreements: 'Huisarts doet de visites' },
    });
  }, 90_000);

  it('keeps what is typed without a connection, says so, and saves it when that is back', async () => {
    const client = await newClient('Verbinding');
    await gp.goto(`/clients/${client}/treatment-plan`);
    await button(gp, 'Maak het behandelplan').click();
    await gp.context().setOffline(true);
    await field(gp, 'Medicatiebeleid').fill('Dossette');
    await save(gp);
    await gp.getByText('niet opgeslagen', { exact: true }).waitFor();
    await gp.context().setOffline(false);
    await saved(gp);
    expect(await planOf(client)).toMatchObject({ content: { medicationPolicy: 'Dossette' } });
    await button(gp, 'Wijzig het behandelplan').click();
    await field(gp, 'Medicatiebeleid').fill('Anders');
    await gp.getByRole('link', { name: 'Overzicht' }).click();
    await gp.getByRole('dialog', { name: 'Nog niet opgeslagen' }).waitFor();
    await openByKey(gp, button(gp, 'Ga weg zonder opslaan'));
    await gp.waitForURL(`**/clients/${client}`);
  }, 90_000);
});

/** „Reanimatie: niet uitvoeren”, last talked about long ago; first refused without a decision. */
async function agree(page: Page): Promise<void> {
  await openByKey(page, button(page, 'Leg een behandelafspraak vast'));
  await page.getByLabel('Behandeling').selectOption({ label: 'Reanimatie' });
  await save(page);
  await page.getByText('Kies wat is afgesproken.').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Niet uitvoeren' }).check();
  await page.getByRole('checkbox', { name: 'cliënt' }).check();
  await typeInto(page, field(page, 'Laatst besproken op *'), formatDutchDay(LONG_AGO));
  await save(page);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Reanimatie: Niet uitvoeren' })
    .getByText('opnieuw bespreken')
    .waitFor();
}
