import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testMember } from '../../apps/api/src/testing/test-network.ts';
import { codeOf } from '../../apps/api/src/testing/sign-in-steps.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { type LocalProvider, startLocalProvider } from './support/identity-provider.ts';
import { beSignedInAs, signInAs, signOut } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const NURSE = { sub: 'wijkverpleegkundige-7', email: 'district_nurse@leeg.test.invalid' };
const MANAGER = { sub: 'beheerder-1', email: 'practice_manager@leeg.test.invalid' };

let stack: Stack;
let browser: TestBrowser;
let provider: LocalProvider;
let manager: Page;
let code = '';
let practiceCode = '';

beforeAll(async () => {
  stack = await startStack();
  provider = await startLocalProvider(`${stack.origin}/via-organisatie`);
  browser = await openBrowser();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await provider.close();
  await stack.close();
}, 30_000);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Signing in there, and agreeing that Samenoud may know of it. */
async function pressTwice(page: Page): Promise<void> {
  const agree = page.getByText('Samenoud mag weten wie ik ben');
  await button(page, 'Ik ben het').click();
  await agree.waitFor();
  await button(page, 'Ik ben het').click();
}

async function goToOrganisation(page: Page, name: string): Promise<void> {
  await button(page, 'Aanmelden via uw organisatie').click();
  await page.getByLabel('E-mailadres of organisatiecode').fill(name);
  await button(page, 'Naar mijn organisatie').click();
}

it('is set up by the manager, tested, and switched on by a second person', async () => {
  manager = await browser.openWindow(stack.origin);
  await signInAs(manager, 'PRACTICE_MANAGER');
  await manager.getByRole('navigation').getByRole('link', { name: 'Praktijkinstellingen' }).click();
  await manager.getByRole('link', { name: 'Aanmelden', exact: true }).click();
  await manager.getByText('Niemand meldt zich nog aan via een organisatie').waitFor();
  expect(await accessibilityFaults(manager)).toEqual([]);
  await button(manager, 'Organisatie toevoegen').click();
  await manager.getByLabel('Organisatie', { exact: true }).selectOption({ label: 'Thuiszorg leeg' });
  await manager.getByLabel('Adres van de aanmeldpagina (issuer)').fill('zorggroep');
  await button(manager, 'Opslaan').click();
  await manager.getByRole('alert').waitFor();
  expect(await accessibilityFaults(manager)).toEqual([]);
  await manager.getByLabel('Adres van de aanmeldpagina (issuer)').fill(provider.issuer);
  await manager.getByLabel('Clientnaam (client ID)').fill('samenoud');
  await manager.getByLabel('Geheim (client secret)').fill('nog niet het goede');
  await manager.getByLabel('E-maildomeinen').fill('@leeg.test.invalid');
  await manager.getByLabel('Deze organisatie vraagt zelf om een tweede stap').check();
  await button(manager, 'Opslaan').click();
  const panel = manager.getByRole('region', { name: 'Thuiszorg leeg' });
  await panel.getByText('staat uit').waitFor();
  code = await panel.locator('code').innerText();

  await button(manager, 'Verbinding testen: Thuiszorg leeg').click();
  await panel.getByText('De aanmeldpagina kent deze clientnaam of dit geheim niet.').waitFor();
  await button(manager, 'Wijzigen: Thuiszorg leeg').click();
  await manager.getByLabel('Geheim (client secret)').fill(provider.secret);
  await button(manager, 'Opslaan').click();
  await button(manager, 'Verbinding testen: Thuiszorg leeg').click();
  await panel.getByText(/^De verbinding werkt/).waitFor();
  await button(manager, 'Inschakelen: Thuiszorg leeg').click();
  await panel.getByText('wacht op akkoord van een tweede persoon').waitFor();
  expect(await accessibilityFaults(manager)).toEqual([]);

  const gp = await browser.openWindow(stack.origin);
  await beSignedInAs(gp, 'GP');
  await gp.goto('/approvals');
  await gp.getByText(`Thuiszorg leeg: ${provider.issuer}`).waitFor();
  await button(gp, /^Akkoord geven/)
    .first()
    .click();
  await gp.getByRole('dialog').getByRole('button', { name: 'Akkoord geven' }).click();
  await gp.getByText(/^Akkoord gegeven/).waitFor();
  await manager.reload();
  await panel.getByText('staat aan').waitFor();
  const { rows } = await stack.owner.query('SELECT enabled, client_secret FROM care.identity_provider');
  expect(rows[0].enabled).toBe(true);
  expect(rows[0].client_secret.toString('latin1')).not.toContain(provider.secret);
}, 90_000);

it('lets somebody of the organisation in, for that organisation, and leaves nothing in the address', async () => {
  const page = await browser.openWindow(stack.origin);
  provider.person = NURSE;
  await page.goto('/');
  await goToOrganisation(page, NURSE.email);
  await page.waitForURL(`${provider.issuer}/**`);
  await pressTwice(page);
  await page.waitForURL(`${stack.origin}/today`);
  await page.getByRole('heading', { name: /^Goedendag/ }).waitFor();
  const { rows } = await stack.owner.query(
    'SELECT provider_org_id, membership_id, provider_factor FROM auth.session WHERE provider_id IS NOT NULL AND ended_at IS NULL',
  );
  const { userId, organisationId } = testMember('leeg', 'DISTRICT_NURSE');
  expect(rows).toEqual([{ provider_org_id: organisationId, membership_id: userId, provider_factor: true }]);
  await signOut(page);
}, 60_000);

