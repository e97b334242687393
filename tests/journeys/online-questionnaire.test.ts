import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORM_PAGES, SHIPPED_PACKS, showAccessCode } from '@samenoud/domain';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { inviteOnline } from '../../apps/api/src/testing/online-invitation.ts';
import { strictestFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient, storedAnswers } from './support/entry.ts';
import { openByKey, typeInto } from './support/keyboard.ts';
import { smallTargets, storedForm, tracesIn } from './support/online.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const BORN = ['3', '4', '1941'] as const;
const NARROW = { width: 320, height: 700 };
const ITEMS = [...SHIPPED_PACKS.gfi.items, ...SHIPPED_PACKS.imesa.items];
const QUESTIONS = FORM_PAGES.flatMap(({ items }) => items).length;

let stack: Stack;
let browser: TestBrowser;
let staff: Page;
let people = 0;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  staff = await browser.openWindow(stack.origin);
  await beSignedInAs(staff, 'PRACTICE_ASSISTANT');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

/** A client of `leeg` with the letter on the table. */
async function invited(): Promise<{ client: string; code: string }> {
  people += 1;
  const client = await addClient(staff, { family: `Online-${'abcdefghij'[people]}`, birthDate: '1941-04-03' });
  return { client, code: (await inviteOnline(stack.owner, client, 'leeg')).code };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const atQuestion = (page: Page, number: number) => page.getByText(`Vraag ${number} van ${QUESTIONS}`).waitFor();
const saved = (page: Page) => page.getByText(/^Opgeslagen om \d\d:\d\d$/).waitFor();

/** Somebody at home, by keyboard only, from the welcome page to the first page of the form. */
async function enter(page: Page, code?: string): Promise<void> {
  await openByKey(page, button(page, 'Beginnen'));
  if (code !== undefined) await typeInto(page, page.getByLabel('Code uit de brief'), code);
  const boxes = ['Dag', 'Maand', 'Jaar'] as const;
  for (const [index, label] of boxes.entries()) await typeInto(page, page.getByLabel(label), BORN[index] ?? '');
  await page.keyboard.press('Enter');
}

/** Answers the questions from `first` to `last` by keyboard, the option that `choose` says of each. */
async function answer(page: Page, first: number, last: number, choose: (number: number) => number): Promise<void> {
  for (let number = first; number <= last; number += 1) {
    await atQuestion(page, number);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let step = 0; step < choose(number); step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
}

/** What is stored of the option at a place; the place after the last one is "weet ik niet". */
function stored(number: number, place: number): unknown {
  const item = ITEMS[number - 1]?.answer;
  if (item?.kind === 'INTEGER') return place <= item.maximum ? place : { missing: 'BLANK' };
  return item?.options[place]?.code ?? { missing: 'BLANK' };
}

const choice = (number: number): number => (number === 5 ? 7 : number % 3 === 0 ? 1 : 0);

describe('answering a letter online', () => {
  it('is done by keyboard, over two devices and a cut in the network; it is stored as it was answered', async () => {
    const { client, code } = await invited();
    const asked: string[] = [];
    const kitchen = await browser.openWindow(stack.origin);
    kitchen.on('request', (request) => asked.push(request.url()));
    await kitchen.goto(`/vragenlijst#${showAccessCode(code)}`);
    await heading(kitchen, 'Vragenlijst van uw huisarts');
    expect(new URL(kitchen.url()).hash).toBe('');
    await enter(kitchen);
    await heading(kitchen, 'Wie vult de vragenlijst in?');
    await kitchen.keyboard.press('Tab');
    await kitchen.keyboard.press('Space');
    await kitchen.keyboard.press('ArrowDown');
    await typeInto(kitchen, kitchen.getByLabel('Wie helpt u?'), 'dochter');
    await kitchen.keyboard.press('Enter');
    await answer(kitchen, 1, 10, choice);
    await atQuestion(kitchen, 11);
    await openByKey(kitchen, button(kitchen, 'Stoppen en later verdergaan'));
    await heading(kitchen, 'Tot later');
    expect(await tracesIn(kitchen)).toMatchObject({ cookies: [], stored: 0, databases: 0, caches: 0 });

    const couch = await browser.openWindow(stack.origin, { viewport: NARROW });
    couch.on('request', (request) => asked.push(request.url()));
    await couch.goto('/vragenlijst');
    await enter(couch, showAccessCode(code).toLowerCase().replaceAll('-', ' '));
    await atQuestion(couch, 11);
    await couch.route('**/public/questionnaire/responses/**', (route) => route.abort());
    await answer(couch, 11, 12, choice);
    await couch.getByText(/^Niet opgeslagen\. Er is geen verbinding\./).waitFor();
    expect(Object.keys(await storedAnswers(stack, client))).toHaveLength(10);
    await couch.unroute('**/public/questionnaire/responses/**');
    await saved(couch);
    await answer(couch, 13, QUESTIONS, choice);
    await heading(couch, 'Wilt u nog iets zeggen?');
    await couch.getByText(/Wij lezen dit op een werkdag\. .* Bij spoed: bel 112\./).waitFor();
    await typeInto(couch, couch.getByLabel(/^Uw woorden/), 'De tuin, en zelf naar de markt.');
    await openByKey(couch, button(couch, 'Verder'));
    await heading(couch, 'Kijk uw antwoorden na');
    await openByKey(couch, button(couch, 'Versturen').first());
    await heading(couch, 'Dank u wel');

    const numbers = ITEMS.map((_, index) => index + 1);
    const expected = Object.fromEntries(
      numbers.map((number) => [ITEMS[number - 1]?.id, stored(number, choice(number))]),
    );
    expect(await storedAnswers(stack, client)).toEqual(expected);
    expect(await storedForm(stack, client)).toEqual({
      status: 'COMPLETED',
      channel: 'ONLINE',
      completedBy: 'WITH_HELP',
      completedWithHelpOf: 'dochter',
      remark: 'De tuin, en zelf naar de markt.',
      invitation: 'SCORED',
    });
    const letters = new RegExp(`${code}|${showAccessCode(code)}|1941|dochter|markt`, 'i');
    expect(asked.filter((url) => letters.test(url))).toEqual([]);
    expect(asked.filter((url) => /\/assets\/(staff|App)-/.test(url))).toEqual([]);
  }, 120_000);

  it('leaves nothing behind after sending: not in the browser, not by going back, not by coming back', async () => {
    const { code } = await invited();
    const page = await browser.openWindow(stack.origin);
    await page.goto(`/vragenlijst#${code}`);
    await enter(page);
    await page.getByLabel('Ik vul hem zelf in').check();
    await button(page, 'Verder').click();
    await answer(page, 1, 1, () => 1);
    await atQuestion(page, 2);
    for (let number = 2; number <= QUESTIONS; number += 1) {
      await page.getByLabel('Weet ik niet').check();
      await button(page, 'Verder').click();
      if (number < QUESTIONS) await atQuestion(page, number + 1);
    }
    await button(page, 'Verder').click();
    await page.getByText(`${QUESTIONS - 1} vragen hebben nog geen antwoord:`).waitFor();
    await button(page, 'Versturen').last().click();
    await heading(page, 'Dank u wel');
    expect(await page.getByRole('main').textContent()).not.toMatch(
      /\bGFI|INTERMED|score|profiel|kwetsbaar|robuust|complex/i,
    );
    expect(await tracesIn(page)).toMatchObject({
      cookies: [],
      stored: 0,
      databases: 0,
      caches: 0,
      address: '/vragenlijst',
    });
    const shown = async (): Promise<string> => (await page.getByRole('main').textContent()) ?? '';
    await page.goBack();
    expect(await shown()).toContain('Dank u wel');
    await page.reload();
    await heading(page, 'Vragenlijst van uw huisarts');
    await page.goto('/vragenlijst');
    await enter(page, code);
    await heading(page, 'U hoeft hier niets meer in te vullen');
    expect(await shown()).toContain('Wij hebben uw antwoorden al.');
  }, 90_000);

  it('goes one question back with the browser’s own button, and on after a reload without the code', async () => {
    const { code } = await invited();
    const page = await browser.openWindow(stack.origin);
    await page.goto(`/vragenlijst#${code}`);
    await enter(page);
    await page.getByLabel('Ik vul hem zelf in').check();
    await button(page, 'Verder').click();
    await answer(page, 1, 3, () => 1);
    await atQuestion(page, 4);
    await page.goBack();
    await atQuestion(page, 3);
    expect(await page.getByLabel('niet zelfstandig').isChecked()).toBe(true);
    await saved(page);
    await page.reload();
    await heading(page, 'U was al bezig');
    await button(page, 'Verdergaan').click();
    await atQuestion(page, 4);
    await button(page, 'Terug').click();
    await atQuestion(page, 3);
  }, 60_000);

  it('asks the code again when the hour is over, and saves what was answered meanwhile', async () => {
    const { client, code } = await invited();
    const page = await browser.openWindow(stack.origin);
    await page.goto(`/vragenlijst#${code}`);
    await enter(page);
    await page.getByLabel('Ik vul hem zelf in').check();
    await button(page, 'Verder').click();
    await atQuestion(page, 1);
    await saved(page);
    await stack.owner.query(`UPDATE auth.respondent_session SET last_input_at = now() - interval '61 minutes'`);
    await page.getByLabel('niet zelfstandig').check();
    await heading(page, 'Vul uw code nog eens in');
    await page.getByLabel('Code uit de brief').fill(code);
    for (const [index, label] of (['Dag', 'Maand', 'Jaar'] as const).entries())
      await page.getByLabel(label).fill(BORN[index] ?? '');
    await page.keyboard.press('Enter');
    await atQuestion(page, 1);
    await saved(page);
    expect(await storedAnswers(stack, client)).toEqual({ 'gfi-01': 'dependent' });
  }, 60_000);

  it('warns before the hour is over', async () => {
    const { code } = await invited();
    const page = await browser.openWindow(stack.origin);
    await page.clock.install();
    await page.goto(`/vragenlijst#${code}`);
    await enter(page);
    await page.getByLabel('Ik vul hem zelf in').check();
    await saved(page);
    await page.clock.runFor(60_000);
    await page.clock.fastForward('54:30');
    await page.getByRole('dialog', { name: 'Bent u er nog?' }).waitFor();
    await page.getByRole('button', { name: 'Ik ben er nog' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Ik vul hem zelf in').isChecked()).toBe(true);
  }, 60_000);
});

describe('every page of it, for everybody', () => {
  const SHAPES: readonly (readonly [string, BrowserContextOptions])[] = [
    ['wide', {}],
    ['at 320 px', { viewport: NARROW }],
    ['dark', { colorScheme: 'dark' }],
    ['at 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ];

  it.each(SHAPES)(
    'has contrast, targets of 44 px and type of 20 px: %s',
    async (_, shape) => {
      const { code } = await invited();
      const page = await browser.openWindow(stack.origin, shape);
      const expectGood = async (): Promise<void> => {
        expect(await strictestFaults(page)).toEqual([]);
        expect(await smallTargets(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        const size = await page
          .getByRole('main')
          .evaluate((main) => Number.parseFloat(getComputedStyle(main).fontSize));
        expect(size).toBeGreaterThanOrEqual(20);
      };
      await page.goto('/vragenlijst');
      await heading(page, 'Vragenlijst van uw huisarts');
      await expectGood();
      await button(page, 'Beginnen').click();
      await button(page, 'Verder').click();
      await expectGood();
      await page.getByLabel('Code uit de brief').fill(code);
      for (const [index, label] of (['Dag', 'Maand', 'Jaar'] as const).entries())
        await page.getByLabel(label).fill(BORN[index] ?? '');
      await page.keyboard.press('Enter');
      await heading(page, 'Wie vult de vragenlijst in?');
      await page.getByLabel('Iemand helpt mij').check();
      await expectGood();
      await page.keyboard.press('Enter');
      for (let number = 1; number <= QUESTIONS; number += 1) {
        await atQuestion(page, number);
        if (number === 1) await button(page, 'Verder').click();
        if ([1, 5, 10, 16].includes(number)) await expectGood();
        await page.getByLabel('Weet ik niet').check();
        await page.keyboard.press('Enter');
      }
      await heading(page, 'Wilt u nog iets zeggen?');
      await expectGood();
      await button(page, 'Verder').click();
      await heading(page, 'Kijk uw antwoorden na');
      await expectGood();
      await button(page, 'Ik doe niet mee').click();
      await page.getByRole('dialog', { name: 'Wilt u niet meedoen?' }).waitFor();
      await expectGood();
      await button(page, 'Nee, ik ga verder').click();
      await button(page, 'Versturen').first().click();
      await heading(page, 'Dank u wel');
      await expectGood();
    },
    120_000,
  );
});

it('asked no other host, threw nothing and kept to the content policy', () => {
  expect(browser.faults).toEqual([]);
});
