import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDay } from '@samenoud/domain';
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

/** What the clock will do: the stand-in's last day was yesterday. */
async function passLastDay(client: string): Promise<void> {
  await stack.owner.query(
    `UPDATE care.team_member SET active = tstzrange(lower(active) - interval '20 days', now()) WHERE client_id = $1 AND reason = 'HANDOVER'`,
    [client],
  );
  await stack.owner.query(`UPDATE care.handover SET ends_at = now() WHERE client_id = $1`, [client]);
  await stack.owner.query(`UPDATE care.client SET changes_at = now() WHERE id = $1`, [client]);
}

describe('a hand-over for leave', () => {
  it('is asked in the record, accepted on Vandaag with one key, and over by itself', async () => {
    const assistant = await browser.openWindow(stack.origin);
    await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
    const client = await addClient(assistant, { family: 'Berg' });
    await assistant.goto(`/clients/${client}/team`);
    await openByKey(assistant, assistant.getByRole('button', { name: 'Casemanager benoemen' }));
    await assistant.getByLabel('Wie?').selectOption({ label: 'DISTRICT_NURSE leeg' });
    await assistant.getByRole('button', { name: 'Opslaan' }).click();
    await assistant.getByRole('listitem').filter({ hasText: 'casemanager' }).waitFor();

    const nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'DISTRICT_NURSE');
    await nurse.goto(`/clients/${client}/team`);
    await openByKey(nurse, nurse.getByRole('link', { name: 'Overdragen' }));
    const dialog = nurse.getByRole('dialog', { name: 'Overdragen' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Voorstellen' }).click();
    await dialog.getByText('Kies aan wie u overdraagt.').waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await dialog.getByLabel('Aan wie?').selectOption({ label: 'PRACTICE_NURSE leeg' });
    await dialog.getByLabel('Tot en met').fill(formatDutchDay(addDays(TODAY, 14)));
    await dialog.getByLabel('Reden').fill('Vakantie');
    await dialog.getByLabel('Wat moet de collega weten?').fill('Belt liever na tienen.');
    await dialog.getByRole('button', { name: 'Voorstellen' }).click();
    await nurse.getByRole('heading', { name: 'Wacht op een collega' }).waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);

    const receiver = await browser.openWindow(stack.origin);
    await receiver.setViewportSize({ width: 320, height: 700 });
    await signInAs(receiver, 'PRACTICE_NURSE');
    await receiver.getByText('Belt liever na tienen.').waitFor();
    expect(await accessibilityFaults(receiver)).toEqual([]);
    expect(await receiver.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await receiver.getByRole('button', { name: 'Overnemen: Berg, J.M. van der', exact: true }).press('Enter');
    await receiver.getByText('Wacht op uw antwoord').waitFor({ state: 'detached' });
    await receiver.goto(`/clients/${client}/team`);
    const standIn = receiver.getByRole('listitem').filter({ hasText: 'overdracht' });
    await standIn.getByText(`tot en met ${formatDutchDay(addDays(TODAY, 14))}`).waitFor();
    await nurse.getByRole('heading', { name: 'Loopt nu' }).waitFor();
    const { rows } = await stack.owner.query<{ role: string }>(
      `SELECT m.role FROM care.client c JOIN care.membership m ON m.id = c.case_manager_id WHERE c.id = $1`,
      [client],
    );
    expect(rows).toEqual([{ role: 'PRACTICE_NURSE' }]);

    await passLastDay(client);
    await nurse.goto('/handovers');
    await nurse.getByText('afgelopen').waitFor();
    await assistant.goto(`/clients/${client}/team`);
    await assistant.getByText('Eerder betrokken: 1 collega').waitFor();
    await assistant.getByRole('listitem').filter({ hasText: 'DISTRICT_NURSE leeg casemanager' }).waitFor();
    expect(browser.faults).toEqual([]);
  }, 120_000);
});