it('asks for the second factor of Samenoud where the organisation did not ask for one', async () => {
  await stack.owner.query('UPDATE care.identity_provider SET second_factor = false');
  const page = await browser.openWindow(stack.origin);
  await page.goto('/');
  await goToOrganisation(page, code);
  await pressTwice(page);
  await page.getByRole('heading', { name: 'Tweede stap instellen' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(await accessibilityFaults(page)).toEqual([]);
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code uit de app').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await page.getByLabel('Ik heb de herstelcodes bewaard').check();
  await button(page, 'Verder').click();
  await page.getByRole('heading', { name: /^Goedendag/ }).waitFor();
  await stack.owner.query(`UPDATE care.identity_provider SET second_factor = true;
    UPDATE auth.account SET totp_confirmed_at = NULL, totp_secret = NULL`);
}, 60_000);

it('says one thing to whoever is not let in, known or not', async () => {
  const page = await browser.openWindow(stack.origin);
  await page.goto('/');
  await goToOrganisation(page, 'iemand@elders.test.invalid');
  const refusal = page.getByRole('alert').filter({ hasText: 'Aanmelden via uw organisatie is niet gelukt' });
  await refusal.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Terug naar aanmelden' }).click();
  provider.person = { sub: 'huisarts-1', email: 'gp@leeg.test.invalid' };
  await goToOrganisation(page, code);
  await pressTwice(page);
  await refusal.waitFor();
  expect(new URL(page.url()).search).toBe('');
}, 60_000);

/** The practice itself gets a provider too, for people with acts that take a fresh second factor. */
async function addProviderOfPractice(): Promise<string> {
  const api = `${stack.origin}/api/v1`;
  const { organisationId } = testMember('leeg', 'PRACTICE_MANAGER');
  const data = {
    organisationId,
    issuer: provider.issuer,
    clientId: 'samenoud',
    clientSecret: provider.secret,
    secondFactor: true,
  };
  const added = (await (await manager.request.post(`${api}/identity-providers`, { data })).json()) as {
    id: string;
    code: string;
  };
  const headers = { 'If-Match': '"1"' };
  await manager.request.patch(`${api}/identity-providers/${added.id}`, { data: { enabled: true }, headers });
  const gp = await browser.openWindow(stack.origin);
  await beSignedInAs(gp, 'GP');
  const { items } = (await (await gp.request.get(`${api}/approvals`)).json()) as {
    items: { id: string; state: string }[];
  };
  const open = items.find(({ state }) => state === 'OPEN');
  await gp.request.post(`${api}/approvals/${open?.id}/decision`, { data: { verdict: 'APPROVE' } });
  return added.code;
}

async function managerFromOrganisation(): Promise<Page> {
  provider.person = MANAGER;
  const page = await browser.openWindow(stack.origin);
  await page.goto('/');
  await goToOrganisation(page, practiceCode);
  await pressTwice(page);
  await page.getByRole('heading', { name: /^Goedendag/ }).waitFor();
  return page;
}

/** Goes to the organisation in a second tab, and closes it when it says so. */
async function confirmElsewhere(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: 'Naar mijn organisatie' });
  await link.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  const done = tab.getByText('U bent aangemeld. Sluit dit tabblad');
  await button(tab, 'Ik ben het').or(done).waitFor();
  if (!(await done.isVisible())) await button(tab, 'Ik ben het').click();
  await done.waitFor();
  expect(await accessibilityFaults(tab)).toEqual([]);
  await tab.close();
}

it('gives a fresh second factor in another tab, and goes on where it was asked', async () => {
  practiceCode = await addProviderOfPractice();
  const page = await managerFromOrganisation();
  await stack.owner.query(
    `UPDATE auth.session SET second_factor_at = now() - interval '1 hour' WHERE provider_id IS NOT NULL`,
  );
  await page.goto('/settings/sign-in');
  await button(page, 'Uitschakelen: Thuiszorg leeg').click();
  await page.getByRole('dialog', { name: 'Bevestig dat u het bent' }).waitFor();
  await button(page, 'Opnieuw aanmelden bij uw organisatie').click();
  await confirmElsewhere(page);
  await page.getByRole('region', { name: 'Thuiszorg leeg' }).getByText('staat uit').waitFor();
  const { rows } = await stack.owner.query('SELECT FROM care.identity_provider WHERE enabled');
  expect(rows).toHaveLength(1);
}, 90_000);

it('keeps what was typed when the session ended meanwhile', async () => {
  const page = await managerFromOrganisation();
  await page.goto('/settings');
  await page.getByLabel(/^Naam van het profiel ●/).fill('Vitaal');
  await stack.owner.query(
    'UPDATE auth.session SET ended_at = now() WHERE provider_id IS NOT NULL AND ended_at IS NULL',
  );
  await button(page, 'Opslaan').click();
  await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor();
  await goToOrganisation(page, practiceCode);
  await confirmElsewhere(page);
  await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor({ state: 'detached' });
  expect(await page.getByLabel(/^Naam van het profiel ●/).inputValue()).toBe('Vitaal');
}, 90_000);

it('throws nothing, keeps to the content policy and asks no host but the provider itself', () => {
  expect(browser.faults.filter((fault) => fault !== `other host: ${provider.issuer}`)).toEqual([]);
});
