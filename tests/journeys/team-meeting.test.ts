import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Locator, Page } from 'playwright-core';
import { testMember } from '../../apps/api/src/testing/test-network.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient, completeForm } from './support/entry.ts';
import { openByKey, typeInto } from './support/keyboard.ts';
import { PAPER_KEYS } from './support/paper.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());
const NURSE = testMember('leeg', 'DISTRICT_NURSE').userId;

let stack: Stack;
let browser: TestBrowser;
let gp: Page;
let nurse: Page;
let discussed = '';
let broughtIn = '';
let letReadsGo = (): void => {};

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  gp = await browser.openWindow(stack.origin);
  await beSignedInAs(gp, 'GP');
}, 90_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name });

/** Keeps the answers to reading a meeting, as a busy server does. */
async function holdReads(page: Page): Promise<() => void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/api\/v1\/meetings\/[^/]+$/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

/** Takes a decision: its key, what is typed, Enter. */
async function decide(page: Page, key: string, dialog: string, words = ''): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('dialog', { name: dialog }).waitFor();
  if (words !== '') await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: dialog }).waitFor({ state: 'detached' });
}

describe('a meeting of the Ouderenzorg Team, by keyboard alone', () => {
  it('is planned from nothing, and its agenda is there at once with why', async () => {
    discussed = await addClient(gp, { family: 'Berg' });
    broughtIn = await addClient(gp, { family: 'Visser' });
    await completeForm(gp, discussed, PAPER_KEYS);
    await openByKey(gp, gp.getByRole('navigation').getByRole('link', { name: 'Teamoverleg' }));
    await heading(gp, 'Er is nog geen overleg gepland').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await openByKey(gp, button(gp, 'Plan een overleg'));
    await gp.getByRole('dialog', { name: 'Overleg plannen' }).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await openByKey(gp, button(gp, 'Plan het overleg'));
    await gp.getByText('Vul een dag in.').waitFor();
    await gp.keyboard.type(formatDutchDay(addDays(TODAY, 1)));
    await typeInto(gp, gp.getByLabel('Uur'), '14:00');
    await gp.keyboard.press('Enter');
    await heading(gp, '1 cliënt te bespreken').waitFor();
    await gp.getByRole('link', { name: 'Berg, J.M. van der' }).waitFor();
    await gp.getByText(/^eerste profiel: /).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
  }, 90_000);

  it('takes a client who is brought in from her record with one question', async () => {
    await gp.goto(`/clients/${broughtIn}`);
    await heading(gp, /^Visser/).waitFor();
    await gp.keyboard.press('o');
    await gp.getByRole('dialog', { name: 'Inbrengen in het teamoverleg' }).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.press('Enter');
    await gp.getByText('Schrijf de vraag op.').waitFor();
    await gp.keyboard.type('Wie gaat mee over de medicijnen?');
    await gp.keyboard.press('Enter');
    await gp.getByRole('dialog').waitFor({ state: 'detached' });
    const { rows } = await stack.owner.query('SELECT question FROM care.agenda_topic WHERE client_id = $1', [
      broughtIn,
    ]);
    expect(rows).toEqual([{ question: 'Wie gaat mee over de medicijnen?' }]);
    await openByKey(gp, gp.getByRole('navigation').getByRole('link', { name: 'Teamoverleg' }));
    await openByKey(gp, gp.getByRole('link', { name: /in voorbereiding/ }));
    await heading(gp, '2 cliënten te bespreken').waitFor();
  }, 90_000);

  it('leaves out who the GP confirms before it, with one key', async () => {
    const confirmed = await addClient(gp, { family: 'Zeker', birthDate: '1941-02-03' });
    await completeForm(gp, confirmed, PAPER_KEYS);
    await openByKey(gp, gp.getByRole('navigation').getByRole('link', { name: 'Teamoverleg' }));
    await openByKey(gp, gp.getByRole('link', { name: /in voorbereiding/ }));
    await openByKey(gp, button(gp, 'Bouw opnieuw'));
    await heading(gp, '3 cliënten te bespreken').waitFor();
    await openByKey(gp, gp.getByRole('link', { name: 'Profielen doornemen' }));
    await gp.getByText('Nog 2 profielen').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.press('d');
    await gp.getByText('Nog 1 profiel').waitFor();
    await heading(gp, '1 cliënt wordt besproken').waitFor();
    await gp.getByText(/· wordt besproken \(GP leeg, /).waitFor();
    await gp.keyboard.press('b');
    await heading(gp, 'Alle profielen zijn doorgenomen').waitFor();
    await gp.getByText('1 cliënt wordt besproken.').waitFor();
    const { rows } = await stack.owner.query(
      'SELECT profile, reason_code AS code, response_id IS NOT NULL AS rests FROM care.profile_assignment WHERE client_id = $1',
      [confirmed],
    );
    expect(rows).toEqual([{ profile: 'FRAIL', code: 'SCORE_CONFIRMED', rests: true }]);
    expect(await accessibilityFaults(gp)).toEqual([]);
    await openByKey(gp, gp.getByRole('navigation').getByRole('link', { name: 'Teamoverleg' }));
    await openByKey(gp, gp.getByRole('link', { name: /in voorbereiding/ }));
    await heading(gp, '2 cliënten te bespreken').waitFor();
    await openByKey(gp, gp.getByText('1 bevestigd, niet op de agenda'));
    await gp.getByText(/Zeker, J\.M\. van der: kwetsbaar, GP leeg op /).waitFor();
  }, 90_000);

  it('says who was not asked, and takes a no before it begins', async () => {
    await openByKey(gp, gp.getByText('Aan 2 cliënten is nog niet gevraagd of bespreken mag'));
    await openByKey(gp, button(gp, 'Akkoord: Visser, J.M. van der'));
    await gp.getByRole('dialog', { name: 'Akkoord van Visser, J.M. van der' }).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.press('ArrowDown');
    await gp.keyboard.press('Enter');
    await gp.getByText('alleen eigen zorgverleners', { exact: true }).waitFor();
    await gp.getByText('Aan 1 cliënt is nog niet gevraagd of bespreken mag').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
  }, 60_000);

  it('has topics about no client at its end', async () => {
    for (const topic of ['Rooster van de griepprik', 'Nieuwe folder']) {
      await typeInto(gp, gp.getByLabel('Nieuw onderwerp'), topic);
      await gp.keyboard.press('Enter');
      await gp.getByRole('region', { name: 'Onderwerpen' }).getByText(topic, { exact: true }).waitFor();
    }
    await openByKey(gp, button(gp, 'Eerder: Nieuwe folder'));
    await button(gp, 'Later: Nieuwe folder').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
  }, 60_000);

  it('is shared and begun; each decision is the change in the record, and on the other screen at once', async () => {
    await openByKey(gp, button(gp, 'Deel de agenda'));
    await openByKey(gp, button(gp, 'Begin het overleg'));
    await heading(gp, /^Berg, J\.M\. van der/).waitFor();
    nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'DISTRICT_NURSE');
    await nurse.goto(`${new URL(gp.url()).pathname}?at=1`);
    await heading(nurse, /^Berg, J\.M\. van der/).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await decide(gp, 'p', 'Profiel');
    await nurse.getByText(/profiel kwetsbaar$/).waitFor();
    await nurse.keyboard.press('c');
    await nurse.getByRole('combobox', { name: 'Casemanager' }).selectOption(NURSE);
    await nurse.keyboard.press('Enter');
    await gp.getByText(/casemanager DISTRICT_NURSE leeg/).waitFor();
    await decide(gp, 'a', 'Actie', 'Samen op huisbezoek');
    await nurse.getByText(/actie: Samen op huisbezoek/).waitFor();
    letReadsGo = await holdReads(nurse);
    await decide(nurse, 'n', 'Notitie', 'Dochter wil erbij zijn');
    await gp.getByText(/notitie: Dochter wil erbij zijn/).waitFor();
    const { rows } = await stack.owner.query(
      `SELECT (SELECT count(*)::int FROM care.profile_assignment a WHERE a.client_id = c.id) AS assigned,
         (SELECT count(*)::int FROM care.action a WHERE a.client_id = c.id AND a.kind = 'MEETING' AND a.text = 'Samen op huisbezoek') AS actions,
         (SELECT count(*)::int FROM care.decision d WHERE d.client_id = c.id) AS decisions, c.case_manager_id AS manager
       FROM care.client c WHERE c.id = $1`,
      [discussed],
    );
    expect(rows).toEqual([{ assigned: 1, actions: 1, decisions: 4, manager: NURSE }]);
  }, 90_000);

  it('takes the last decision back with one key, and both stay visible', async () => {
    await nurse.keyboard.press('Backspace');
    await nurse.getByText('(ongedaan gemaakt)').waitFor();
    letReadsGo();
    await gp.getByText('(ongedaan gemaakt)').waitFor();
    const { rows } = await stack.owner.query(
      `SELECT d.kind, r.id IS NOT NULL AS undone FROM care.decision d LEFT JOIN care.decision r ON r.reverses_id = d.id
       WHERE d.client_id = $1 AND d.reverses_id IS NULL ORDER BY d.recorded_at, d.id`,
      [discussed],
    );
    expect(rows.map(({ kind, undone }) => [kind, undone])).toEqual([['ASSIGN_PROFILE', false], ['NAME_CASE_MANAGER', false], ['ACTION', false], ['NOTE', true]]); // prettier-ignore
  }, 60_000);

  it('covers who does not agree on the screen that all follow, shows her to her own care alone, and to all once she does', async () => {
    for (const page of [gp, nurse]) await page.keyboard.press('ArrowRight');
    await gp.getByText(/^Deze cliënt wil niet in het team besproken worden/).waitFor();
    expect(await gp.getByText(/Visser/).count()).toBe(0);
    await nurse.getByRole('main').getByText('niet gedeeld', { exact: true }).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.press('o');
    await heading(gp, /^Visser/).waitFor();
    await gp.getByText(/^De cliënt wil niet in het team besproken worden/).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.press('k');
    await gp.getByRole('dialog', { name: /^Akkoord van Visser/ }).waitFor();
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await gp.keyboard.press(key);
    await heading(nurse, /^Visser/).waitFor();
    for (const page of [gp, nurse]) await page.keyboard.press('ArrowLeft');
    await heading(gp, /^Berg/).waitFor();
  }, 60_000);

  it('is closed with minutes that say what the database says; who was not discussed comes back', async () => {
    await gp.keyboard.press('t');
    await gp.getByRole('dialog', { name: 'Terugkoppeling aan de cliënt' }).waitFor();
    await gp.keyboard.press('Enter');
    await gp.getByText(/^.+ op \d\d-\d\d-\d{4}$/).waitFor();
    await gp.keyboard.press('ArrowRight');
    await typeInto(gp, gp.getByLabel('Wat is er gezegd of besloten? Rooster van de griepprik'), 'Els maakt het');
    await openByKey(gp, button(gp, 'Bewaar: Rooster van de griepprik'));
    await gp.getByRole('checkbox', { name: 'Besproken: Rooster van de griepprik', checked: true }).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await openByKey(gp, gp.getByRole('link', { name: 'Terug naar de agenda' }));
    await openByKey(gp, button(gp, 'Sluit het overleg af'));
    const closing = gp.getByRole('dialog', { name: 'Het overleg afsluiten' });
    await closing.getByText('Visser, J.M. van der').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.press('Enter');
    await heading(gp, 'Verslag').waitFor();
    await gp
      .getByRole('region', { name: 'Verslag' })
      .getByText('Niet besproken: komt op de volgende agenda.')
      .waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await openByKey(gp, gp.getByText('Tekst voor het HIS: Berg, J.M. van der'));
    await gp.getByText(/^Ouderenzorg Team [^]*Profiel Kwetsbaar; casemanager DISTRICT_NURSE leeg/).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    const forClient = await gp.getByRole('link', { name: /PDF voor de cliënt ?: Berg/ }).getAttribute('href');
    for (const path of [forClient, await gp.getByRole('link', { name: 'Agenda als PDF' }).getAttribute('href')])
      expect((await gp.request.get(path ?? '')).headers()['content-type']).toBe('application/pdf');
    const shown = await gp.getByRole('region', { name: 'Verslag' }).getByRole('listitem').first().innerText();
    for (const words of ['profiel kwetsbaar', 'casemanager DISTRICT_NURSE leeg', 'actie: Samen op huisbezoek'])
      expect(shown).toContain(words);
    expect(shown).not.toContain('Dochter wil erbij zijn');
    const topics = await gp.getByRole('region', { name: 'Onderwerpen' }).getByRole('listitem').allInnerTexts();
    expect(topics.map((one) => one.split('\n').at(-1))).toEqual([
      'Niet besproken: komt op de volgende agenda.',
      'Els maakt het',
    ]);
    const { rows } = await stack.owner.query(
      `SELECT client_id, outcome FROM care.agenda_item WHERE state = 'ON' ORDER BY place`,
    );
    expect(rows).toEqual([{ client_id: discussed, outcome: 'DISCUSSED' }, { client_id: broughtIn, outcome: 'NOT_DISCUSSED' }]); // prettier-ignore

    await openByKey(gp, gp.getByRole('navigation').getByRole('link', { name: 'Teamoverleg' }));
    await openByKey(gp, gp.getByRole('link', { name: 'Terugblik' }));
    await heading(gp, /^Terugblik \d{4}$/).waitFor();
    const counted = gp.getByRole('row', { name: new RegExp(`^${formatDutchDay(addDays(TODAY, 1))}`) });
    expect((await counted.getByRole('cell').allInnerTexts()).filter((_, index) => index !== 1)).toEqual(['1', '3', '0 van 0', expect.any(String)]); // prettier-ignore
    expect(await accessibilityFaults(gp)).toEqual([]);

    await openByKey(gp, gp.getByRole('navigation').getByRole('link', { name: 'Teamoverleg' }));
    await openByKey(gp, button(gp, 'Plan een overleg'));
    await gp.keyboard.type(formatDutchDay(addDays(TODAY, 30)));
    await typeInto(gp, gp.getByLabel('Uur'), '9.30');
    await gp.keyboard.press('Enter');
    await gp.getByText(/^vorige keer niet besproken: /).waitFor();
    await gp.getByText('Vraag: Wie gaat mee over de medicijnen?').waitFor();
    await gp.getByText(/^open actie/).waitFor();
    await gp.getByText('Nieuwe folder', { exact: true }).waitFor();
  }, 90_000);

  it('is told beforehand who will not be there, and that she comes after all', async () => {
    await openByKey(gp, button(gp, 'Ik ben er niet bij'));
    await gp.getByText('Afgemeld: GP leeg').waitFor();
    await openByKey(gp, button(gp, 'Wijzig de deelnemers'));
    const dialog = gp.getByRole('dialog', { name: 'Aanwezig' });
    expect(await dialog.getByRole('checkbox', { name: /^Komt niet: GP leeg/ }).isChecked()).toBe(true);
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.press('Escape');
    await openByKey(gp, button(gp, 'Ik kom toch'));
    await gp.getByText('Afgemeld: GP leeg').waitFor({ state: 'detached' });
  }, 60_000);

  it('has a series, from which the next one is planned', async () => {
    await openByKey(gp, gp.getByRole('navigation').getByRole('link', { name: 'Teamoverleg' }));
    await openByKey(gp, gp.getByRole('link', { name: 'Reeks' }));
    await heading(gp, 'Reeks').waitFor();
    await gp.getByLabel('Welke week').selectOption('LAST');
    await gp.getByLabel('Vervanger van DISTRICT_NURSE leeg', { exact: false }).waitFor();
    await openByKey(gp, button(gp, /^Haal weg: ELDERLY_ADVISER leeg/));
    await gp
      .getByLabel('Vervanger van DISTRICT_NURSE leeg', { exact: false })
      .selectOption({ label: 'ELDERLY_ADVISER leeg, ouderenadviseur' });
    await openByKey(gp, button(gp, 'Opslaan'));
    await gp.getByText('Vul een uur in, zoals 14:00.').first().waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await gp.keyboard.type('12.30');
    await typeInto(gp, gp.getByLabel('Plaats'), 'Zaal 3');
    await gp.keyboard.press('Enter');
    await gp.getByText(/^Opgeslagen\. De eerste dag .* 12:30\.$/).waitFor();
    await openByKey(gp, gp.getByRole('link', { name: 'Terug naar het teamoverleg' }));
    await openByKey(gp, button(gp, 'Plan een overleg'));
    const form = gp.getByRole('dialog', { name: 'Overleg plannen' });
    expect([await form.getByLabel('Uur').inputValue(), await form.getByLabel('Plaats').inputValue()]).toEqual(['12:30', 'Zaal 3']); // prettier-ignore
    await typeInto(gp, form.getByLabel('Plaats'), 'Zaal 4');
    await gp.keyboard.press('Escape');
    await form.getByText('Wat u typte, is niet opgeslagen.', { exact: false }).waitFor();
    expect(await form.getByLabel('Plaats').inputValue()).toBe('Zaal 4');
    await gp.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    const { rows } = await stack.owner.query(
      'SELECT stand_in_id FROM care.meeting_series_member WHERE user_id = $1 AND removed_at IS NULL',
      [NURSE],
    );
    expect(rows).toEqual([{ stand_in_id: testMember('leeg', 'ELDERLY_ADVISER').userId }]);
  }, 90_000);

  it('asked no other host, threw nothing and kept to the content policy', () => {
    expect(browser.faults).toEqual([]);
  });
});
