import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { hasFocus, openByKey, tabTo } from './support/keyboard.ts';
import { signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

/** As a HIS writes it: a header nobody knows, a BSN that lost its zero, a faulty postcode, a day that never was. */
const FIRST_FILE = [
  'Pat.nr;Achternaam;Tussenv.;Voorletters;Sekse;Wanneer;BSN;Straat;Huisnr;Postcode;Plaats;Tel',
  '1001;Berg;van der;J.M.;V;03-04-1941;12345672;Dorpsstraat;12a;9501AB;Stadskanaal;0599-123456',
  '1002;Bös;;K.;M;19390502;111222333;Kerkstraat;3;9501 AC;Stadskanaal;0612345678',
  '1003;Dijk;van;A.;V;1938-11-20;;Laan;8;0123 AB;Stadskanaal;',
  '1004;Elzinga;;B.;M;31-02-1940;;Laan;9;9501 AD;Stadskanaal;',
  '1002;Bös;;K.;M;19390502;111222333;Kerkstraat;3;9501 AC;Stadskanaal;0612345678',
].join('\r\n');
/** A year later: one moved, one is not in it any more. */
const SECOND_FILE = FIRST_FILE.split('\r\n')
  .filter((line) => !/^100[34];/.test(line))
  .slice(0, 3)
  .join('\r\n')
  .replace('Dorpsstraat;12a', 'Nieuwe Weg;5');

let stack: Stack;
let browser: TestBrowser;
let assistant: Page;

beforeAll(async () => {
  stack = await startStack({ worker: true });
  browser = await openBrowser();
  assistant = await browser.openWindow(stack.origin);
  await signInAs(assistant, 'PRACTICE_ASSISTANT');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const clients = async (): Promise<Record<string, unknown>[]> =>
  (
    await stack.owner.query<Record<string, unknown>>(
      `SELECT his_number, family_name, birth_date::text, postcode, street, house_suffix, status FROM care.client ORDER BY his_number`,
    )
  ).rows;

/** Chooses a file as the button does: the browser's own dialog is the one thing no key of ours opens. */
async function choose(content: string): Promise<void> {
  const chooser = assistant.waitForEvent('filechooser');
  await openByKey(assistant, assistant.getByRole('button', { name: 'Bestand kiezen' }));
  const file = { name: 'patienten 75+.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await (await chooser).setFiles(file);
  await assistant.getByRole('heading', { level: 1, name: 'patienten 75+.csv' }).waitFor();
}

const statusChip = (name: string) => assistant.getByRole('button', { name, exact: true });

async function pick(label: string | RegExp, option: string): Promise<void> {
  const select = assistant.getByLabel(label);
  await tabTo(assistant, select);
  await select.selectOption(option);
}

async function carryOut(): Promise<void> {
  await openByKey(assistant, assistant.getByRole('button', { name: 'Verwerken' }));
  await openByKey(assistant, assistant.getByRole('dialog').getByRole('button', { name: 'Verwerken' }));
  await assistant.getByRole('heading', { name: 'Het bestand is verwerkt' }).waitFor();
}

describe('the file of the HIS', () => {
  it('is found from the list of clients, and judged at once', async () => {
    await openByKey(assistant, assistant.getByRole('navigation').getByRole('link', { name: 'Cliënten' }));
    await openByKey(assistant, assistant.getByRole('link', { name: 'Importeren uit het HIS' }).first());
    await assistant.getByText('Nog niets geïmporteerd').waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await choose(FIRST_FILE);
    await assistant.getByText(/^Nog geen kolom voor: geboortedatum/).waitFor();
    await statusChip('Fout (5)').waitFor();
    expect(await clients()).toEqual([]);
  }, 60_000);

  it('loses no column when the keyboard passes by its name', async () => {
    const shown = await assistant.getByLabel('Wat staat er in kolom Pat.nr').inputValue();
    await tabTo(assistant, assistant.getByLabel('Wat staat er in kolom Wanneer'));
    await assistant.keyboard.type('HIS');
    expect(await assistant.getByLabel('Wat staat er in kolom Pat.nr').inputValue()).toBe('');
    await assistant.keyboard.press('Home');
    expect(await assistant.getByLabel('Wat staat er in kolom Pat.nr').inputValue()).toBe(shown);
    expect(shown).toBe('HIS_NUMBER');
  }, 60_000);

  it('gets the column nobody knew, which judges every row anew', async () => {
    await pick('Wat staat er in kolom Wanneer', 'BIRTH_DATE');
    await openByKey(assistant, assistant.getByRole('button', { name: 'Kolommen toepassen' }));
    await statusChip('Fout (2)').waitFor();
    await statusChip('Nieuw (2)').waitFor();
    await statusChip('Dubbel (1)').waitFor();
    await assistant.getByText('In 2 regels staat een fout').waitFor();
    await assistant.getByText('1 regel is misschien dubbel').waitFor();
    const row = assistant.getByRole('row').filter({ hasText: 'Elzinga' });
    await row.getByText('Geboortedatum bestaat niet: “31-02-1940”').waitFor();
    expect(await row.getByRole('cell').first().innerText()).toBe('5');
    expect(await accessibilityFaults(assistant)).toEqual([]);
  }, 60_000);

  it('takes a row without its faulty postcode, and shows a BSN by its end only', async () => {
    await pick(/^Beslissing voor Dijk, A\. van/, 'IMPORT_WITHOUT');
    await assistant.getByText('Wordt ingeschreven zonder postcode').waitFor();
    await openByKey(assistant, statusChip('Dubbel (1)'));
    await assistant.getByText('Hetzelfde BSN staat ook op regel 3').waitFor();
    expect(await assistant.content()).not.toMatch(/111222333|012345672/);
    await assistant.getByText('3 cliënten worden ingeschreven').waitFor();
  }, 60_000);

  it('is readable on a telephone, by day and by night', async () => {
    await openByKey(assistant, statusChip('Fout (2)'));
    await assistant.setViewportSize({ width: 320, height: 700 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await assistant.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(assistant)).toEqual([]);
    }
    const tooWide = await assistant.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(tooWide).toBe(false);
    await assistant.emulateMedia({ colorScheme: 'light' });
    await assistant.setViewportSize({ width: 1280, height: 800 });
  }, 60_000);

  it('is carried out as it was shown', async () => {
    const act = assistant.getByRole('button', { name: 'Verwerken' });
    await openByKey(assistant, act);
    await assistant.getByRole('dialog').waitFor();
    await assistant.keyboard.press('Escape');
    expect(await hasFocus(act)).toBe(true);
    await carryOut();
    await assistant.waitForFunction(() => document.activeElement?.id === 'main');
    expect(await clients()).toEqual([
      { his_number: '1001', family_name: 'Berg', birth_date: '1941-04-03', postcode: '9501 AB', street: 'Dorpsstraat', house_suffix: 'a', status: 'ACTIVE' },
      { his_number: '1002', family_name: 'Bös', birth_date: '1939-05-02', postcode: '9501 AC', street: 'Kerkstraat', house_suffix: null, status: 'ACTIVE' },
      { his_number: '1003', family_name: 'Dijk', birth_date: '1938-11-20', postcode: null, street: 'Laan', house_suffix: null, status: 'ACTIVE' },
    ]); // prettier-ignore
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await openByKey(assistant, assistant.getByRole('link', { name: 'Naar de cliënten' }));
    await assistant.getByRole('link', { name: 'Berg, J.M. van der' }).waitFor();
    await assistant.getByText('3 cliënten').waitFor();
  }, 60_000);

  it('of a year later shows what changes, and keeps who is missing unless somebody decides', async () => {
    await openByKey(assistant, assistant.getByRole('link', { name: 'Importeren uit het HIS' }).first());
    await assistant.getByText('verwerkt', { exact: true }).waitFor();
    await choose(SECOND_FILE);
    await statusChip('Gewijzigd (1)').waitFor();
    await assistant.getByText('straat: Dorpsstraat → Nieuwe Weg').waitFor();
    await assistant.getByText('toevoeging: a → leeg').waitFor();
    await openByKey(assistant, statusChip('Niet in het bestand (1)'));
    await assistant.getByText('Blijft in Samenoud staan').waitFor();
    await pick(/^Beslissing voor Dijk/, 'MOVED');
    await assistant.getByText('1 cliënt krijgt een andere status').waitFor();
    await carryOut();
    expect(await clients()).toMatchObject([
      { his_number: '1001', street: 'Nieuwe Weg', house_suffix: null, status: 'ACTIVE' },
      { his_number: '1002', street: 'Kerkstraat', status: 'ACTIVE' },
      { his_number: '1003', street: 'Laan', status: 'MOVED' },
    ]);
  }, 60_000);

  it('that is no list gets one sentence', async () => {
    await assistant.goto('/clients/import');
    const chooser = assistant.waitForEvent('filechooser');
    await openByKey(assistant, assistant.getByRole('button', { name: 'Bestand kiezen' }));
    await (await chooser).setFiles({ name: 'brief.pdf', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') });
    await assistant.getByText('Dit is geen lijst uit een HIS.').waitFor();
    const { rows } = await stack.owner.query('SELECT count(*)::integer AS n FROM care.client_import');
    expect(rows).toEqual([{ n: 2 }]);
  }, 30_000);

  it('asked no other host, threw nothing and kept to the content policy', () => {
    expect(browser.faults).toEqual([]);
  });
});
