import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { codeOf, givePassword, PASSWORD } from '../../apps/api/src/testing/sign-in-steps.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { openAccount, signInAs, signOut } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const EMAIL = 'practice_nurse@zuid.test.invalid';
let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

async function typePassword(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('E-mailadres').fill(EMAIL);
  await page.getByLabel(/^Wachtwoord/).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

it('asks once who is there', async () => {
  const page = await browser.openWindow(stack.origin);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.getByLabel('E-mailadres').waitFor();
  expect(asked.filter((path) => path === '/api/v1/session')).toHaveLength(1);
});

it('enrols a second factor, shows the recovery codes, and asks for a code from then on', async () => {
  await givePassword(stack, EMAIL);
  const page = await browser.openWindow(stack.origin);
  await typePassword(page);
  await page.getByRole('heading', { name: 'Tweede stap instellen' }).waitFor();
  await page.getByRole('img', { name: /QR-code/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');

  await page.getByLabel('Code uit de app').fill('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'Deze code klopt niet' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Code uit de app').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Uw herstelcodes' }).waitFor();
  expect(await page.locator('main li').count()).toBe(10);
  expect(await accessibilityFaults(page)).toEqual([]);
  const recoveryCode = await page.locator('main li').first().innerText();
  await page.getByLabel('Ik heb de herstelcodes bewaard').check();
  await page.getByRole('button', { name: 'Verder' }).click();
  await signOut(page);

  await page.getByLabel('E-mailadres').waitFor();
  await stack.owner.query('UPDATE auth.throttle SET next_attempt_at = now()');
  await typePassword(page);
  await page.getByRole('heading', { name: 'Tweede stap', exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.type(recoveryCode.toLowerCase());
  await page.keyboard.press('Enter');
  await openAccount(page);
  await page.getByRole('heading', { name: 'Mijn account', level: 1 }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
}, 60_000);

it('asks for a fresh code before new recovery codes, and goes on by itself', async () => {
  const page = await browser.openWindow(stack.origin);
  await stack.owner.query('UPDATE auth.account SET totp_confirmed_at = NULL, totp_last_step = 0 WHERE email = $1', [
    EMAIL,
  ]);
  await stack.owner.query('DELETE FROM auth.throttle');
  await typePassword(page);
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code uit de app').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await page.getByLabel('Ik heb de herstelcodes bewaard').check();
  await page.getByRole('button', { name: 'Verder' }).click();
  await openAccount(page);
  await page.getByRole('button', { name: 'Nieuwe herstelcodes maken' }).waitFor();
  await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);
  await stack.owner.query('UPDATE auth.account SET totp_last_step = 0');
  await page.getByRole('button', { name: 'Nieuwe herstelcodes maken' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bevestig dat u het bent' });
  await dialog.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.type(codeOf(secret));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Uw herstelcodes' }).waitFor();
  expect(await page.locator('main li').count()).toBe(10);
}, 60_000);

it('shows where one is signed in and ends another session', async () => {
  const desk = await browser.openWindow(stack.origin);
  const phone = await browser.openWindow(stack.origin);
  await signInAs(desk, 'GP');
  await signInAs(phone, 'GP');
  await openAccount(desk);
  expect(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('button', { name: /^Afmelden: / }).click();
  await desk.getByRole('button', { name: /^Afmelden: / }).waitFor({ state: 'detached' });
  await phone.reload();
  await phone.getByRole('heading', { name: 'Kies een praktijk en een rol' }).waitFor();
}, 60_000);

it('says what is missing when the set-up page is opened without its link, and that a used link is over', async () => {
  const page = await browser.openWindow(stack.origin);
  await page.goto('/instellen');
  await page.getByText('Open deze pagina met de hele link').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('about:blank');
  await page.goto('/instellen#verlopen');
  await page.getByText('Deze link is gebruikt of verlopen').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0); // before anything is typed
  await page.getByRole('link', { name: 'Naar aanmelden' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(new URL(page.url()).hash).toBe('');
}, 60_000);

it('asks no other host, throws nothing and keeps to the content policy', () => {
  expect(browser.faults).toEqual([]);
});
