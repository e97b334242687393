import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { codeOf, PASSWORD } from '../../apps/api/src/testing/sign-in-steps.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { startPlainStack } from './support/further-practice.ts';
import { accountMenu, beSignedInAs, signInAs } from './support/people.ts';
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

async function openPeople(page: Page): Promise<void> {
  await openByKey(page, page.getByRole('link', { name: 'Mensen', exact: true }).first());
  await page.getByRole('heading', { level: 1, name: 'Mensen' }).waitFor();
}

/** Opens the dialog, chooses by the first letters, and reads the link it answers. */
async function invite(
  page: Page,
  person: { name: string; email: string; organisation: string; role?: string },
): Promise<string> {
  await openByKey(page, page.getByRole('button', { name: 'Collega uitnodigen' }));
  const dialog = page.getByRole('dialog', { name: 'Collega uitnodigen' });
  await dialog.waitFor();
  await page.keyboard.type(person.name);
  await typeInto(page, dialog.getByLabel('E-mailadres'), person.email);
  await typeInto(page, dialog.getByLabel('Organisatie', { exact: true }), person.organisation);
  if (person.role !== undefined) await typeInto(page, dialog.getByLabel('Rol', { exact: true }), person.role);
  expect(await accessibilityFaults(page)).toEqual([]);
  await openByKey(page, dialog.getByRole('button', { name: 'Uitnodigen' }));
  return readLink(page, `Link voor ${person.name}`);
}

async function readLink(page: Page, title: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: title });
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
  expect(link).toMatch(/\/uitnodiging#[\w-]{43}$/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return link;
}

