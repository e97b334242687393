import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Locator, Page } from 'playwright-core';
import { LIGHTEST } from '../../apps/api/src/testing/test-forms.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { hasFocus, openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());

let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startStack({});
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const saved = (page: Page): Promise<void> => page.getByText(/^opgeslagen \d\d:\d\d$/).first().waitFor(); // prettier-ignore

/** Somebody with answers that suggest three areas, and what is answered beside. */
async function answered(page: Page, family: string, more: object = {}): Promise<string> {
  const client = await addClient(page, { family });
  const answers = { ...LIGHTEST, 'gfi-01': 'dependent', 'gfi-02': 'dependent', 'gfi-11': 'yes', ...more };
  const form = { channel: 'PAPER', completedBy: 'SELF', completedOn: TODAY, status: 'COMPLETED', answers };
  expect((await page.request.post(`/api/v1/clients/${client}/responses`, { data: form })).status()).toBe(201);
  return client;
}

/** Counts what is pressed; the text itself is not counted. */
function counter(page: Page) {
  let count = 0;
  return {
    count: () => count,
    press: async (...keys: string[]) => {
      for (const key of keys) {
        count += 1;
        await page.keyboard.press(key);
      }
    },
    /** Tab until the focus is there. */
    to: async (target: Locator) => {
      await target.waitFor();
      while (!(await hasFocus(target))) {
        count += 1;
        await page.keyboard.press('Tab');
      }
    },
  };
}

const GOALS = [
  ['Eenzaamheid', 'Het is stil in huis', 'Elke week bezoek'],
  ['Boodschappen doen', 'Ik kan de tas niet tillen', 'Zelf brood halen'],
  ['Buitenshuis komen', 'Ik durf de straat niet op', 'Weer naar de markt'],
] as const;

