import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());
const MOST_KEYS = 15;

let stack: Stack;
let browser: TestBrowser;
let page: Page;
let client = '';

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  page = await browser.openWindow(stack.origin);
  await beSignedInAs(page, 'GP');
  client = await addClient(page, { family: 'Bezoek' });
  await page.goto(`/clients/${client}/contacts`);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const section = (name: string): Locator => page.getByRole('region', { name });

/** Presses keys one by one, and tells how many it were; text is typed beside the count. */
async function press(keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

describe('contacts, signals and tasks, by keyboard alone', () => {
  it('teaches what comes here, and that it is no way to call for help', async () => {
    await page.getByText('Bij spoed: bel 112 of de huisarts. Dit programma wordt niet dag en nacht bekeken.').waitFor();
    for (const title of ['Nog geen contacten', 'Geen signalen', 'Geen taken'])
      await page.getByRole('heading', { name: title }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 60_000);

  it('a contact with its next day and a signal takes fewer than 15 keys beside the text', async () => {
    let keys = await press(['c']);
    await page.getByRole('heading', { name: 'Contact vastleggen' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    keys += await press(['ArrowDown', 'Tab']);
    await page.keyboard.type('Zij liep weer naar de markt.');
    keys += await press(['Tab', 'ArrowDown', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'v', 'a', 'l', 'Control+Enter']);
    expect(keys).toBeLessThan(MOST_KEYS);
    const next = addDays(TODAY, 14);
    await section('Contacten').getByText('Zij liep weer naar de markt.').waitFor();
    await page.getByText(`Volgend contact ${formatDutchDay(next)}`).waitFor();
    const { rows } = await stack.owner.query(
      `SELECT m.type, m.note, m.reached, m.contact_on::text AS "on", m.next_contact_on::text AS next, s.type AS signal
       FROM care.contact_moment m JOIN care.signal s ON s.practice_id = m.practice_id AND s.contact_id = m.id WHERE m.client_id = $1`,
      [client],
    );
    const note = 'Zij liep weer naar de markt.';
    expect(rows).toEqual([{ type: 'PHONE', note, reached: true, on: TODAY, next, signal: 'FALL' }]);
  }, 60_000);

  it('keeps the text while there is no connection, and saves it once when it is back', async () => {
    await press(['c']);
    await press(['Tab']);
    await page.keyboard.type('Geschreven in de kelder');
    // the answer gets lost, not the request: the first body is kept without this tab knowing it
    await page.route('**/contacts', async (route) => {
      if (route.request().method() === 'POST') await route.fetch();
      await route.abort('internetdisconnected');
    });
    await press(['Control+Enter']);
    await page.getByText('niet opgeslagen', { exact: true }).waitFor();
    await page
      .getByText('Uw tekst blijft in dit tabblad staan en wordt bewaard zodra er weer verbinding is.')
      .waitFor();
    await tabTo(page, page.getByLabel('Notitie'));
    await page.keyboard.press('End');
    await page.keyboard.type(', zonder bereik');
    await page.unroute('**/contacts');
    await section('Contacten').getByText('Geschreven in de kelder, zonder bereik').waitFor({ timeout: 20_000 });
    const { rows } = await stack.owner.query(`SELECT note FROM care.contact_moment WHERE client_id = $1 AND note LIKE 'Geschreven%'`, [client]); // prettier-ignore
    expect(rows).toEqual([{ note: 'Geschreven in de kelder, zonder bereik' }]);
  }, 60_000);

  it('a contact of another client is struck with a reason, stays to be seen, and is put back', async () => {
    await openByKey(page, button(/^Haal door/).first());
    await page.getByRole('dialog', { name: 'Contact doorhalen' }).waitFor();
    await page.keyboard.type('Bij de verkeerde cliënt');
    await openByKey(page, page.getByRole('dialog').getByRole('button', { name: 'Haal door' }));
    await page.getByText('Bij de verkeerde cliënt').waitFor();
    await openByKey(page, button(/^Zet terug/));
    await button(/^Zet terug/).waitFor({ state: 'detached' });
    const { rows } = await stack.owner.query('SELECT count(*)::int AS changes FROM care.contact_change WHERE after ? $1', ['strikeReason']); // prettier-ignore
    expect(rows).toEqual([{ changes: 2 }]);
  }, 60_000);

  it('an urgent signal goes on the agenda by the rule, is judged, taken off, closed and opened again', async () => {
    await press(['s']);
    await page.getByRole('dialog', { name: 'Signaal doorgeven' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.type('ontslag');
    await typeInto(page, page.getByLabel('Toelichting'), 'Kwam gisteren thuis');
    await tabTo(page, page.getByLabel('Snel bespreken', { exact: false }));
    await press(['Space']);
    await openByKey(page, button('Geef het signaal door'));
    await page.getByText('Op de agenda door een regel van de praktijk: snel bespreken.').waitFor();
    await openByKey(page, button('Niet nodig').first());
    await openByKey(page, button(/^Van de agenda: ontslag/));
    await page.keyboard.type('Het gaat goed met haar');
    await typeInto(page, page.getByLabel('Reden'), 'Al gebeld');
    await openByKey(page, button('Bewaar het oordeel'));
    await page.getByText('Het gaat goed met haar', { exact: false }).first().waitFor();
    await openByKey(page, button(/^Handel af: ontslag/));
    await page.keyboard.type('Wijkverpleging komt weer');
    await openByKey(page, page.getByRole('dialog').getByRole('button', { name: 'Handel af' }));
    await page.getByText('Afgehandeld: Wijkverpleging komt weer').waitFor();
    await openByKey(page, button(/^Heropen: ontslag/));
    await typeInto(page, page.getByLabel('Reden'), 'Toch weer opgenomen');
    await openByKey(page, button('Bewaar het oordeel'));
    await page.getByText('Afgehandeld: Wijkverpleging komt weer').waitFor({ state: 'detached' });
    const { rows } = await stack.owner.query(
      `SELECT t.to_state AS state, t.by_rule AS rule FROM care.signal_step t JOIN care.signal s ON s.practice_id = t.practice_id AND s.id = t.signal_id
       WHERE s.client_id = $1 AND s.type = 'HOSPITAL_DISCHARGE' ORDER BY t.made_at, t.id`,
      [client],
    );
    expect(rows.map(({ state, rule }) => [state, rule])).toEqual([['ON_AGENDA', 'URGENT_TO_AGENDA'], ['ASSESSED', null], ['CLOSED', null], ['ASSESSED', null]]); // prettier-ignore
  }, 60_000);

  it('the task of the rule is ticked off and opened again; a task of one’s own is postponed and dropped', async () => {
    const task = 'Neem contact op: ontslag uit ziekenhuis';
    await openByKey(page, button(`Gedaan: ${task}`));
    await tabTo(page, page.getByLabel('Toon ook wat gedaan of vervallen is'));
    await press(['Space']);
    await openByKey(page, button(`Heropen: ${task}`));
    await button(`Gedaan: ${task}`).waitFor();
    await press(['t']);
    await page.getByRole('dialog', { name: 'Taak toevoegen' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.type('Rollator bestellen');
    await openByKey(page, button('Voeg de taak toe'));
    await openByKey(page, button('Stel uit: Rollator bestellen'));
    await openByKey(page, page.getByRole('dialog').getByRole('button', { name: 'Stel uit' }));
    await page.getByText('1 keer uitgesteld', { exact: false }).waitFor();
    await openByKey(page, button('Vervalt: Rollator bestellen'));
    await page.keyboard.type('Heeft er al een');
    await openByKey(page, button('Laat vervallen'));
    await page.getByText('Vervallen: Heeft er al een').waitFor();
    const { rows } = await stack.owner.query(`SELECT state, due_on::text AS due, postponed_count AS n FROM care.action WHERE text = 'Rollator bestellen'`); // prettier-ignore
    expect(rows).toEqual([{ state: 'CANCELLED', due: addDays(TODAY, 14), n: 1 }]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    await press(['c']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(browser.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  }, 90_000);

  it('the practice switches a rule off', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/settings');
    const rule = page.getByLabel('Snel bespreken: op de agenda', { exact: false });
    await tabTo(page, rule);
    await press(['Space']);
    await page.getByText('De regels zijn opgeslagen.').waitFor({ state: 'attached' });
    const { rows } = await stack.owner.query('SELECT rules_off FROM care.signal_rule_choice');
    expect(rows).toEqual([{ rules_off: ['URGENT_TO_AGENDA'] }]);
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 60_000);

  it('one’s own actions of all clients stand on one page: ticked off, undone, postponed with the day it was, and found again', async () => {
    const { user } = (await (await page.request.get('/api/v1/session')).json()) as { user: { id: string } };
    for (const [words, days] of [
      ['Apotheek bellen', -2],
      ['Steunkousen aanmeten', 3],
    ] as const)
      // prettier-ignore
      await page.request.post(`/api/v1/clients/${client}/tasks`, {
        data: { text: words, owner: { kind: 'USER', userId: user.id }, dueOn: addDays(TODAY, days) },
      });
    await page.goto('/today');
    await section('Mijn acties').getByText('Apotheek bellen').waitFor();
    await openByKey(page, page.getByRole('link', { name: 'Alle acties op uw naam' }));
    await page.getByRole('heading', { level: 1, name: 'Mijn acties' }).waitFor();
    await page.getByRole('region', { name: 'De dag is voorbij 1' }).getByText('Apotheek bellen').waitFor();
    await page
      .getByRole('region', { name: /^Vandaag en de komende week/ })
      .getByText('Steunkousen aanmeten')
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await openByKey(page, button('Gedaan: Apotheek bellen'));
    await openByKey(page, button('Ongedaan maken: Apotheek bellen'));
    await openByKey(page, button('Stel uit: Apotheek bellen'));
    await openByKey(page, page.getByRole('dialog').getByRole('button', { name: 'Stel uit' }));
    await tabTo(page, page.getByText('Wat de dag eerst was').first());
    await press(['Enter']);
    await page.getByText(`van ${formatDutchDay(addDays(TODAY, -2))} naar ${formatDutchDay(addDays(TODAY, 7))}`, { exact: false }).waitFor(); // prettier-ignore
    await openByKey(page, button('Vervalt: Steunkousen aanmeten'));
    await page.keyboard.type('Heeft er al een paar');
    await openByKey(page, button('Laat vervallen'));
    await openByKey(page, button('Gedaan: Apotheek bellen'));
    await button('Ongedaan maken: Apotheek bellen').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await openByKey(page, page.getByRole('button', { name: 'Gedaan', exact: true }));
    await button('Heropen: Apotheek bellen').waitFor();
    await openByKey(page, page.getByRole('button', { name: 'Vervallen', exact: true }));
    await page.getByText('Vervallen: Heeft er al een paar').waitFor();
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  }, 60_000);

  it('the visits of today stand on the start page in order, with a phone to tap and a page to prepare', async () => {
    const nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'PRACTICE_NURSE');
    const { user } = (await (await nurse.request.get('/api/v1/session')).json()) as { user: { id: string } };
    for (const family of ['Dam', 'Eik']) {
      const id = await addClient(nurse, { family });
      const { version } = (await (await nurse.request.get(`/api/v1/clients/${id}/team`)).json()) as { version: number };
      const named = await nurse.request.put(`/api/v1/clients/${id}/case-manager`, { headers: { 'If-Match': `"${version}"` }, data: { userId: user.id } }); // prettier-ignore
      expect(named.status()).toBe(200);
      const next = { on: TODAY, type: 'HOME_VISIT' };
      await nurse.request.post(`/api/v1/clients/${id}/contacts`, { data: { type: 'PHONE', note: `Bel aan bij ${family}`, next } }); // prettier-ignore
    }
    await nurse.goto('/today');
    const visits = nurse.getByRole('region', { name: 'Bezoeken en telefoontjes van vandaag' });
    await visits.getByRole('listitem').first().getByText('Dam').first().waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await openByKey(nurse, visits.getByRole('button', { name: /^Later: Dam/ }));
    await visits.getByRole('listitem').first().getByText('Eik').first().waitFor();
    await openByKey(nurse, visits.getByRole('link', { name: /^Bezoek voorbereiden Eik/ }));
    await nurse.getByRole('heading', { name: 'Bezoek voorbereiden' }).waitFor();
    await nurse.getByText('Bel aan bij Eik').waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 90_000);
});
