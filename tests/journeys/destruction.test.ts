import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startStack({ worker: true });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

describe('destruction, by keyboard alone', () => {
  it('is asked in the record, decided by the GP, and leaves nothing but the ledger', async () => {
    const [nurse, gp] = [await browser.openWindow(stack.origin), await browser.openWindow(stack.origin)];
    await beSignedInAs(nurse, 'PRACTICE_NURSE');
    await beSignedInAs(gp, 'GP');
    const client = await addClient(nurse, { family: 'Berg' });
    await nurse.goto(`/clients/${client}/privacy/destruction`);
    await typeInto(nurse, nurse.getByLabel(/^Wat werd er gezegd/), 'Zij wil niet meer meedoen.');
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await openByKey(nurse, nurse.getByRole('button', { name: 'Verzoek vastleggen' }));
    await nurse.getByText('Zij wil niet meer meedoen.').waitFor();

    await gp.goto('/today');
    await openByKey(gp, gp.getByRole('link', { name: 'Vernietiging: 1 verzoek wacht op een besluit' }));
    await openByKey(gp, gp.getByRole('button', { name: /^Besluiten over het verzoek van Berg/ }));
    await gp.getByText(/^Alles van deze cliënt verdwijnt/).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await tabTo(gp, gp.getByRole('button', { name: 'Voorgoed vernietigen' }));
    await gp.keyboard.press('Enter');
    await gp.getByText('Het dossier wordt vernietigd.').waitFor();
    await gone(client);
    await gp.goto('/destructions');
    await gp.getByText(/^Op verzoek, besloten op/).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.goto(`/clients/${client}`);
    await gp.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
  }, 120_000);

  it('is granted in part with a reason, and a letter tells the client what went and what stays', async () => {
    const gp = await browser.openWindow(stack.origin);
    await beSignedInAs(gp, 'GP');
    const client = await addClient(gp, { family: 'Dijk' });
    await gp.goto(`/clients/${client}/privacy/destruction`);
    await openByKey(gp, gp.getByRole('button', { name: 'Verzoek vastleggen' }));
    await openByKey(gp, gp.getByRole('button', { name: /^Besluiten over het verzoek van Dijk/ }));
    await tabTo(gp, gp.getByRole('radio', { name: 'Het hele dossier vernietigen' }));
    await gp.keyboard.press('ArrowDown');
    await gp.getByText(/^Wat hier is gekozen verdwijnt voorgoed/).waitFor();
    await tabTo(gp, gp.getByRole('checkbox', { name: 'vragenlijsten en profielen' }));
    await gp.keyboard.press('Space');
    await typeInto(gp, gp.getByLabel(/^Uitleg voor de cliënt/), 'Het zorgplan loopt nog.');
    expect(await accessibilityFaults(gp)).toEqual([]);
    await openByKey(gp, gp.getByRole('button', { name: 'Dit deel voorgoed vernietigen' }));
    await gp.getByText('Dit deel wordt vernietigd. Maak nu de brief voor de cliënt.').waitFor();
    await openByKey(gp, gp.getByRole('button', { name: /^Maak de brief voor Dijk/ }));
    await gp.getByRole('link', { name: 'Haal de brief op' }).waitFor();
    await gp.getByText('Vernietigd: vragenlijsten en profielen.').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
  }, 120_000);
});

/** The worker does it after the decision. */
async function gone(client: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await stack.owner.query('SELECT 1 FROM care.client WHERE id = $1', [client]);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the client is still there');
}
