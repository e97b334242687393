import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { completeForm } from './support/entry.ts';
import { openByKey, tabTo } from './support/keyboard.ts';
import { PAPER_KEYS } from './support/paper.ts';
import { beSignedInAs, signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());
const OLD_ENOUGH = addMonths(TODAY, -80 * 12);
const TOO_YOUNG = addMonths(TODAY, -60 * 12);

let stack: Stack;
let browser: TestBrowser;
let assistant: Page;
let round = '';
const ids = new Map<string, string>();

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

interface Person {
  readonly family: string;
  readonly birthDate?: string;
  readonly marks?: object;
  readonly livesAtHome?: boolean;
}

async function register({ family, birthDate = OLD_ENOUGH, marks = {}, livesAtHome = true }: Person): Promise<void> {
  const address = { street: 'Dorpsstraat', houseNumber: '12', postcode: '9501 AB', city: 'Stadskanaal' };
  const name = { initials: 'A.', family };
  const data = { name, sex: 'FEMALE', birthDate, livesAtHome, marks, address, phone: '0599 123456' };
  const answer = await assistant.request.post('/api/v1/clients', { data });
  if (answer.status() !== 201) throw new Error(await answer.text());
  ids.set(family, ((await answer.json()) as { id: string }).id);
}

const stateOf = async (family: string): Promise<string | undefined> => {
  const { rows } = await stack.owner.query<{ state: string }>(
    `SELECT i.state FROM care.screening_invitation i WHERE i.client_id = $1`,
    [ids.get(family)],
  );
  return rows[0]?.state;
};
const tab = (name: string) =>
  assistant.getByRole('navigation', { name: 'Delen van de ronde' }).getByRole('link', { name });
const row = (name: string | RegExp) => assistant.getByRole('row').filter({ hasText: name });