/** Whoever set up her practice just now is on that page already. */
async function choosePassword(page: Page, link?: string): Promise<void> {
  if (link !== undefined) await page.goto(link);
  await page.getByRole('heading', { name: 'U bent uitgenodigd' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  expect(await accessibilityFaults(page)).toEqual([]);
  await typeInto(page, page.getByLabel('Kies een wachtwoord'), PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Meld u nu aan' }).waitFor();
}

/** Signs in for the first time: the second factor is enrolled and the recovery codes are kept. */
async function enrol(page: Page, email: string): Promise<void> {
  await typeInto(page, page.getByLabel('E-mailadres'), email);
  await typeInto(page, page.getByLabel(/^Wachtwoord/), PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Tweede stap instellen' }).waitFor();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await typeInto(page, page.getByLabel('Code uit de app'), codeOf(secret));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Uw herstelcodes' }).waitFor();
  await tabTo(page, page.getByLabel('Ik heb de herstelcodes bewaard'));
  await page.keyboard.press('Space');
  await openByKey(page, page.getByRole('button', { name: 'Verder' }));
}

describe('a further practice on the same server', () => {
  it('is made at the console; its manager comes in by the one-time link and invites the second person', async () => {
    const plain = await startPlainStack();
    try {
      const said = await plain.addPractice('Huisartsenpraktijk De Eik');
      const link = /http\S+\/instellen#[\w-]{43}/.exec(said)?.[0] ?? '';
      const manager = await browser.openWindow(plain.origin);
      await manager.goto(link);
      await manager.getByLabel('Uw naam').fill('Rob Hoekstra');
      await manager.getByLabel('Uw e-mailadres').fill('rob@deeik.example');
      expect(await accessibilityFaults(manager)).toEqual([]);
      await manager.keyboard.press('Enter');
      await choosePassword(manager);
      await enrol(manager, 'rob@deeik.example');
      await accountMenu(manager).waitFor();
      await openPeople(manager);
      await manager.getByRole('region', { name: 'Huisartsenpraktijk De Eik' }).getByText('heeft toegang').waitFor();
      expect(await manager.getByRole('region').count()).toBe(1);
      const email = 'an@deeik.example';
      const invitation = await invite(manager, { name: 'An Mulder', email, organisation: 'Huisartsenpraktijk De Eik', role: 'Praktijkondersteuner' }); // prettier-ignore
      const second = await browser.openWindow(plain.origin);
      await choosePassword(second, invitation);
      await enrol(second, email);
      expect(await accountMenu(second).innerText()).toMatch(/An Mulder/);
      await second.goto('/clients');
      await second.getByText(/Nog geen|geen cliënten/i).first().waitFor(); // prettier-ignore
      const used = await browser.openWindow(plain.origin);
      await used.goto(link);
      await used.getByText('Deze link is gebruikt of verlopen').waitFor();
    } finally {
      await plain.close();
    }
  }, 180_000);
});

describe('people of the practice network, by keyboard alone', () => {
  it('adds a social-work organisation and invites its ouderenadviseur, who comes in with a second factor', async () => {
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    await openPeople(manager);
    await openByKey(manager, manager.getByRole('button', { name: 'Organisatie toevoegen' }));
    await manager.getByRole('dialog', { name: 'Organisatie toevoegen' }).waitFor();
    await manager.keyboard.type('Welzijn Veenkant');
    await typeInto(manager, manager.getByLabel('Soort organisatie'), 'welzijn');
    expect(await accessibilityFaults(manager)).toEqual([]);
    await manager.keyboard.press('Tab');
    await manager.keyboard.press('Enter');
    const section = manager.getByRole('region', { name: 'Welzijn Veenkant' });
    await section.getByText('Hier werkt nog niemand').waitFor();
    const email = 'els@veenkant.example';
    const link = await invite(manager, { name: 'Els Bakker', email, organisation: 'Welzijn Veenkant' });
    await section.getByText('uitgenodigd, link nog niet gebruikt').waitFor();

    const adviser = await browser.openWindow(stack.origin);
    await choosePassword(adviser, link);
    await enrol(adviser, email);
    await accountMenu(adviser).waitFor();
    expect(await accountMenu(adviser).innerText()).toMatch(/Els Bakker/);
    expect(await accessibilityFaults(adviser)).toEqual([]);
    await manager.reload();
    await section.getByText('heeft toegang').waitFor();
    const { rows } = await stack.owner.query(
      `SELECT m.role, o.kind, o.name, a.totp_confirmed_at IS NOT NULL AS enrolled FROM care.membership m
       JOIN care.organisation o ON o.practice_id = m.practice_id AND o.id = m.organisation_id
       JOIN auth.account a ON a.id = m.account_id WHERE a.email = $1`,
      [email],
    );
    expect(rows).toEqual([{ role: 'ELDERLY_ADVISER', kind: 'SOCIAL_WORK', name: 'Welzijn Veenkant', enrolled: true }]);
    await openByKey(manager, section.getByRole('button', { name: /^Beheren: Els Bakker/ }));
    await openByKey(manager, manager.getByRole('button', { name: 'Waar deze collega is aangemeld' }));
    const sheet = manager.getByRole('dialog', { name: 'Waar Els Bakker is aangemeld' });
    await sheet.getByRole('button', { name: /^Afmelden: Chrome/ }).waitFor();
    expect(await accessibilityFaults(manager)).toEqual([]);
    await openByKey(manager, sheet.getByRole('button', { name: /^Afmelden: Chrome/ }));
    await sheet.getByText('Els Bakker is nu nergens aangemeld.').waitFor();
    await manager.keyboard.press('Escape');
    expect(await adviser.evaluate(async () => (await fetch('/api/v1/session')).status)).toBe(401);
    const used = await browser.openWindow(stack.origin);
    await used.goto(link);
    await used.getByRole('heading', { name: 'Deze link is gebruikt of verlopen' }).waitFor();
    expect(await accessibilityFaults(used)).toEqual([]);
  }, 120_000);

  it('ends her access today: what she has open stops, and her name is under who is gone', async () => {
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    await openPeople(manager);
    await openByKey(manager, manager.getByRole('button', { name: /^Beheren: Els Bakker/ }));
    await openByKey(manager, manager.getByRole('button', { name: 'Toegang beëindigen' }));
    const dialog = manager.getByRole('dialog', { name: 'Toegang van Els Bakker beëindigen' });
    await dialog.waitFor();
    expect(await dialog.getByLabel('Laatste dag').inputValue()).toBe(formatDutchDay(TODAY));
    expect(await accessibilityFaults(manager)).toEqual([]);
    await openByKey(manager, dialog.getByRole('button', { name: 'Beëindigen' }));
    await dialog.waitFor({ state: 'detached' });
    const section = manager.getByRole('region', { name: 'Welzijn Veenkant' });
    await openByKey(manager, section.locator('summary').filter({ hasText: 'Niet meer: 1 persoon' }));
    await section.getByText('toegang beëindigd').waitFor();
    const { rows } = await stack.owner.query(
      `SELECT upper(valid) <= now() AS over FROM care.membership WHERE display_name = 'Els Bakker'`,
    );
    expect(rows).toEqual([{ over: true }]);
  }, 60_000);

  it('lets a GP in only when a second person agrees', async () => {
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    await openPeople(manager);
    const email = 'rob@deeik.example';
    const link = await invite(manager, {
      name: 'Rob Hoekstra',
      email,
      organisation: 'Praktijk leeg',
      role: 'Huisarts',
    });
    const gp = await browser.openWindow(stack.origin);
    await choosePassword(gp, link);
    await enrol(gp, email);
    await gp.getByText('Een tweede persoon moet uw rol nog goedkeuren').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await manager.reload();
    await manager.getByText('wacht op akkoord voor de rol').waitFor();

    const officer = await browser.openWindow(stack.origin);
    await signInAs(officer, 'LOG_OFFICER');
    await openByKey(officer, officer.getByRole('link', { name: /^Akkoord: 1 verzoek/ }));
    await officer
      .getByText(/Rob Hoekstra \(rob@deeik\.example\)/)
      .first()
      .waitFor();
    await openByKey(officer, officer.getByRole('button', { name: /^Akkoord geven/ }).first());
    const dialog = officer.getByRole('dialog');
    await dialog.waitFor();
    await openByKey(officer, dialog.getByRole('button', { name: 'Akkoord geven' }));
    await dialog.waitFor({ state: 'detached' });
    await manager.reload();
    await manager
      .getByRole('row', { name: /Rob Hoekstra/ })
      .getByText('heeft toegang')
      .waitFor();
  }, 120_000);

  it('asks each quarter who still works here, and shows it on Vandaag', async () => {
    await stack.owner.query(
      `UPDATE care.membership SET valid = tstzrange(now() - interval '4 months', NULL)
       WHERE practice_id = (SELECT id FROM care.practice WHERE short_name = 'leeg') AND role IN ('DISTRICT_NURSE', 'GP', 'PRACTICE_NURSE')`,
    );
    const officer = await browser.openWindow(stack.origin);
    await signInAs(officer, 'LOG_OFFICER');
    await openByKey(officer, officer.getByRole('link', { name: /^Toegang bevestigen: \d personen/ }));
    await officer.getByRole('region', { name: 'Thuiszorg leeg' }).waitFor();
    expect(await officer.getByRole('button', { name: /^Werkt hier nog/ }).count()).toBe(0);
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    await openByKey(manager, manager.getByRole('link', { name: /^Toegang bevestigen: \d personen/ }));
    expect(await accessibilityFaults(manager)).toEqual([]);
    await openByKey(manager, manager.getByRole('button', { name: 'Iedereen hier werkt hier nog: Praktijk leeg' }));
    await manager.getByRole('region', { name: 'Praktijk leeg' }).waitFor({ state: 'detached' });
    await openByKey(manager, manager.getByRole('button', { name: /^Werkt hier nog: DISTRICT_NURSE leeg/ }));
    await manager.getByText('Iedereen is bevestigd').waitFor();
    const { rows } = await stack.owner.query('SELECT count(*)::int AS n FROM care.membership_confirmation');
    expect(rows[0].n).toBeGreaterThanOrEqual(3);
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('gives a link for a lost password, and takes a lost second factor away after a check', async () => {
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    await openPeople(manager);
    await openByKey(manager, manager.getByRole('button', { name: /^Beheren: PRACTICE_NURSE leeg/ }));
    expect(await accessibilityFaults(manager)).toEqual([]);
    await openByKey(manager, manager.getByRole('button', { name: 'Link voor een nieuw wachtwoord' }));
    const link = await readLink(manager, 'Link voor een nieuw wachtwoord van PRACTICE_NURSE leeg');
    const nurse = await browser.openWindow(stack.origin);
    await nurse.goto(link);
    await nurse.getByRole('heading', { name: 'Nieuw wachtwoord' }).waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);

    await openByKey(manager, manager.getByRole('button', { name: /^Beheren: DISTRICT_NURSE leeg/ }));
    await openByKey(manager, manager.getByRole('button', { name: 'Tweede stap opnieuw laten instellen' }));
    await tabTo(manager, manager.getByRole('radio').first());
    await manager.keyboard.press('Space');
    expect(await accessibilityFaults(manager)).toEqual([]);
    await openByKey(manager, manager.getByRole('button', { name: 'Weghalen' }));
    await manager.getByText('De tweede stap van DISTRICT_NURSE leeg is weggehaald.').waitFor();
  }, 60_000);

  it('is read by the log officer and has no place for others', async () => {
    const officer = await browser.openWindow(stack.origin);
    await signInAs(officer, 'LOG_OFFICER');
    await openPeople(officer);
    await officer.getByRole('region', { name: 'Praktijk leeg' }).waitFor();
    expect(await officer.getByRole('button', { name: /^Beheren|uitnodigen|toevoegen/ }).count()).toBe(0);
    const nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'PRACTICE_NURSE');
    await nurse.goto('/users');
    await nurse.getByText('Deze pagina bestaat niet').waitFor();
    expect(await nurse.getByRole('link', { name: 'Mensen', exact: true }).count()).toBe(0);
  }, 60_000);
});

it('a first day and a last day are typed the Dutch way', async () => {
  const manager = await browser.openWindow(stack.origin);
  await signInAs(manager, 'PRACTICE_MANAGER');
  await openPeople(manager);
  await openByKey(manager, manager.getByRole('button', { name: 'Collega uitnodigen' }));
  const dialog = manager.getByRole('dialog', { name: 'Collega uitnodigen' });
  await manager.keyboard.type('Kim de Boer');
  await typeInto(manager, dialog.getByLabel('E-mailadres'), 'kim@es.example');
  await typeInto(manager, dialog.getByLabel('Organisatie', { exact: true }), 'Thuiszorg');
  await typeInto(manager, dialog.getByLabel(/^Eerste dag/), formatDutchDay(addDays(TODAY, 10)));
  await typeInto(manager, dialog.getByLabel(/^Laatste dag/), formatDutchDay(addDays(TODAY, 5)));
  await manager.keyboard.press('Enter');
  await dialog.getByText('Deze dag ligt voor de eerste dag.').first().waitFor();
  expect(await accessibilityFaults(manager)).toEqual([]);
}, 60_000);
