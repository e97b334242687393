import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { testMember } from '../../apps/api/src/testing/test-network.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey } from './support/keyboard.ts';
import { beSignedInAs, signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());

let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

/** What other journeys do through the screen. */
async function post(page: Page, path: string, data: object): Promise<void> {
  expect((await page.request.post(path, { data })).status()).toBe(201);
}
async function put(page: Page, path: string, data: object): Promise<void> {
  expect((await page.request.put(path, { data, headers: { 'If-Match': '"1"' } })).status()).toBe(200);
}

/** As if the profile of this client was assigned so many days ago. */
async function assignedBefore(client: string, days: number): Promise<void> {
  const day = addDays(TODAY, -days);
  await stack.owner.query(
    `UPDATE care.profile_assignment SET assigned_on = $2, assigned_at = $2::date + interval '12 hours' WHERE client_id = $1`,
    [client, day],
  );
  await stack.owner.query('UPDATE care.client_profile SET assigned_on = $2 WHERE client_id = $1', [client, day]);
}

describe('the caseload', () => {
  it('shows first who is late and why, on Vandaag and in Mijn caseload, by keyboard and at 320 px', async () => {
    const gp = await browser.openWindow(stack.origin);
    await beSignedInAs(gp, 'GP');
    const clients: Record<string, string> = {};
    for (const family of ['Laat', 'Nieuw']) {
      const client = await addClient(gp, { family });
      clients[family] = client;
      await post(gp, `/api/v1/clients/${client}/profiles`, { profile: 'FRAIL', reason: 'Besproken in het team' });
      await put(gp, `/api/v1/clients/${client}/case-manager`, { userId: testMember('leeg', 'DISTRICT_NURSE').userId });
    }
    await assignedBefore(clients['Laat'] ?? '', 110);

    const nurse = await browser.openWindow(stack.origin);
    await signInAs(nurse, 'DISTRICT_NURSE');
    const first = nurse.getByRole('region', { name: /^Nu eerst 1/ });
    await first.getByText('contact: 20 dagen te laat').waitFor();
    await first.getByText('nieuw profiel: 96 dagen te laat').waitFor();
    await nurse
      .getByRole('region', { name: /^Deze week 1/ })
      .getByText('nieuw profiel: vandaag')
      .waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);

    await openByKey(nurse, nurse.getByRole('navigation').getByRole('link', { name: 'Mijn caseload' }));
    await nurse.getByText('2 cliënten', { exact: true }).waitFor();
    const names = nurse.getByRole('main').getByRole('listitem');
    expect((await names.allTextContents()).map((words) => words.slice(0, 5))).toEqual(['Laat,', 'Nieuw']);
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await openByKey(nurse, nurse.getByRole('button', { name: 'geen volgend contact' }));
    await nurse.getByText('1 cliënt', { exact: true }).waitFor();
    expect(new URL(nurse.url()).search).toBe('?gap=NO_NEXT_CONTACT');
    await openByKey(nurse, nurse.getByRole('button', { name: 'Bewaar deze weergave' }));
    await nurse.keyboard.type('Zonder afspraak');
    await nurse.keyboard.press('Enter');
    const kept = nurse.getByRole('region', { name: 'Mijn weergaven' });
    await kept.getByRole('link', { name: 'Zonder afspraak' }).waitFor();
    await nurse.goto('/caseload');
    await openByKey(nurse, kept.getByRole('link', { name: 'Zonder afspraak' }));
    await nurse.getByText('1 cliënt', { exact: true }).waitFor();
    await nurse.setViewportSize({ width: 320, height: 700 });
    expect(await nurse.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await openByKey(nurse, nurse.getByRole('button', { name: 'Wis filters' }));
    await openByKey(nurse, nurse.getByRole('button', { name: 'geen profiel' }));
    await nurse.getByText('Niemand in deze caseload past bij alle filters.').waitFor();
    await openByKey(nurse, nurse.getByRole('button', { name: 'Wis filters' }).last());
    await openByKey(nurse, nurse.getByRole('link', { name: /^Laat/ }));
    await nurse.getByRole('heading', { level: 1, name: /Laat/ }).waitFor();
    await openByKey(nurse, nurse.getByRole('link', { name: 'Overzicht' }));
    await nurse.getByRole('region', { name: 'Nu', exact: true }).getByText('contact: 20 dagen te laat').waitFor();
    const stream = nurse.getByRole('region', { name: 'Tijdlijn' });
    await stream.getByText('Profiel vastgesteld: kwetsbaar').waitFor();
    await stream.getByText('Casemanager geworden').waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    expect(await nurse.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await stream.getByLabel('Toon').selectOption({ label: 'Team' });
    await stream.getByText('Profiel vastgesteld: kwetsbaar').waitFor({ state: 'detached' });
    await stream.getByText('Casemanager geworden').waitFor();
    const { rows } = await stack.owner.query<{ ids: string[] }>(
      `SELECT query -> 'ids' AS ids FROM audit.event WHERE event_type = 'SEARCH_CASELOAD' ORDER BY seq`,
    );
    expect(rows.some(({ ids }) => ids[0] === clients['Laat'] && ids.length === 2)).toBe(true);

    await gp.goto('/caseload');
    await gp.getByText('Nog niemand in deze caseload').waitFor();
    await gp.getByLabel('Caseload van').selectOption({ label: 'DISTRICT_NURSE leeg (2 cliënten)' });
    await gp.getByText('Cliënten: 2, waarvan 0 met het zwaarste profiel.').waitFor();
    await stack.owner.query(
      `UPDATE care.practice SET care_intervals = jsonb_set(care_intervals, '{maxCaseload}', '1') WHERE short_name = 'leeg'`,
    );
    await gp.reload();
    await gp.getByText('Dat is meer dan de 1 die uw praktijk wil.').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 180_000);
});
