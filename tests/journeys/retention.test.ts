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

describe('retention, by keyboard alone', () => {
  it('shows what expired, asks a second person, and destroys only what she agreed to', async () => {
    const [nurse, gp, officer] = [
      await browser.openWindow(stack.origin),
      await browser.openWindow(stack.origin),
      await browser.openWindow(stack.origin),
    ];
    await beSignedInAs(nurse, 'PRACTICE_NURSE');
    await beSignedInAs(gp, 'GP');
    await beSignedInAs(officer, 'LOG_OFFICER');
    await gp.goto('/destructions');
    await openByKey(gp, gp.getByRole('link', { name: 'Bewaartermijnen: wat mag weg?' }));
    await gp.getByText('Er is niets waarvan de bewaartermijn voorbij is.').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);

    const [goes, stays] = [
      await addClient(nurse, { family: 'Oudenhuis' }),
      await addClient(nurse, { family: 'Blijvers' }),
    ];
    await stack.owner.query(
      `UPDATE care.client SET created_at = now() - interval '21 years' WHERE id = ANY ($1::uuid[])`,
      [[goes, stays]],
    );
    await gp.goto('/retention');
    await gp.getByRole('heading', { name: '2 dossiers mogen weg' }).waitFor();
    await openByKey(gp, gp.getByRole('button', { name: 'Akkoord vragen' }));
    await gp.getByText('Kies ten minste één dossier.').waitFor();
    await tabTo(gp, gp.getByRole('checkbox', { name: /^Oudenhuis/ }));
    await gp.keyboard.press('Space');
    await typeInto(gp, gp.getByLabel(/^Toelichting voor de tweede persoon/), 'Termijn voorbij.');
    await gp.getByText(/^Er gebeurt nog niets/).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.setViewportSize({ width: 320, height: 800 });
    expect(await gp.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.setViewportSize({ width: 1280, height: 800 });
    await openByKey(gp, gp.getByRole('button', { name: 'Akkoord vragen' }));
    await gp.getByText('De vraag over 1 dossier staat bij Akkoord.').waitFor();
    await gp.getByText('wacht op akkoord van een tweede persoon').waitFor();

    await officer.goto('/retention');
    await officer.getByText('Cliënt die u niet kunt zien').first().waitFor();
    expect(await officer.getByText('Oudenhuis').count()).toBe(0);
    expect(await accessibilityFaults(officer)).toEqual([]);
    await officer.goto('/approvals');
    await officer.getByText('1 cliënt, die u niet kunt zien').waitFor();
    await openByKey(officer, officer.getByRole('button', { name: /^Akkoord geven: Dossiers vernietigen/ }));
    await officer
      .getByRole('dialog')
      .getByText(/^Na akkoord worden deze dossiers vernietigd/)
      .waitFor();
    await tabTo(officer, officer.getByRole('dialog').getByRole('button', { name: 'Akkoord geven' }));
    await officer.keyboard.press('Enter');
    await officer.getByText(/^Akkoord gegeven/).waitFor();
    await gone(goes);
    const { rows } = await stack.owner.query('SELECT client_id, rule FROM care.destruction');
    expect(rows).toEqual([{ client_id: goes, rule: 'RETENTION' }]);
    await gp.goto('/destructions');
    await gp.getByText(/^Na de bewaartermijn, besloten op/).waitFor();
    await gp.goto('/retention');
    await gp.getByRole('heading', { name: '1 dossier mag weg' }).waitFor();
    await openByKey(gp, gp.getByRole('button', { name: /^Langer bewaren: Blijvers/ }));
    const dialog = gp.getByRole('dialog', { name: /^Langer bewaren: Blijvers/ });
    await dialog.getByRole('button', { name: 'Langer bewaren' }).press('Enter');
    await dialog.getByText('Schrijf waarom het dossier langer moet blijven.').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.type('Er loopt een procedure.');
    await dialog.getByRole('button', { name: 'Langer bewaren' }).press('Enter');
    await gp.getByText(/^Het dossier van Blijvers.* blijft bewaard tot en met/).waitFor();
    await gp.getByText('Er is niets waarvan de bewaartermijn voorbij is.').waitFor();
    const kept = await stack.owner.query('SELECT client_id, reason FROM care.retention_extension');
    expect(kept.rows).toEqual([{ client_id: stays, reason: 'Er loopt een procedure.' }]);
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
