import { addDays, dayOfInstant } from '@samenoud/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey } from './support/keyboard.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

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

describe('who takes part in the care of a client', () => {
  it('is named in the record, opens it at once, and closes it at once in an open screen', async () => {
    const assistant = await browser.openWindow(stack.origin);
    await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
    const client = await addClient(assistant, { family: 'Berg' });
    const nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'DISTRICT_NURSE');
    await nurse.goto(`/clients/${client}`);
    await nurse.getByText('Deze pagina bestaat niet').waitFor();

    await assistant.goto(`/clients/${client}/team`);
    await assistant.getByText('Nog niemand').waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await openByKey(assistant, assistant.getByRole('button', { name: 'Collega toevoegen' }));
    await assistant.getByRole('dialog', { name: 'Collega toevoegen' }).waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.getByRole('button', { name: 'Opslaan' }).click();
    await assistant.getByText('Kies een collega.').waitFor();
    await assistant.getByLabel('Wie?').selectOption({ label: 'DISTRICT_NURSE leeg' });
    await assistant.getByRole('button', { name: 'Opslaan' }).click();
    await assistant.getByRole('listitem').filter({ hasText: 'DISTRICT_NURSE leeg' }).waitFor();

    await nurse.goto(`/clients/${client}/team`);
    await nurse.getByRole('heading', { level: 1, name: /Berg/ }).waitFor();
    expect(await nurse.getByRole('button', { name: 'Collega toevoegen' }).count()).toBe(0);
    await openByKey(assistant, assistant.getByRole('button', { name: 'Uit het team: DISTRICT_NURSE leeg' }));
    await nurse.getByText('Deze pagina bestaat niet').waitFor();
    expect(await nurse.locator('body').innerText()).not.toContain('Berg');
    await assistant.getByText('Eerder betrokken: 1 collega').click();
    const { rows } = await stack.owner.query<{ ended: boolean }>(
      `SELECT upper(active) <= now() AS ended FROM care.team_member WHERE client_id = $1`,
      [client],
    );
    expect(rows).toEqual([{ ended: true }]);
    expect(browser.faults).toEqual([]);
  }, 90_000);

  it('asks the client first before an ouderenadviseur is named, in the same dialog', async () => {
    const assistant = await browser.openWindow(stack.origin);
    await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
    const client = await addClient(assistant, { family: 'Dijk', birthDate: '1938-02-28' });
    await assistant.goto(`/clients/${client}/team`);
    await openByKey(assistant, assistant.getByRole('button', { name: 'Casemanager benoemen' }));
    await assistant.getByLabel('Wie?').selectOption({ label: 'ELDERLY_ADVISER leeg' });
    await assistant.getByRole('button', { name: 'Opslaan' }).click();
    await assistant.getByText(/De cliënt moet er eerst mee akkoord gaan/).waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await openByKey(assistant, assistant.getByRole('button', { name: 'Toestemming nog niet gevraagd' }));
    await assistant.getByRole('dialog').waitFor({ state: 'detached' });
    const tasks = await stack.owner.query(
      `SELECT a.text, a.state, a.due_on::text AS "dueOn", m.role FROM care.action a
       JOIN care.membership m ON m.practice_id = a.practice_id AND m.id = a.owner_user_id WHERE a.client_id = $1`,
      [client],
    );
    expect(tasks.rows).toEqual([
      { text: expect.stringMatching(/^Toestemming vragen: .*ELDERLY_ADVISER leeg$/), state: 'OPEN', dueOn: addDays(dayOfInstant(Date.now()), 7), role: 'PRACTICE_ASSISTANT' },
    ]); // prettier-ignore
    await openByKey(assistant, assistant.getByRole('button', { name: 'Casemanager benoemen' }));
    await assistant.getByLabel('Wie?').selectOption({ label: 'ELDERLY_ADVISER leeg' });
    await assistant.getByRole('button', { name: 'Opslaan' }).click();
    await assistant.getByRole('button', { name: 'Toestemming vastleggen en ELDERLY_ADVISER leeg kiezen' }).click();
    await assistant.getByRole('listitem').filter({ hasText: 'casemanager' }).waitFor();
    const { rows } = await stack.owner.query<{ named: boolean; categories: number[] }>(
      `SELECT c.case_manager_id IS NOT NULL AS named, r.categories FROM care.client c
       JOIN care.consent r ON r.practice_id = c.practice_id AND r.client_id = c.id WHERE c.id = $1`,
      [client],
    );
    expect(rows).toEqual([{ named: true, categories: [1] }]);
    await openByKey(assistant, assistant.getByRole('button', { name: 'Casemanagement beëindigen' }));
    await assistant.getByRole('dialog').getByRole('button', { name: 'Casemanagement beëindigen' }).click();
    await assistant.getByText('Nog niemand').waitFor();
    expect(browser.faults).toEqual([]);
  }, 90_000);
});