describe('the yearly round, from an empty practice to the first answer', () => {
  it('says what a round is, and makes one with Enter alone', async () => {
    await assistant.getByRole('navigation').getByRole('link', { name: 'Vragenlijstronde' }).click();
    await assistant.getByText('Nog geen vragenlijstronde').waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    for (const family of ['Aalders', 'Boersma', 'Cremer', 'Dekker', 'Evers']) await register({ family });
    await register({ family: 'Jong', birthDate: TOO_YOUNG });
    await register({ family: 'Verpleeg', livesAtHome: false });
    await register({ family: 'Zonderpost', marks: { noPost: true, hearing: 'HARD' } });
    await openByKey(assistant, assistant.getByRole('link', { name: 'Nieuwe ronde' }).last());
    const name = assistant.getByLabel('Naam van de ronde');
    await tabTo(assistant, name);
    expect(await name.inputValue()).toBe(`Vragenlijstronde ${TODAY.slice(0, 4)}`);
    expect(await assistant.getByLabel('Eerste herinnering').inputValue()).toBe(formatDutchDay(addDays(TODAY, 21)));
    expect(await assistant.getByLabel('Tweede herinnering').inputValue()).toBe(formatDutchDay(addDays(TODAY, 42)));
    await assistant.keyboard.press('Enter');
    await assistant.getByRole('heading', { level: 1, name: /^Vragenlijstronde \d{4}$/ }).waitFor();
    round = new URL(assistant.url()).pathname;
    expect(await accessibilityFaults(assistant)).toEqual([]);
  }, 60_000);

  it('shows who is invited, and who is not and why, and then invites', async () => {
    await assistant.getByRole('link', { name: '1. Bekijk wie een uitnodiging krijgt' }).click();
    await assistant.getByText('6 cliënten krijgen een uitnodiging').waitFor();
    await row('Jong').getByText('nee: jonger dan 75').waitFor();
    await row('Verpleeg').getByText('nee: woont niet thuis').waitFor();
    await assistant.getByRole('searchbox', { name: 'Zoek in deze lijst' }).fill('cremer');
    expect(await assistant.getByRole('row').count()).toBe(2);
    await assistant.getByRole('searchbox', { name: 'Zoek in deze lijst' }).fill('');
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.getByRole('button', { name: 'Nodig 6 cliënten uit' }).click();
    await assistant.getByText('6 cliënten zijn uitgenodigd.').waitFor();
    expect([await stateOf('Aalders'), await stateOf('Jong')]).toEqual(['PLANNED', undefined]);
  }, 60_000);

  it('asks for the letterhead before it makes a letter', async () => {
    await assistant.getByRole('link', { name: 'Maak de brieven' }).waitFor();
    await assistant.getByRole('navigation').getByRole('link', { name: 'Vandaag' }).click();
    await assistant
      .getByRole('region', { name: 'Vragenlijstronde' })
      .getByRole('link', { name: /^Maak de brieven/ })
      .click();
    await assistant.getByRole('heading', { name: 'Het briefhoofd is nog niet compleet' }).waitFor();
    expect(await assistant.getByRole('button', { name: /^Maak \d brie/ }).count()).toBe(0);
    const gp = await browser.openWindow(stack.origin);
    await beSignedInAs(gp, 'GP');
    await gp.goto(`${round}/letters`);
    await gp.getByRole('link', { name: 'Vul het briefhoofd in' }).click();
    await gp.getByLabel('Naam van de praktijk').fill('Huisartsenpraktijk De Brug');
    await gp.getByLabel('Straat en huisnummer').fill('Dorpsstraat 1');
    await gp.getByLabel('Postcode').fill('9501 AB');
    await gp.getByLabel('Plaats').fill('Stadskanaal');
    await gp.getByLabel('Telefoonnummer').fill('0599 123456');
    await gp.getByLabel('Wie ondertekent de brief?').fill('J. Smit');
    await gp.getByLabel('Functie van de ondertekenaar').fill('huisarts');
    await gp.getByRole('button', { name: 'Opslaan' }).click();
    await gp.getByText('Opgeslagen. Nieuwe brieven krijgen dit briefhoofd.').waitFor();
  }, 60_000);

  it('makes one PDF for who may get a letter, and goes on when the page is left', async () => {
    await assistant.reload();
    await assistant.getByText('1 cliënt niet: waarom?').first().click();
    await assistant.getByText('wil geen post: geef mee of ga langs: 1').first().waitFor();
    await assistant.getByRole('button', { name: 'Maak 5 brieven: Uitnodiging' }).click();
    await tab('Overzicht').click();
    await assistant.getByRole('heading', { name: 'Hoe ver is de ronde?' }).waitFor();
    await tab('Brieven').click();
    const link = assistant.getByRole('link', { name: 'Download de pdf: Brieven, Uitnodiging' });
    await link.waitFor({ timeout: 60_000 });
    await assistant.reload();
    await link.waitFor();
    const download = assistant.waitForEvent('download');
    await link.click();
    const stream = await (await download).createReadStream();
    const [head] = (await stream.take(1).toArray()) as Buffer[];
    expect(head?.subarray(0, 5).toString()).toBe('%PDF-');
    expect([await stateOf('Aalders'), await stateOf('Zonderpost')]).toEqual(['SENT', 'PLANNED']);
    expect(await accessibilityFaults(assistant)).toEqual([]);
  }, 120_000);

  it('makes the letter of one person again, finds it after reading the page anew, and makes the whole pile again', async () => {
    await tab('Uitnodigingen').click();
    await assistant.getByRole('link', { name: 'Aalders, A.', exact: true }).focus();
    await assistant.keyboard.press('l');
    const link = assistant.getByRole('link', { name: 'Download de pdf: Brief van Aalders, A., Uitnodiging' });
    await link.waitFor({ timeout: 60_000 });
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.reload();
    await assistant.getByRole('link', { name: 'Aalders, A.', exact: true }).focus();
    await link.waitFor();
    await tab('Brieven').click();
    await assistant.getByRole('button', { name: 'Alle 5 brieven opnieuw maken: Uitnodiging' }).click();
    const dialog = assistant.getByRole('dialog', { name: 'Alle 5 brieven opnieuw maken?' });
    await dialog.getByText(/De oude codes blijven werken/).waitFor();
    await dialog.getByRole('button', { name: 'Maak 5 brieven opnieuw' }).click();
    await assistant.getByText(/Staat klaar om te beginnen|Bezig: \d+ van 5/).waitFor();
    await assistant
      .getByRole('button', { name: 'Alle 5 brieven opnieuw maken: Uitnodiging' })
      .waitFor({ timeout: 60_000 });
    const { rows } = await stack.owner.query<{ codes: number }>(
      `SELECT count(*)::integer AS codes FROM auth.access_code c JOIN care.screening_invitation i ON i.id = c.invitation_id
       WHERE i.client_id = $1`,
      [ids.get('Aalders')],
    );
    expect([rows[0]?.codes, await stateOf('Aalders')]).toEqual([3, 'SENT']);
  }, 120_000);

  it('marks an envelope that came back with one key, takes it back, and notes who does not take part', async () => {
    await tab('Uitnodigingen').click();
    await tabTo(assistant, assistant.getByRole('link', { name: 'Boersma, A.', exact: true }));
    await assistant.keyboard.press('o');
    await assistant.getByText('Boersma, A.: onbestelbaar.').waitFor();
    expect(await stateOf('Boersma')).toBe('UNDELIVERABLE');
    await assistant.getByRole('button', { name: 'Ongedaan maken' }).click();
    await assistant.getByText('Boersma, A.: weer verstuurd.').waitFor();
    await assistant.getByRole('link', { name: 'Boersma, A.', exact: true }).focus();
    await assistant.keyboard.press('o');
    await row('Boersma').getByText('onbestelbaar').waitFor();
    await assistant.keyboard.press('ArrowDown');
    await assistant.keyboard.press('d');
    await assistant.getByRole('dialog', { name: 'Cremer, A. doet niet mee' }).waitFor();
    await assistant.keyboard.press('Enter');
    await assistant.getByText('Cremer, A.: doet niet mee.').waitFor();
    expect([await stateOf('Boersma'), await stateOf('Cremer')]).toEqual(['UNDELIVERABLE', 'REFUSED']);
    await assistant.getByRole('link', { name: 'Zonderpost, A.', exact: true }).focus();
    await assistant.getByText('hoort slecht · geen post').first().waitFor();
    await assistant.keyboard.press('m');
    await assistant.getByRole('dialog', { name: 'Zonderpost, A.: meegegeven' }).waitFor();
    await assistant.keyboard.press('Enter');
    await assistant.getByText('Zonderpost, A.: verstuurd.').waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
  }, 60_000);

  it('counts the form that came in, and opens the people behind the number', async () => {
    await completeForm(assistant, ids.get('Dekker') ?? '', PAPER_KEYS);
    await assistant.goto(round);
    const funnel = assistant.getByRole('table', { name: 'Zoveel mensen kwamen tot deze stap' });
    const numbers = async (step: string): Promise<string | undefined> =>
      (
        await funnel
          .getByRole('row', { name: new RegExp(`^${step}`) })
          .getByRole('cell')
          .first()
          .innerText()
      ).trim();
    await funnel.waitFor();
    expect(await numbers('uitgenodigd')).toBe('6');
    expect(await numbers('verstuurd')).toBe('6');
    expect(await numbers('ontvangen')).toBe('1');
    await assistant
      .getByRole('listitem')
      .filter({ hasText: 'doet niet mee' })
      .getByRole('link', { name: /: 1/ })
      .waitFor();
    await assistant.getByRole('link', { name: 'ontvangen: 1, open de lijst' }).click();
    await row('Dekker').waitFor();
    expect(await assistant.getByRole('row').count()).toBe(2);
    expect(await accessibilityFaults(assistant)).toEqual([]);
  }, 60_000);

  it('says what stops before a death is saved, and stops it', async () => {
    await assistant.goto(`/clients/${ids.get('Evers')}`);
    await assistant.getByText('Volgende stap: eerste herinnering').waitFor();
    await assistant.getByRole('link', { name: 'Gegevens wijzigen' }).click();
    await assistant.getByLabel('Status', { exact: true }).selectOption('overleden');
    await assistant.getByLabel('Sinds').fill(formatDutchDay(TODAY));
    await assistant.getByRole('button', { name: 'Opslaan' }).click();
    const dialog = assistant.getByRole('dialog', { name: 'Dit stopt bij „overleden”' });
    await dialog.getByText(/de uitnodiging wordt „overleden”/).waitFor();
    expect(await stateOf('Evers')).toBe('SENT');
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.keyboard.press('Enter');
    await assistant.getByText(/overleden sinds/).waitFor();
    expect(await stateOf('Evers')).toBe('DECEASED');
  }, 60_000);

  it('gives the GP the text for the HIS', async () => {
    const gp = await browser.openWindow(stack.origin, { permissions: ['clipboard-read', 'clipboard-write'] });
    await beSignedInAs(gp, 'GP');
    await gp.goto(`/clients/${ids.get('Aalders')}/profiles`);
    await gp.getByRole('button', { name: /^Kopieer naar HIS/ }).click();
    await gp.getByText('Gekopieerd. Plak de tekst in het HIS.').first().waitFor();
    const copied = await gp.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[0]).toBe(`A49.01 Vragenlijst SamenOud verstuurd ${formatDutchDay(TODAY)}`);
  }, 60_000);

  it('says what closing does, and does it', async () => {
    await assistant.goto(round);
    await assistant.getByRole('button', { name: 'Ronde sluiten' }).click();
    const dialog = assistant.getByRole('dialog', { name: 'Ronde sluiten?' });
    await dialog.getByText('2 cliënten die niet antwoordden, komen op „niet retour”.').waitFor();
    await dialog.getByRole('button', { name: 'Sluit de ronde' }).click();
    await assistant.getByText('In deze ronde is niets meer te doen.').waitFor();
    expect([await stateOf('Aalders'), await stateOf('Boersma')]).toEqual(['NOT_RETURNED', 'UNDELIVERABLE']);
  }, 60_000);

  it('asked no other host, threw nothing and kept to the content policy', () => {
    expect(browser.faults).toEqual([]);
  });
});
