import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givePassword, PASSWORD } from '../../apps/api/src/testing/sign-in-steps.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { openByKey } from './support/keyboard.ts';
import { accountMenu, signInAs, signOut } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';
import { addAuthenticator } from './support/virtual-authenticator.ts';

const EMAIL = 'practice_nurse@leeg.test.invalid';
let stack: Stack;
let browser: TestBrowser;
/** By name: browsers make no passkeys for an address. */
let origin: string;

beforeAll(async () => {
  stack = await startStack();
  origin = stack.origin.replace('127.0.0.1', 'localhost');
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function openAccount(page: Page): Promise<void> {
  await openByKey(page, accountMenu(page));
  await openByKey(page, page.getByRole('link', { name: 'Mijn account' }));
  await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Naam van de nieuwe passkey').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name, exact: true }).waitFor();
}

it('adds a passkey, signs in with it by keyboard alone, and removes it', async () => {
  const page = await browser.openWindow(origin);
  const authenticator = await addAuthenticator(page);
  await signInAs(page, 'GP');
  await openAccount(page);
  await addPasskey(page, 'Laptop spreekkamer 2');
  await page.getByText('De passkey is toegevoegd').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await signOut(page);

  await authenticator.recognise(false);
  await openByKey(page, button(page, 'Aanmelden met passkey'));
  await page.getByText('Er is geen passkey gebruikt').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await authenticator.recognise(true);
  await openByKey(page, button(page, 'Aanmelden met passkey'));
  await openAccount(page);
  expect(await page.getByRole('cell', { name: 'nog niet' }).count()).toBe(0);
  await openByKey(page, button(page, 'Verwijderen: Laptop spreekkamer 2'));
  await page.getByRole('cell', { name: 'Laptop spreekkamer 2', exact: true }).waitFor({ state: 'detached' });
  await signOut(page);
  await button(page, 'Aanmelden met passkey').click();
  await page.getByRole('alert').filter({ hasText: 'Deze passkey wordt hier niet herkend' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
}, 60_000);

it('says that a device has a passkey already', async () => {
  const page = await browser.openWindow(origin);
  await addAuthenticator(page);
  await signInAs(page, 'PRACTICE_ASSISTANT');
  await openAccount(page);
  await addPasskey(page, 'Telefoon');
  await button(page, 'Passkey toevoegen').click();
  await page.getByText('Dit apparaat heeft al een passkey').waitFor();
  expect(await page.getByRole('cell', { name: 'Telefoon', exact: true }).count()).toBe(1);
}, 60_000);

it('takes the passkey instead of a code, after the password and for a fresh second factor', async () => {
  const page = await browser.openWindow(origin);
  await addAuthenticator(page);
  await signInAs(page, 'PRACTICE_NURSE');
  await openAccount(page);
  await addPasskey(page, 'Telefoon');
  await signOut(page);
  await givePassword(stack, EMAIL);
  await stack.owner.query('UPDATE auth.account SET totp_confirmed_at = now() WHERE email = $1', [EMAIL]);

  await page.getByLabel('E-mailadres').fill(EMAIL);
  await page.getByLabel(/^Wachtwoord/).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Tweede stap' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await openByKey(page, button(page, 'Aanmelden met passkey'));
  await openAccount(page);

  await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);
  await button(page, 'Nieuwe herstelcodes maken').click();
  await page.getByRole('dialog', { name: 'Bevestig dat u het bent' }).waitFor();
  const confirm = button(page, 'Bevestigen met passkey');
  await confirm.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await openByKey(page, confirm);
  await page.getByRole('heading', { name: 'Uw herstelcodes' }).waitFor();
}, 60_000);

it('offers no passkey where the browser makes none', async () => {
  const page = await browser.openWindow(stack.origin);
  await signInAs(page, 'GP');
  await openAccount(page);
  await page.getByText('op dit adres kunt u geen passkey maken').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await signOut(page);
  await page.getByLabel('E-mailadres').waitFor();
  expect(await button(page, 'Aanmelden met passkey').count()).toBe(0);
}, 60_000);

it('asks no other host, throws nothing and keeps to the content policy', () => {
  expect(browser.faults).toEqual([]);
});
