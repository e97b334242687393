import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOfInstant, formatDutchDay, SHIPPED_PACKS } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient, openForm, storedAnswers, typeKeys, untilSaved } from './support/entry.ts';
import { PAPER_KEYS } from './support/paper.ts';
import { beSignedInAs, signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());
const KEY_WITHIN_MS = 50;
/** A quick typist. */
const BETWEEN_KEYS_MS = 120;

let stack: Stack;
let browser: TestBrowser;
let assistant: Page;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  assistant = await browser.openWindow(stack.origin);
  await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

async function formOf(clientId: string): Promise<Record<string, unknown>> {
  const { rows } = await stack.owner.query<Record<string, unknown>>(
    `SELECT r.status, r.channel, r.missing_pages, m.remark, m.urgent_call_to,
       m.urgent_call_at > now() - interval '2 minutes' AS called_just_now, s.totals, s.proposed_profile
     FROM care.response r LEFT JOIN care.response_remark m ON m.response_id = r.id
     LEFT JOIN care.assessment s ON s.response_id = r.id WHERE r.client_id = $1`,
    [clientId],
  );
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

async function complete(page: Page): Promise<void> {
  await page.getByLabel('Ingevuld op').fill(formatDutchDay(TODAY));
  await page.getByRole('button', { name: 'Afronden' }).click();
  await page.getByRole('heading', { name: 'Opgeslagen' }).waitFor();
}

/** How long the median key took from its event to the next picture. */
async function medianKeyMs(page: Page, keys: Iterable<string>): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    const note = (): void => {
      const since = performance.now();
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - since)));
    };
    document.addEventListener('keydown', note, { capture: true });
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  const times = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

describe('the entry station', () => {
  it('keeps what stands in the margin, and whom was called', async () => {
    const client = await addClient(assistant, { family: 'Kantlijn' });
    await openForm(assistant, client);
    await typeKeys(assistant, ['1', 'F4']);
    const dialog = assistant.getByRole('dialog', { name: 'Wat staat er in de kantlijn?' });
    await dialog.getByText(/Bel nu de huisarts/).waitFor();
    await assistant.keyboard.type('Ik wil niet meer, 2 keer gezegd.');
    await dialog.getByRole('checkbox', { name: 'Ik heb gebeld' }).check();
    await dialog.getByLabel('Met wie').fill('dokter Bos');
    await assistant.keyboard.press('Escape');
    await typeKeys(assistant, ['2']);
    await untilSaved(assistant);
    expect(await formOf(client)).toMatchObject({
      remark: 'Ik wil niet meer, 2 keer gezegd.',
      urgent_call_to: 'dokter Bos',
      called_just_now: true,
    });
    expect(await storedAnswers(stack, client)).toEqual({ 'gfi-01': 'independent', 'gfi-02': 'dependent' });
  }, 30_000);

  it('takes a sheet that did not come back with one key, and says what is still needed', async () => {
    const client = await addClient(assistant, { family: 'Blad' });
    await openForm(assistant, client);
    await typeKeys(assistant, [...'111181111', '*']);
    await assistant.getByText('Op dit blad staan al antwoorden.', { exact: true }).first().waitFor();
    await typeKeys(assistant, ['-', ...'11111', '*', '*']);
    await assistant.getByText('Blad 4 is niet teruggekomen: de vragen staan op leeg.').waitFor();
    await complete(assistant);
    await assistant.getByText('Onbepaald: Robuust of Complex. Nog 20 vragen nodig (vragen 16–35).').waitFor();
    expect(await formOf(client)).toMatchObject({ missing_pages: [3, 4], proposed_profile: 'UNDETERMINED' });
    await assistant.getByRole('navigation').getByRole('link', { name: 'Vandaag' }).click();
    const again = assistant.getByRole('region', { name: /^Tweede invoer/ });
    await again.getByRole('link', { name: /Blad/ }).click();
    await assistant.getByText(/^Blad/).first().waitFor();
  }, 30_000);

  it('keeps that the answers were given by phone', async () => {
    const client = await addClient(assistant, { family: 'Telefoon' });
    await assistant.goto(`/clients/${client}/entry`);
    await assistant.getByRole('radio', { name: 'aan de telefoon' }).check();
    await assistant.getByRole('button', { name: 'Ja, dit klopt' }).click();
    await assistant.getByRole('region', { name: /^Vragenlijst, blad/ }).waitFor();
    await typeKeys(assistant, '1');
    await untilSaved(assistant);
    expect(await formOf(client)).toMatchObject({ status: 'IN_PROGRESS', channel: 'PHONE' });
  }, 30_000);

  it('takes over totals that were scored elsewhere', async () => {
    const client = await addClient(assistant, { family: 'Totalen' });
    await assistant.goto(`/clients/${client}/score-only`);
    await assistant.getByLabel(/^GFI/).fill('16');
    await assistant.getByRole('button', { name: 'Overnemen' }).click();
    await assistant.getByText('Vul een geheel getal van 0 tot en met 15 in.').waitFor();
    await assistant.getByLabel(/^GFI/).fill('5');
    await assistant.getByLabel(/^INTERMED/).fill('12');
    await assistant.getByLabel('Ingevuld op').fill(formatDutchDay(TODAY));
    await assistant.getByRole('button', { name: 'Overnemen' }).click();
    await assistant.getByText('voorstel kwetsbaar').waitFor();
    expect(await formOf(client)).toMatchObject({ totals: { gfi: 5, imesa: 12 }, proposed_profile: 'FRAIL' });
  }, 30_000);

  it('answers a key within 50 ms', async () => {
    const client = await addClient(assistant, { family: 'Snel' });
    await openForm(assistant, client);
    expect(await medianKeyMs(assistant, PAPER_KEYS)).toBeLessThan(KEY_WITHIN_MS);
  }, 30_000);
});

