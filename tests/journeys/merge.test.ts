import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { completeForm } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { PAPER_KEYS } from './support/paper.ts';
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

async function register(page: Page, hisNumber: string): Promise<string> {
  const name = { given: 'Johanna', prefix: 'van der', family: 'Berg' };
  const data = { name, sex: 'FEMALE', birthDate: '1942-04-03', hisNumber, confirmDuplicate: true };
  return ((await (await page.request.post('/api/v1/clients', { data })).json()) as { id: string }).id;
}

/** From Vandaag to the answer that it was done, by keyboard. */
async function approve(gp: Page, title: string): Promise<void> {
  await gp.goto('/today');
  await openByKey(gp, gp.getByRole('link', { name: 'Akkoord: 1 verzoek wacht op u' }));
  await openByKey(gp, gp.getByRole('button', { name: `Akkoord geven: ${title}` }));
  await gp.getByRole('dialog').waitFor();
  expect(await accessibilityFaults(gp)).toEqual([]);
  await openByKey(gp, gp.getByRole('dialog').getByRole('button', { name: 'Akkoord geven' }));
  await gp.getByText(`Akkoord gegeven: ${title}`).waitFor();
}

const ownerOf = async (form: string): Promise<string> =>
  (await stack.owner.query<{ client_id: string }>('SELECT client_id FROM care.response WHERE id = $1', [form])).rows[0]
    ?.client_id ?? '';

describe('doubles, by keyboard alone', () => {
  it('are compared, merged by two people, and split again', async () => {
    const [nurse, gp] = [await browser.openWindow(stack.origin), await browser.openWindow(stack.origin)];
    await beSignedInAs(nurse, 'PRACTICE_NURSE');
    await beSignedInAs(gp, 'GP');
    const [stays, goes] = [await register(nurse, 'H1'), await register(nurse, 'H2')];
    await completeForm(nurse, goes, PAPER_KEYS);
    const { rows } = await stack.owner.query<{ id: string }>('SELECT id FROM care.response WHERE client_id = $1', [
      goes,
    ]);
    const form = rows[0]?.id ?? '';

    await nurse.goto('/clients');
    await openByKey(nurse, nurse.getByRole('link', { name: 'Dubbele dossiers' }));
    await nurse.getByText('waarschijnlijk dezelfde').waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await openByKey(nurse, nurse.getByRole('link', { name: /^Vergelijken: Berg/ }));
    await nurse.getByRole('heading', { name: 'Wat er gebeurt' }).waitFor();
    await tabTo(nurse, nurse.getByRole('radio').first());
    await nurse.keyboard.press('Space');
    await typeInto(nurse, nurse.getByLabel('Waarom is dit dezelfde persoon?'), 'Zij is twee keer ingeschreven.');
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await openByKey(nurse, nurse.getByRole('button', { name: 'Samenvoegen voorstellen' }));
    await nurse.getByText('Dit voorstel wacht op een huisarts, bij Akkoord.').waitFor();

    await approve(gp, 'Twee dossiers samenvoegen');
    expect(await ownerOf(form)).toBe(stays);
    await gp.goto(`/clients/${goes}`);
    await gp.waitForURL(new RegExp(`/clients/${stays}$`));
    await gp.getByRole('heading', { level: 1, name: /Berg/ }).waitFor();

    await nurse.goto('/clients');
    await openByKey(nurse, nurse.getByRole('link', { name: 'Dubbele dossiers' }));
    await openByKey(nurse, nurse.getByRole('link', { name: /^Bekijken: voorstel/ }));
    await nurse.getByText('Sinds het samenvoegen is er niets bij gekomen.').waitFor();
    await typeInto(nurse, nurse.getByLabel('Waarom zijn dit twee mensen?'), 'Het zijn nichten met dezelfde naam.');
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await openByKey(nurse, nurse.getByRole('button', { name: 'Splitsen voorstellen' }));
    await nurse.getByText('Het voorstel om te splitsen wacht op een huisarts, bij Akkoord.').waitFor();

    await approve(gp, 'Een samengevoegd dossier splitsen');
    expect(await ownerOf(form)).toBe(goes);
    await gp.goto(`/clients/${goes}`);
    await gp.getByRole('heading', { level: 1, name: /Berg/ }).waitFor();
    expect(browser.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  }, 180_000);
});
