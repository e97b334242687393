import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, dayOfInstant, formatDutchDay, monthOf } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { readPdf } from '../../apps/api/src/testing/read-pdf.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo } from './support/keyboard.ts';
import { beSignedInAs, signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const LAST_MONTH = addMonths(monthOf(dayOfInstant(Date.now())), -1);
const BORN = '1942-04-03';

let stack: Stack;
let browser: TestBrowser;
let officer: Page;
let clientId = '';

beforeAll(async () => {
  stack = await startStack({ worker: true });
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

describe('who looked, told to the client', () => {
  it('begins with people who look, and one who may not', async () => {
    const assistant = await browser.openWindow(stack.origin);
    await signInAs(assistant, 'PRACTICE_ASSISTANT');
    clientId = await addClient(assistant, { family: 'Zeldzaam', birthDate: BORN });
    const gp = await browser.openWindow(stack.origin);
    await beSignedInAs(gp, 'GP');
    await gp.goto(`/clients/${clientId}`);
    await gp.getByRole('heading', { level: 1, name: /Zeldzaam/ }).waitFor();
    const nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'DISTRICT_NURSE');
    await nurse.goto(`/clients/${clientId}`);
    await nurse
      .getByText(/bestaat niet|niet gevonden/i)
      .first()
      .waitFor();
    await gp.goto(`/clients/${clientId}/access-log`);
    await gp
      .getByText(/wilde de wijkverpleegkundige .* bekijken/)
      .first()
      .waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
  }, 60_000);

  it('lets the log officer find her by name and birth date, and make the overview on paper', async () => {
    officer = await browser.openWindow(stack.origin);
    await beSignedInAs(officer, 'LOG_OFFICER');
    await officer.goto('/logboek/client');
    await officer.getByLabel(/Achternaam/).fill('Zeldzaam');
    await officer.getByLabel(/Geboortedatum/).fill(formatDutchDay(BORN));
    await officer.keyboard.press('Enter');
    await officer.getByRole('button', { name: /Zeldzaam/ }).click();
    await officer
      .getByText(/bekeek de huisarts .* uw naam, adres en telefoonnummer/)
      .first()
      .waitFor();
    expect(await accessibilityFaults(officer)).toEqual([]);
    await officer.getByRole('button', { name: 'Maak de pdf voor de cliënt' }).click();
    const link = officer.getByRole('link', { name: 'Download de pdf' });
    await link.waitFor({ timeout: 30_000 });
    const answer = await officer.request.get((await link.getAttribute('href')) ?? '');
    const pdf = await readPdf(await answer.body(), { scan: false });
    const words = pdf.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
    expect(words).toContain('J.M. van der Zeldzaam, geboren op 3 april 1942');
    expect(words).toMatch(/bekeek de huisarts .* uw naam, adres en telefoonnummer/);
    expect(words).toMatch(/wilde de wijkverpleegkundige .* is niet bij uw zorg betrokken/);
    const { rows } = await stack.owner.query(
      `SELECT query FROM audit.event WHERE event_type = 'SEARCH_CLIENTS_FOR_LOG' ORDER BY seq LIMIT 1`,
    );
    expect(rows[0].query).toEqual({ criteria: ['family', 'birthDate'], count: 1, ids: [clientId] });
    await officer.getByText('Wie kan dit zien?', { exact: true }).click();
    await officer.getByRole('heading', { level: 2, name: 'Wie kan dit zien?' }).waitFor();
    await officer.getByText(/huisarts · werkt in de eigen praktijk/).waitFor();
    expect(await accessibilityFaults(officer)).toEqual([]);
  }, 90_000);
});

describe('the monthly review, by keyboard alone', () => {
  it('is late on Vandaag of GP and log officer', async () => {
    const { rows } = await stack.owner.query<{ practice_id: string }>(
      'SELECT practice_id FROM audit.event WHERE client_id = $1 LIMIT 1',
      [clientId],
    );
    const practiceId = rows[0]?.practice_id;
    // what happened is put a month and a half back, as is the beginning of the practice
    await stack.owner.query(`UPDATE care.practice SET created_at = now() - interval '75 days' WHERE id = $1`, [
      practiceId,
    ]);
    await stack.owner.query(
      `UPDATE audit.event SET occurred_at = $3::date + interval '9 days 23 hours' + seq * interval '1 second'
       WHERE practice_id = $1 AND client_id = $2 AND purpose <> 'AUDIT'`,
      [practiceId, clientId, LAST_MONTH],
    );
    const gp = await browser.openWindow(stack.origin);
    await signInAs(gp, 'GP');
    await gp
      .getByRole('region', { name: 'Controle van het logboek' })
      .getByText(/te laat/)
      .waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await officer.goto('/today');
    await openByKey(officer, officer.getByRole('link', { name: /maandcontroles? (is|zijn) te laat/ }));
    await officer.getByRole('list', { name: 'Maanden die voorbij zijn' }).waitFor();
    expect(await accessibilityFaults(officer)).toEqual([]);
  }, 60_000);

  it('is begun, judged line by line and signed off', async () => {
    await openByKey(officer, officer.getByRole('button', { name: /^Begin controle van/ }).first());
    const section = officer.getByRole('region', { name: /^Regel 1 van \d+/ });
    await section.waitFor();
    expect(await accessibilityFaults(officer)).toEqual([]);
    await openByKey(officer, officer.getByRole('button', { name: 'Toon de regels uit het logboek' }));
    await section.getByRole('table').waitFor();
    await officer.getByRole('heading', { name: /^Regel 1 van/ }).click();
    await officer.keyboard.press('2');
    await officer.keyboard.type('Zij kon geen reden noemen.');
    await officer.keyboard.press('Control+Enter');
    await officer.getByText(/^1 van \d+ regels beoordeeld$/).waitFor();
    const lines = Number(/van (\d+)/.exec(await officer.getByText(/regels beoordeeld$/).innerText())?.[1]);
    for (let line = 1; line < lines; line += 1) {
      await officer.keyboard.press('1');
      await officer.getByText(`${line + 1} van ${lines} regels beoordeeld`).waitFor();
    }
    await tabTo(officer, officer.getByRole('button', { name: /^Teken .* af$/ }));
    expect(await accessibilityFaults(officer)).toEqual([]);
    await officer.keyboard.press('Enter');
    await officer.getByText(/^Afgetekend door/).waitFor();
    await officer.setViewportSize({ width: 320, height: 700 });
    expect(await officer.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(officer)).toEqual([]);
    const { rows } = await stack.owner.query(
      `SELECT r.signed_at IS NOT NULL AS signed, (SELECT count(*)::integer FROM care.log_review_outcome) AS outcomes FROM care.log_review r`,
    );
    expect(rows).toEqual([{ signed: true, outcomes: lines }]);
  }, 90_000);

  it('told GP and manager that something was found, and not what', async () => {
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    await manager
      .getByText(/Bij de controle van het logboek was iets niet in orde/)
      .first()
      .waitFor();
    expect(browser.faults).toEqual([]);
  }, 30_000);
});