describe('the versions of the questionnaires', () => {
  it('names what is wrong in a pack, and loads it once the practice says that it may use it', async () => {
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    await manager.getByRole('navigation').getByRole('link', { name: 'Vragenlijsten' }).click();
    const choose = (pack: object) =>
      manager.getByLabel('Bestand (JSON)').setInputFiles({
        name: 'pakket.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(pack)),
      });
    const load = manager.getByRole('button', { name: 'Laden' });
    await choose({ ...SHIPPED_PACKS.gfi, version: '', cutOff: 99 });
    await load.click();
    await manager.getByText('Dit vragenlijstbestand klopt niet bij /version.').waitFor();
    await choose({ ...SHIPPED_PACKS.gfi, version: 'gfi-proef-2', checksum: undefined });
    await load.click();
    await manager.getByText('Bevestig eerst dat uw praktijk deze vragenlijst mag gebruiken.').waitFor();
    await manager.getByLabel('Ik bevestig dat onze praktijk deze vragenlijst mag gebruiken').check();
    await load.click();
    await manager.getByText('Geladen en in gebruik').waitFor();
    await manager.getByRole('button', { name: 'gfi-samenoud-1 gebruiken' }).click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Gebruiken' }).click();
    await manager.getByRole('button', { name: 'gfi-proef-2 gebruiken' }).waitFor();
    const { rows } = await stack.owner.query(
      `SELECT i.instrument_version, i.active, i.licence_confirmed_at IS NOT NULL AS confirmed FROM care.instrument_version i
       JOIN care.practice p ON p.id = i.practice_id WHERE p.short_name = 'leeg' AND i.instrument = 'gfi' ORDER BY 1`,
    );
    expect(rows).toEqual([
      { instrument_version: 'gfi-proef-2', active: false, confirmed: true },
      { instrument_version: 'gfi-samenoud-1', active: true, confirmed: false },
    ]);
  }, 60_000);
});

it('asked no other host, threw nothing and kept to the content policy', () => {
  expect(browser.faults).toEqual([]);
});