describe('a zorgleefplan, by keyboard alone', () => {
  it('is made from the answers in under 60 keys, adopted, scored, evaluated and closed', async () => {
    const page = await browser.openWindow(stack.origin);
    await beSignedInAs(page, 'GP');
    const client = await answered(page, 'Planhuis');
    await page.goto(`/clients/${client}/care-plan`);
    await page.getByRole('heading', { name: 'Nog geen zorgleefplan' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await tabTo(page, button(page, 'Begin een zorgleefplan'));

    const keys = counter(page);
    await keys.press('Enter');
    const strengths = page.getByLabel('Wat gaat goed, krachten en talenten');
    await strengths.waitFor();
    await keys.to(strengths);
    await page.keyboard.type('Maakt graag een praatje');
    await keys.press('Tab');
    await page.keyboard.type('De tuin, en zelf naar de markt');
    for (const [area, words, goal] of GOALS) {
      await keys.to(button(page, `Neem ${area} op`));
      await keys.press('Enter');
      await page.getByLabel('In de woorden van de cliënt').last().waitFor();
      await page.keyboard.type(words);
      await keys.press('Tab', '8', 'Tab');
      await page.keyboard.type(goal);
      await keys.press('Tab', '4', 'Enter');
      await page.getByRole('group', { name: `Doel: ${goal}` }).waitFor();
    }
    expect(keys.count()).toBeLessThan(60);
    await saved(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    const { rows } = await stack.owner.query(
      `SELECT p.state, p.strengths, p.what_matters, count(g.id)::int AS goals, min(g.baseline_score) AS start, max(g.target_score) AS wish
       FROM care.care_plan p JOIN care.goal g ON g.plan_id = p.id WHERE p.client_id = $1 GROUP BY p.practice_id, p.id`,
      [client],
    );
    expect(rows).toEqual([
      { state: 'DRAFT', strengths: 'Maakt graag een praatje', what_matters: 'De tuin, en zelf naar de markt', goals: 3, start: 8, wish: 4 },
    ]); // prettier-ignore

    const goal = page.getByRole('group', { name: 'Doel: Weer naar de markt' });
    await openByKey(page, goal.getByRole('button', { name: 'Voeg een actie toe' }));
    await page.getByRole('dialog', { name: 'Voeg een actie toe' }).waitFor();
    await page.keyboard.type('Elke dag een rondje');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await goal.getByText('Elke dag een rondje').waitFor();
    await goal.getByText(`Cliënt zelf · uiterlijk ${formatDutchDay(addMonths(TODAY, 6))}`).waitFor();

    await openByKey(page, button(page, 'Besproken met de cliënt'));
    await page.getByRole('dialog', { name: 'Besproken met de cliënt' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('besproken met cliënt', { exact: true }).waitFor();
    await openByKey(page, button(page, 'Stel vast'));
    await page.getByRole('dialog', { name: 'Plan vaststellen' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('vastgesteld', { exact: true }).waitFor();

    await openByKey(page, goal.getByRole('button', { name: 'Nieuw cijfer' }));
    await page.getByRole('dialog', { name: 'Nieuw cijfer van de cliënt' }).waitFor();
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await goal.getByText(`Cijfers: 6 op ${formatDutchDay(TODAY)}`).waitFor();
    await page.getByText('in uitvoering', { exact: true }).waitFor();
    await openByKey(page, goal.getByRole('button', { name: 'Gedaan: Elke dag een rondje' }));
    await openByKey(page, goal.getByRole('button', { name: 'Toch niet gedaan: Elke dag een rondje' }));
    await goal.getByRole('button', { name: 'Gedaan: Elke dag een rondje' }).waitFor();

    await typeInto(page, page.getByLabel('Wensen'), 'Een hond');
    await page.getByText('Gegevens gewijzigd: wie is deze persoon (Wensen)').waitFor();
    await openByKey(page, button(page, 'Stel de wijzigingen vast'));
    await page.getByRole('dialog', { name: 'Plan vaststellen' }).waitFor();
    await page.keyboard.press('Enter');
    await openByKey(page, page.getByRole('link', { name: /^Editie 1 van/ }));
    await page.getByRole('heading', { name: 'Editie 1' }).waitFor();
    expect(await page.getByText('Een hond').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await openByKey(page, page.getByRole('link', { name: 'Terug naar het zorgleefplan' }));
    // reading a plan begins at its top, not where problems are added
    const suggestions = page.getByRole('region', { name: 'Uit de antwoorden' });
    await suggestions.waitFor();
    expect(await suggestions.evaluate((section) => section.contains(document.activeElement))).toBe(false);

    await openByKey(page, page.getByRole('link', { name: 'Overzicht' }));
    const glance = page.getByRole('region', { name: 'Wat belangrijk is' });
    await glance.getByText('De tuin, en zelf naar de markt').waitFor();
    const shown = glance.getByRole('listitem').filter({ hasText: 'Weer naar de markt' });
    expect((await shown.locator('dd').allTextContents()).join(' ')).toBe('8 4 6');
    expect(await accessibilityFaults(page)).toEqual([]);
    await openByKey(page, shown.getByRole('link'));

    await openByKey(page, button(page, 'per leefgebied'));
    await page.getByRole('heading', { level: 3, name: 'Financiën' }).waitFor();
    expect(new URL(page.url()).search).toBe('?layout=BY_LIFE_AREA');
    await page.reload();
    await page.getByRole('heading', { level: 3, name: 'Zingeving' }).waitFor();
    await goal.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.getByRole('link', { name: /per leefgebied/ }).getAttribute('href')).toMatch(
      /layout=BY_LIFE_AREA$/,
    );
    await openByKey(page, button(page, 'wat de cliënt wil'));

    await openByKey(page, button(page, 'Evalueer'));
    const dialog = page.getByRole('dialog', { name: 'Evaluatie' });
    await dialog.waitFor();
    await openByKey(page, dialog.getByRole('button', { name: 'Bewaar de evaluatie' }));
    await dialog.getByText('Geef een eindcijfer, of kies dat het doel doorloopt.').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const [, , words] of GOALS) {
      const judged = dialog.getByRole('group', { name: `Doel: ${words}` });
      await typeInto(page, judged.getByLabel('Eindcijfer (0–10)'), '4');
      await typeInto(page, judged.getByLabel(`Eén zin bij: ${words}`), 'Gelukt');
    }
    await openByKey(page, dialog.getByRole('button', { name: 'Bewaar de evaluatie' }));
    await page.getByText('geëvalueerd', { exact: true }).waitFor();
    await goal.getByText('Eindcijfer 4: gehaald. Vooruitgang 4, nog te gaan 0.').waitFor();

    await openByKey(page, button(page, 'Sluit af'));
    await openByKey(page, button(page, 'Sluit het plan af'));
    await page.getByRole('heading', { name: 'Nog geen zorgleefplan' }).waitFor();
    await openByKey(page, page.getByRole('link', { name: /^Plan van/ }));
    await page.getByText('afgesloten', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 120_000);

  it('loses nothing: two people in one text, a wish that is worse, and a connection that goes', async () => {
    const page = await browser.openWindow(stack.origin, { viewport: { width: 320, height: 700 } });
    await beSignedInAs(page, 'GP');
    const client = await answered(page, 'Tweehuis', { 'gfi-15': 'yes' });
    const begun = await page.request.post(`/api/v1/clients/${client}/care-plans`, { data: {} });
    const { id } = (await begun.json()) as { id: string };
    await page.goto(`/clients/${client}/care-plan`);
    const wishes = page.getByLabel('Wensen');
    await button(page, 'Neem Omgaan met spanning en tegenslag op').waitFor(); // the widest name
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    await page.context().setOffline(true);
    await typeInto(page, wishes, 'Mijn tekst');
    await page.getByText('niet opgeslagen', { exact: true }).waitFor();
    expect(await wishes.inputValue()).toBe('Mijn tekst');
    const stored = () => stack.owner.query('SELECT wishes, strengths FROM care.care_plan WHERE id = $1', [id]);
    await page.request.fetch(`/api/v1/care-plans/${id}`, { method: 'PATCH', headers: { 'If-Match': '"1"' }, data: { wishes: 'Van een collega' } }); // prettier-ignore
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'U schreef hier tegelijk met een collega' }).waitFor();
    await page.getByRole('cell', { name: 'Mijn tekst' }).waitFor();
    await page.getByRole('cell', { name: 'Van een collega' }).waitFor();
    expect((await stored()).rows).toEqual([{ wishes: 'Van een collega', strengths: null }]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await openByKey(page, button(page, 'Houd mijn tekst bij Wensen'));
    await saved(page);
    expect((await stored()).rows).toEqual([{ wishes: 'Mijn tekst', strengths: null }]);

    await openByKey(page, button(page, 'Neem Buitenshuis komen op'));
    await page.keyboard.type('Ver');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Naar buiten');
    await page.keyboard.press('Tab');
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Het gewenste cijfer is slechter dan nu' }).waitFor();
    await openByKey(page, button(page, 'Ja, zo is het bedoeld'));
    const goal = page.getByRole('group', { name: 'Doel: Naar buiten' });
    await openByKey(page, goal.getByRole('button', { name: 'Wijzig het doel' }));
    await page.getByRole('dialog', { name: 'Wijzig het doel' }).waitFor();
    await page.getByLabel('Streefdatum').fill('1-1-2020');
    await openByKey(page, button(page, 'Bewaar het doel'));
    await openByKey(page, button(page, 'Ja, zo is het bedoeld'));
    await page.getByText('Deze dag ligt voor de eerste dag.').first().waitFor();
    expect(browser.faults).toEqual([]);
  }, 90_000);
});
