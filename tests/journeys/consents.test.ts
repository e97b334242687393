import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());

let stack: Stack;
let browser: TestBrowser;
let assistant: Page;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  assistant = await browser.openWindow(stack.origin);
  await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

/** Records what the client answered, on the Privacy page of her record. */
async function record(page: Page, answer: string, topics: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Toestemming vragen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Toestemming vastleggen' });
  await dialog.getByRole('radio', { name: answer }).check();
  for (const topic of topics) await dialog.getByRole('checkbox', { name: topic }).check();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Vastleggen' }).click();
  await page.getByText('Vastgelegd. Het geldt vanaf nu.').waitFor();
}

describe('consent', () => {
  it('is asked, kept with the words, and taken back in two keys', async () => {
    const client = await addClient(assistant, { family: 'Berg' });
    await assistant.goto(`/clients/${client}/privacy`);
    await assistant.getByText('Er is nog niets gevraagd.').waitFor();
    await record(assistant, 'Ja, dat is goed', ['Naam, adres en telefoon', 'Antwoorden over welbevinden']);
    const table = assistant.getByRole('table', { name: /^Per organisatie en onderwerp/ });
    const because = `mag zien, omdat de cliënt dat goed vond op ${formatDutchDay(TODAY)}`;
    expect(await table.getByText(because).count()).toBe(2);
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.getByRole('button', { name: 'Cliënt trekt toestemming in' }).press('Enter');
    await assistant.getByRole('dialog', { name: 'Toestemming intrekken' }).waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.keyboard.press('Enter');
    await assistant.getByText('Ingetrokken. Het is nu al niet meer te zien.').waitFor();
    expect(await table.getByText(because).count()).toBe(0);
    const { rows } = await stack.owner.query(
      `SELECT kind, given_by, how, given_on::text, categories, wording, withdrawn_how, withdrawn_by_giver,
         withdrawn_at IS NOT NULL AS withdrawn FROM care.consent WHERE client_id = $1`,
      [client],
    );
    expect(rows).toEqual([
      {
        kind: 'GRANT',
        given_by: 'CLIENT',
        how: 'ORAL',
        given_on: TODAY,
        categories: [1, 2],
        wording: expect.stringContaining('mijn naam, adres en telefoonnummer'),
        withdrawn_how: 'ORAL',
        withdrawn_by_giver: 'CLIENT',
        withdrawn: true,
      },
    ]);
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('is given on paper by who represents the client, whose name stands beside it', async () => {
    const client = await addClient(assistant, { family: 'Mulder' });
    await assistant.goto(`/clients/${client}`);
    await assistant.getByRole('button', { name: 'Contactpersoon toevoegen' }).click();
    const person = assistant.getByRole('dialog', { name: 'Contactpersoon toevoegen' });
    await person.getByLabel('Naam').fill('Els Mulder');
    await person.getByLabel('Vertegenwoordiger als').selectOption('mentor');
    await person.getByRole('button', { name: /toevoegen|Opslaan/i }).click();
    await assistant.getByText('Els Mulder', { exact: true }).waitFor();
    await assistant.goto(`/clients/${client}/privacy`);
    await assistant.getByRole('button', { name: 'Toestemming vragen' }).click();
    const dialog = assistant.getByRole('dialog', { name: 'Toestemming vastleggen' });
    await dialog.getByRole('radio', { name: 'Ja, dat is goed' }).check();
    await dialog.getByRole('checkbox', { name: 'Naam, adres en telefoon' }).check();
    await dialog.getByLabel('Wie gaf antwoord?').selectOption('een vertegenwoordiger');
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await dialog.getByText('Kies wie er voor de cliënt antwoordde.').first().waitFor();
    await dialog.getByLabel('Welke vertegenwoordiger?').selectOption({ label: 'Els Mulder, mentor' });
    await dialog.getByLabel('Hoe?').selectOption('op papier');
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await assistant.getByText('Vastgelegd. Het geldt vanaf nu.').waitFor();
    await assistant.getByText(/op papier gegeven door .*Els Mulder/i).waitFor();
    const { rows } = await stack.owner.query(
      `SELECT k.given_by, k.how, k.representative_kind AS kind, p.name FROM care.consent k
       JOIN care.contact_person p ON p.practice_id = k.practice_id AND p.id = k.representative_id WHERE k.client_id = $1`,
      [client],
    );
    expect(rows).toEqual([{ given_by: 'REPRESENTATIVE', how: 'WRITTEN', kind: 'MENTOR', name: 'Els Mulder' }]);
  }, 60_000);

  it('says what is missing at its field', async () => {
    const client = await addClient(assistant, { family: 'Smit' });
    await assistant.goto(`/clients/${client}/privacy`);
    await assistant.getByRole('button', { name: 'Toestemming vragen' }).click();
    await assistant.getByRole('button', { name: 'Vastleggen' }).click();
    await assistant.getByText('Kies minstens één onderwerp.').first().waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
  }, 30_000);
});

describe('an ouderenadviseur and the client’s wish', () => {
  it('sees what was granted, is told by the explanation, and loses the record at once', async () => {
    const client = await addClient(assistant, { family: 'Vries' });
    await assistant.goto(`/clients/${client}/privacy`);
    await record(assistant, 'Ja, dat is goed', ['Naam, adres en telefoon', 'Antwoorden over welbevinden']);
    await intoTeam(client, 'ELDERLY_ADVISER');
    const adviser = await browser.openWindow(stack.origin);
    await beSignedInAs(adviser, 'ELDERLY_ADVISER');
    await adviser.goto(`/clients/${client}`);
    await adviser.getByRole('heading', { level: 1, name: /Vries/ }).waitFor();
    await adviser.getByRole('link', { name: 'Wie kan dit zien?' }).first().click();
    await adviser.getByRole('heading', { level: 2, name: 'Wie kan dit zien?' }).waitFor();
    const social = adviser.getByRole('region', { name: /welzijn|wmd|sociaal/i });
    await social.getByText(`Welbevinden: toestemming van ${formatDutchDay(TODAY)}`).waitFor();
    await social.getByText('Gezondheid en profiel: geen toestemming').waitFor();
    expect(await accessibilityFaults(adviser)).toEqual([]);
    await assistant.getByRole('button', { name: 'Cliënt trekt toestemming in' }).press('Enter');
    await assistant.getByRole('dialog', { name: 'Toestemming intrekken' }).waitFor();
    await assistant.keyboard.press('Enter');
    await adviser.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    const { rows } = await stack.owner.query(
      `SELECT (SELECT withdrawn_at IS NOT NULL FROM care.consent WHERE client_id = $1) AS withdrawn,
         (SELECT count(*)::integer FROM care.access_basis WHERE client_id = $1 AND kind = 'GRANT' AND validity @> now()) AS open`,
      [client],
    );
    expect(rows).toEqual([{ withdrawn: true, open: 0 }]);
    expect(browser.faults).toEqual([]);
  }, 90_000);
});

describe('a refusal', () => {
  it('goes before a grant, is named as the rule, and gives a paper', async () => {
    const client = await addClient(assistant, { family: 'Bakker' });
    await assistant.goto(`/clients/${client}/privacy`);
    await record(assistant, 'Ja, dat is goed', ['Naam, adres en telefoon']);
    await record(assistant, 'Nee, dat wil ik niet', ['Naam, adres en telefoon']);
    const table = assistant.getByRole('table', { name: /^Per organisatie en onderwerp/ });
    await table.getByText(`mag niet zien, omdat de cliënt dit weigerde op ${formatDutchDay(TODAY)}`).waitFor();
    await assistant.getByRole('button', { name: 'Druk af wat is afgesproken' }).click();
    const paper = await assistant.getByRole('link', { name: /^Het papier is klaar/ }).getAttribute('href');
    const fetched = await assistant.request.get(paper ?? '');
    expect([fetched.status(), fetched.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(browser.faults).toEqual([]);
  }, 60_000);
});

/** Makes the colleague of a role a member of the team, as the Team tab does. */
async function intoTeam(client: string, role: string): Promise<void> {
  const { items } = (await (await assistant.request.get('/api/v1/organisations')).json()) as {
    items: { members: { userId: string; role: string }[] }[];
  };
  const member = items.flatMap(({ members }) => members).find((one) => one.role === role);
  const path = `/api/v1/clients/${client}/team`;
  const { version } = (await (await assistant.request.get(path)).json()) as { version?: number };
  const put = await assistant.request.put(path, {
    data: { members: [{ userId: member?.userId }] },
    headers: { 'If-Match': `"${version ?? 1}"` },
  });
  if (put.status() !== 200) throw new Error(`naming failed: ${put.status()} ${await put.text()}`);
}
