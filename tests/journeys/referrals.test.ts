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
const DUE = addDays(TODAY, 42);

let stack: Stack;
let browser: TestBrowser;
let gp: Page;
let client = '';

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  gp = await browser.openWindow(stack.origin);
  await beSignedInAs(gp, 'GP');
  client = await addClient(gp, { family: 'Verwijs' });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const section = (page: Page): Locator => page.getByRole('region', { name: 'Verwijzingen' });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const inDialog = (page: Page, name: string): Locator => page.getByRole('dialog').getByRole('button', { name });

describe('a referral, by keyboard alone', () => {
  it('is kept as a draft with its receiver, one sentence and the day of the practice', async () => {
    await gp.goto(`/clients/${client}/contacts`);
    await gp.getByRole('heading', { name: 'Geen verwijzingen' }).waitFor();
    await gp.keyboard.press('v');
    await gp.getByRole('dialog', { name: 'Verwijzing maken' }).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.type('Welzijn');
    await openByKey(gp, button(gp, 'Bewaar als concept'));
    await gp.getByText('Vul in naar wie u verwijst.').waitFor();
    await typeInto(gp, gp.getByLabel('Naar wie?'), 'Welzijn Nord');
    await typeInto(gp, gp.getByLabel('Waarom?'), 'Wil weer onder de mensen komen.');
    await openByKey(gp, button(gp, 'Bewaar als concept'));
    await section(gp).getByText('Naar Welzijn Nord').waitFor();
    await openByKey(gp, button(gp, /^Wijzig: Welzijn op Recept/));
    await tabTo(gp, gp.getByLabel('Naar wie?'));
    await gp.keyboard.press('Control+a');
    await gp.keyboard.type('Welzijn Noord');
    await openByKey(gp, button(gp, 'Bewaar als concept'));
    await section(gp).getByText('Naar Welzijn Noord').waitFor();
    await section(gp)
      .getByText(`Terugkoppeling verwacht uiterlijk op ${formatDutchDay(DUE)}.`)
      .waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
  }, 60_000);

  it('waits on the start page of the assistant, who asks the client and notes that it was sent, without reading it', async () => {
    const assistant = await browser.openWindow(stack.origin);
    await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
    await assistant.goto('/today');
    const list = assistant.getByRole('region', { name: /^Verwijzing nog niet verstuurd/ });
    await list.getByText('Welzijn op Recept').waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await openByKey(assistant, list.getByRole('link').first());
    await openByKey(assistant, button(assistant, /^Verstuurd: Welzijn op Recept/));
    await assistant.getByText('Mag ik uw naam en telefoonnummer doorgeven?', { exact: false }).waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await openByKey(assistant, inDialog(assistant, 'Verstuurd'));
    await section(assistant)
      .getByText(`Verstuurd op ${formatDutchDay(TODAY)}.`)
      .waitFor();
    expect(await section(assistant).getByText('Wil weer onder de mensen', { exact: false }).count()).toBe(0);
    await assistant.goto('/today');
    await assistant.getByRole('heading', { level: 1 }).waitFor();
    expect(await list.count()).toBe(0);
    const { rows } = await stack.owner.query(
      `SELECT r.state, r.receiver, r.permission_on::text AS on, m.role AS asked FROM care.referral r
       JOIN care.membership m ON m.id = r.permission_asked_by WHERE r.client_id = $1`,
      [client],
    );
    expect(rows).toEqual([{ state: 'SENT', receiver: 'Welzijn Noord', on: TODAY, asked: 'PRACTICE_ASSISTANT' }]);
  }, 60_000);

  it('gets another day, then feedback, and is closed', async () => {
    await gp.reload();
    await openByKey(gp, button(gp, /^Andere dag: Welzijn/));
    await gp.keyboard.press('Control+a');
    await gp.keyboard.type(formatDutchDay(addDays(TODAY, 50)));
    await openByKey(gp, button(gp, 'Bewaar de dag'));
    await section(gp)
      .getByText(`uiterlijk op ${formatDutchDay(addDays(TODAY, 50))}`, { exact: false })
      .waitFor();
    await openByKey(gp, button(gp, /^Terugkoppeling: Welzijn/));
    expect(await accessibilityFaults(gp)).toEqual([]);
    await typeInto(gp, gp.getByLabel('Wat is er verteld?'), 'Gaat elke dinsdag');
    await openByKey(gp, button(gp, 'Bewaar de terugkoppeling'));
    await section(gp).getByText('begonnen: Gaat elke dinsdag', { exact: false }).waitFor();
    await openByKey(gp, button(gp, /^Rond af: Welzijn/));
    await openByKey(gp, inDialog(gp, 'Rond af'));
    await section(gp).getByText('afgerond', { exact: true }).waitFor();
    await section(gp).getByRole('button').first().waitFor({ state: 'detached' });
    const { rows } = await stack.owner.query(
      `SELECT to_state AS state FROM care.referral_step WHERE client_id = $1 ORDER BY made_at, id`,
      [client],
    );
    expect(rows.map(({ state }) => state)).toEqual(['DRAFT', 'SENT', 'SENT', 'FEEDBACK_GIVEN', 'CLOSED']);
  }, 60_000);

  it('that stays silent says whom to call, in the light and the dark, and at 320 px', async () => {
    const late = {
      type: 'OTHER',
      typeText: 'Kapper',
      receiver: 'Salon',
      reason: 'Durft weer',
      dueOn: addDays(TODAY, -1),
    };
    await gp.request.post(`/api/v1/clients/${client}/referrals`, { data: late });
    await gp.reload();
    await openByKey(gp, button(gp, /^Verstuurd: anders: Kapper/));
    await openByKey(gp, inDialog(gp, 'Verstuurd'));
    await section(gp).getByText('Bel Salon of zet op de agenda.', { exact: false }).waitFor();
    await section(gp).getByText('geen terugkoppeling', { exact: true }).waitFor();
    await gp.setViewportSize({ width: 320, height: 700 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await gp.emulateMedia({ colorScheme });
      await gp.keyboard.press('v');
      await gp.getByRole('dialog').waitFor();
      expect(await accessibilityFaults(gp)).toEqual([]);
      await gp.keyboard.press('Escape');
      await gp.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await accessibilityFaults(gp)).toEqual([]);
      expect(await gp.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(browser.faults).toEqual([]);
  }, 60_000);
});
