import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Locator, Page } from 'playwright-core';
import { readPdf } from '../../apps/api/src/testing/read-pdf.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = formatDutchDay(dayOfInstant(Date.now()));
const SAID = 'Ik gebruik geen rollator. Dat staat er verkeerd.';

let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startStack({ worker: true });
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const rights = (client: string): string => `/clients/${client}/privacy/rights`;
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Fills in the open dialog by keyboard: words, and the rest as it is. */
async function tell(page: Page, dialog: string, words: string): Promise<void> {
  await page.getByRole('dialog', { name: dialog }).waitFor();
  await page.keyboard.type(words);
}

describe('the rights of a client, by keyboard alone', () => {
  it('a correction, a statement and a copy of everything, compared with what was typed', async () => {
    const page = await browser.openWindow(stack.origin);
    await beSignedInAs(page, 'GP');
    const client = await addClient(page, { family: 'Rechthuis' });
    await page.goto(`/clients/${client}/edit`);
    await typeInto(page, page.getByLabel('Telefoon', { exact: true }), '0599 123456');
    await typeInto(page, page.getByLabel('Reden van wijziging'), 'Nummer doorgegeven aan de balie');
    await openByKey(page, button(page, 'Opslaan'));
    await page.waitForURL(`**/clients/${client}`);
    await page.goto(rights(client));
    await page.getByText('Reden: Nummer doorgegeven aan de balie').waitFor();
    await page.getByText('niets → +31599123456').waitFor();
    await openByKey(page, button(page, 'Voeg een verklaring toe'));
    await tell(page, 'Verklaring van de cliënt', SAID);
    expect(await accessibilityFaults(page)).toEqual([]);
    await openByKey(page, button(page, 'Bewaar de verklaring'));
    await page.getByText(SAID).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const { rows } = await stack.owner.query('SELECT statement FROM care.client_statement WHERE client_id = $1', [
      client,
    ]);
    expect(rows).toEqual([{ statement: SAID }]);

    const json = await makeCopy(page, 'Voor een computer (json)');
    const record = JSON.parse(json.toString()) as { parts: Record<string, Record<string, unknown>[]> };
    expect(record.parts['statements']).toMatchObject([{ statement: SAID, givenBy: 'CLIENT' }]);
    expect(record.parts['client']).toMatchObject([{ familyName: 'Rechthuis', phone: '+31599123456' }]);
    const pdf = await readPdf(await makeCopy(page, 'Om te lezen (pdf)'), { scan: false });
    expect(
      pdf.pages
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    ).toContain(SAID);
    await page.goto(`/clients/${client}`);
    await page.getByText(SAID).waitFor();
    expect(browser.faults).toEqual([]);
  }, 120_000);

  it('asks for the second step again when it was long ago', async () => {
    const page = await browser.openWindow(stack.origin);
    await beSignedInAs(page, 'GP');
    const client = await addClient(page, { family: 'Tweedestap' });
    await page.goto(rights(client));
    await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);
    await openByKey(page, button(page, 'Maak de kopie'));
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await openByKey(page, button(page, 'Demo: bevestig'));
    await page.getByRole('link', { name: 'Haal de kopie op' }).waitFor({ timeout: 60_000 });
    expect(browser.faults).toEqual([]);
  }, 120_000);

  it('a restriction: asked for by the assistant, decided on by the GP, gone for the assistant, and lifted', async () => {
    const assistant = await browser.openWindow(stack.origin);
    await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
    const client = await addClient(assistant, { family: 'Schermer' });
    await assistant.goto(rights(client));
    await openByKey(assistant, button(assistant, 'Leg een verzoek vast'));
    await tell(assistant, 'Verzoek om af te schermen', 'De buurvrouw werkt in de praktijk.');
    await openByKey(assistant, button(assistant, 'Bewaar het verzoek'));
    await assistant.getByText('De huisarts beslist hierover.').waitFor();
    const gp = await browser.openWindow(stack.origin);
    await beSignedInAs(gp, 'GP');
    await gp.goto(rights(client));
    await gp.getByText(`Gevraagd door de cliënt zelf op ${TODAY}: De buurvrouw werkt in de praktijk.`).waitFor();
    await openByKey(gp, button(gp, 'Scherm het dossier af'));
    await tell(gp, 'Dossier afschermen', 'Begrijpelijk');
    await openByKey(gp, gp.getByRole('dialog').getByRole('button', { name: 'Scherm het dossier af' }));
    await gp.getByText('Afgeschermd op verzoek van de cliënt: alleen de huisarts ziet dit dossier.').waitFor();
    await gp.evaluate(() => scrollTo(0, 0)); // where the page stopped, its head may lie over a button
    expect(await accessibilityFaults(gp)).toEqual([]);
    await assistant.goto('/clients');
    await assistant.getByRole('heading', { name: 'Cliënten' }).waitFor();
    expect(await assistant.getByText('Schermer').count()).toBe(0);
    await assistant.goto(`/clients/${client}`);
    await assistant.getByText('Deze gegevens zijn afgeschermd op verzoek van de cliënt.', { exact: false }).waitFor();
    await openByKey(gp, button(gp, 'Hef de afscherming op'));
    await tell(gp, 'Afscherming opheffen', 'De buurvrouw is weg');
    await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);
    await tabTo(gp, gp.getByRole('dialog').getByRole('button', { name: 'Hef de afscherming op' }));
    await gp.keyboard.press('Enter');
    await openByKey(gp, button(gp, 'Demo: bevestig'));
    await gp.getByText(`Opgeheven op ${TODAY}: De buurvrouw is weg`).waitFor();
    await assistant.goto(`/clients/${client}`);
    await assistant.getByRole('heading', { level: 1, name: /Schermer/ }).waitFor();
  }, 120_000);
});

/** Chooses a form, makes the copy and fetches it. */
async function makeCopy(page: Page, form: string): Promise<Buffer> {
  await page.goto(page.url());
  const choice = page.getByRole('radio', { name: form });
  await choice.focus();
  await page.keyboard.press('Space');
  await openByKey(page, button(page, 'Maak de kopie'));
  const link = page.getByRole('link', { name: 'Haal de kopie op' });
  await link.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), openByKey(page, link)]);
  return buffer(await download.createReadStream());
}
