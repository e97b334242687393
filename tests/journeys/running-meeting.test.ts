import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { openByKey } from './support/keyboard.ts';
import { type Act, action, decidedOn, fillIn, note, prepareMeeting, SEATS, storedDecisions, takeSeats, untilTaken, whenSaid } from './support/seats.ts'; // prettier-ignore
import { type MortalStack, startMortalStack } from './support/stack.ts';

const STARTS_AT = `${addDays(dayOfInstant(Date.now()), 1)}T12:30:00Z`;
const FAMILIES = ['Aker', 'Bos', 'Carels', 'Dam', 'Eik', 'Faber', 'Groen', 'Hof', 'Ilsen', 'Jager', 'Kok', 'Lamers'];
const PROFILE: Act = { key: 'p', dialog: 'Profiel', press: ['ArrowDown', 'Tab', 'Zo kent iedereen haar'], says: 'profiel kwetsbaar' }; // prettier-ignore
const MANAGER: Act = { key: 'c', dialog: 'Casemanager', says: 'casemanager ' };
const REFERRAL: Act = { key: 'v', dialog: 'Verwijzen', press: ['Tab', 'Fysio Leeg', 'Tab', 'Valangst'], says: 'verwijzing: ' }; // prettier-ignore
const REVIEW: Act = { key: 'b', dialog: 'Volgende bespreking', says: 'volgende bespreking op ' };
const TOGETHER: Act = { ...note('Huisarts vraagt ernaar'), key: 'r', dialog: '2 cliënten niet retour' };
const END: Act = { key: 'e', dialog: 'Niet meer bespreken', says: 'geen volgende bespreking' };

let stack: MortalStack;
let browser: TestBrowser;
let seats: Page[];
let gp: Page;
let so: Page;
let nurse: Page;
let adviser: Page;
let meetingId = '';
/** Milliseconds between Enter and the last of the screens. */
const took: number[] = [];

beforeAll(async () => {
  stack = await startMortalStack();
  browser = await openBrowser();
  seats = await takeSeats(browser, stack.origin);
  [gp, so, nurse, adviser] = seats as [Page, Page, Page, Page];
  meetingId = await prepareMeeting(gp, STARTS_AT, FAMILIES);
  // as a round would leave them that closed without their forms
  await stack.owner.query(
    `UPDATE care.agenda_reason r SET code = 'NOT_RETURNED' FROM care.client c
     WHERE c.id = r.client_id AND c.family_name IN ('Kok', 'Lamers')`,
  );
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const clientShown = (page: Page, family: string): Promise<void> =>
  page.getByRole('heading', { name: new RegExp(`^${family}, `) }).waitFor();

/** The GP goes on to the next client, and everybody who follows with her. */
async function goOnTo(family: string, pages = seats): Promise<void> {
  await gp.keyboard.press('ArrowRight');
  await Promise.all(pages.map((page) => clientShown(page, family)));
}

/** One of them takes a decision, and all screens say it. */
async function decide(by: Page, act: Act, pages = seats): Promise<void> {
  await fillIn(by, act);
  const all = pages.map((page) => whenSaid(page, act.says));
  const pressedAt = Date.now();
  await by.keyboard.press('Enter');
  took.push(Math.max(...(await Promise.all(all))) - pressedAt);
  await untilTaken(by, act);
}

/** What was decided about a client, in whatever order it arrived. */
const SCRIPT: Readonly<Record<string, readonly Act[]>> = {
  Aker: [note('Alleen voor de zorg')],
  Bos: [PROFILE, action('Bloeddruk nalopen')],
  Carels: [MANAGER, note('Graag naar de inloop')],
  Dam: [REFERRAL, REVIEW],
  Eik: [note('De dochter belt'), action('Nieuwe bril regelen'), note('Valt soms weg')],
  Faber: [action('Rollator laten nakijken'), note('Wil niet verhuizen')],
  Groen: ['huisarts', 'specialist', 'wijk', 'welzijn'].map((who) => note(`Volgens ${who}`)),
  Hof: [note('Toch niet')],
  Ilsen: [action('Samen naar de markt')],
  Jager: [END],
  Kok: [TOGETHER],
  Lamers: [TOGETHER],
};

/** The decisions of the script about this client, the first of them first. */
const scripted = (family: string): [Act, Act, Act, Act] => SCRIPT[family] as [Act, Act, Act, Act];

describe('twelve clients, four people, keys only', () => {
  it('begins, and what one decides is on all four screens; who is not shared has no name', async () => {
    await gp.goto(`/meetings/${meetingId}`);
    await openByKey(gp, gp.getByRole('button', { name: 'Begin het overleg' }));
    await clientShown(gp, 'Aker');
    const address = new URL(gp.url()).pathname;
    await Promise.all([so, nurse, adviser].map((page) => page.goto(address)));
    await Promise.all([so, nurse].map((page) => clientShown(page, 'Aker')));
    await adviser.getByText('niet gedeeld').waitFor();
    await decide(gp, scripted('Aker')[0], [gp, so, nurse]);
    expect(await adviser.locator('main').innerText()).not.toContain('Aker');
    await goOnTo('Bos');
    await decide(gp, scripted('Bos')[0]);
    await decide(so, scripted('Bos')[1]);
    await goOnTo('Carels');
    await decide(nurse, scripted('Carels')[0]);
    await decide(adviser, scripted('Carels')[1]);
    await goOnTo('Dam');
    await decide(so, scripted('Dam')[0]);
    await decide(gp, scripted('Dam')[1]);
    await so.getByText('U volgt GP leeg.').waitFor();
    expect(await accessibilityFaults(so)).toEqual([]);
  }, 120_000);

  it('lets physicians note what stands on no other screen, and keeps it while the connection is gone', async () => {
    const fieldOf = (page: Page) => page.getByLabel('Wat noteren de artsen?');
    await gp.keyboard.press('m');
    await fieldOf(gp).waitFor();
    await gp.keyboard.type('eGFR 38');
    await gp.getByText(/^opgeslagen \d/).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await so.keyboard.press('m');
    await fieldOf(so).and(so.getByText('eGFR 38')).waitFor();
    await so.context().setOffline(true);
    await so.keyboard.press('End');
    await so.keyboard.type(', metformine halveren');
    await so.getByText('niet opgeslagen', { exact: true }).waitFor();
    await so.context().setOffline(false);
    await fieldOf(gp).and(gp.getByText('eGFR 38, metformine halveren')).waitFor();
    for (const page of [nurse, adviser]) {
      await page.keyboard.press('m');
      expect(await page.locator('main').innerText()).not.toMatch(/medisch|eGFR/i);
    }
    for (const page of [gp, so]) {
      await page.keyboard.press('Escape');
      await fieldOf(page).waitFor({ state: 'detached' });
    }
  }, 120_000);

  it('lets who lost the connection look on, and takes what she decided meanwhile once it is back', async () => {
    const there = [gp, so, adviser];
    const [first, second, late] = scripted('Eik');
    await nurse.context().setOffline(true);
    await nurse.getByText(/^Geen verbinding\. U ziet/).waitFor();
    await goOnTo('Eik', there);
    await decide(gp, first, there);
    await decide(so, second, there);
    await nurse.keyboard.press('ArrowRight');
    await clientShown(nurse, 'Eik');
    await nurse.getByText('U kijkt zelf.').waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await fillIn(nurse, late);
    await nurse.keyboard.press('Enter');
    await nurse.getByText(/^Geen verbinding\. Het besluit/).waitFor();
    await nurse.context().setOffline(false);
    await untilTaken(nurse, late);
    for (const { says } of SCRIPT['Eik'] ?? []) await Promise.all(seats.map((page) => whenSaid(page, says)));
    await nurse.getByText(/^Geen verbinding\. U ziet/).waitFor({ state: 'detached' });
    await nurse.keyboard.press('f');
    await nurse.getByText('U volgt GP leeg.').waitFor();
  }, 120_000);

  it('takes once what was decided when the server was killed, before it and after it', async () => {
    await goOnTo('Faber');
    const [kept, refused] = scripted('Faber');
    await fillIn(so, kept);
    await fillIn(gp, refused);
    await so.route('**/agenda-items/*/decisions', async (route) => {
      await route.fetch(); // it was taken, and the answer is lost
      await stack.killServer();
      await route.abort('connectionreset');
    }, { times: 1 }); // prettier-ignore
    await so.keyboard.press('Enter');
    await so.getByText(/^Geen verbinding\. Het besluit/).waitFor();
    await gp.keyboard.press('Enter');
    await gp.getByText(/^Geen verbinding\. Het besluit/).waitFor();
    await stack.restartServer();
    await Promise.all([untilTaken(so, kept), untilTaken(gp, refused)]);
    for (const { says } of [kept, refused]) await Promise.all(seats.map((page) => whenSaid(page, says)));
    expect(await decidedOn(nurse)).toHaveLength(2);
  }, 120_000);

  it('goes on: four decide at once, and one is taken back', async () => {
    await goOnTo('Groen');
    const notes = scripted('Groen');
    await Promise.all(seats.map((page, seat) => fillIn(page, notes[seat] ?? notes[0])));
    await Promise.all(seats.map((page) => page.keyboard.press('Enter')));
    for (const { says } of notes) await Promise.all(seats.map((page) => whenSaid(page, says)));
    await Promise.all(seats.map((page, seat) => untilTaken(page, notes[seat] ?? notes[0])));
    await goOnTo('Hof');
    await decide(nurse, scripted('Hof')[0]);
    await nurse.keyboard.press('Backspace');
    await Promise.all(seats.map((page) => whenSaid(page, '(ongedaan gemaakt)')));
    expect(await decidedOn(adviser)).toEqual(['notitie: Toch niet (ongedaan gemaakt)']);
    await goOnTo('Ilsen');
    const [typed] = scripted('Ilsen');
    await fillIn(adviser, typed);
    await goOnTo('Jager', [gp, so, nurse]); // what is being written stays with its client
    await adviser.keyboard.press('Enter');
    await untilTaken(adviser, typed);
    await clientShown(adviser, 'Jager');
    await decide(gp, scripted('Jager')[0]);
  }, 120_000);

  it('deals with all who did not send their form back in one go, a decision for each', async () => {
    await goOnTo('Kok');
    await nurse.getByRole('region', { name: '2 cliënten niet retour' }).waitFor();
    await fillIn(nurse, TOGETHER);
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await nurse.keyboard.press('Enter');
    await untilTaken(nurse, TOGETHER);
    await Promise.all(seats.map((page) => whenSaid(page, TOGETHER.says)));
    await goOnTo('Lamers');
    await Promise.all(seats.map((page) => whenSaid(page, TOGETHER.says)));
    await nurse.getByRole('region', { name: '2 cliënten niet retour' }).waitFor({ state: 'detached' });
  }, 60_000);

  it('has each decision once, and every screen shows what the database says', async () => {
    const stored = await storedDecisions(stack);
    for (const family of FAMILIES.toReversed()) {
      const those = stored.filter((row) => row.family === family);
      expect(those).toHaveLength(SCRIPT[family]?.length ?? 0);
      for (const { says } of SCRIPT[family] ?? [])
        expect(those.filter((one) => one.says.startsWith(says))).toHaveLength(1);
      const shown = those.map(({ says, isUndone }) => (isUndone ? `${says} (ongedaan gemaakt)` : says));
      for (const page of family === 'Aker' ? [gp, so, nurse] : seats) {
        await clientShown(page, family);
        expect(await decidedOn(page)).toEqual(shown);
      }
      await gp.keyboard.press('ArrowLeft');
    }
  }, 120_000);

  it('is closed: record, lists of work and minutes say what the database says', async () => {
    await openByKey(gp, gp.getByRole('link', { name: 'Terug naar de agenda' }));
    await openByKey(gp, gp.getByRole('button', { name: 'Sluit het overleg af' }));
    await gp.getByRole('dialog', { name: 'Het overleg afsluiten' }).waitFor();
    await gp.keyboard.press('Enter');
    await gp.getByRole('heading', { name: 'Verslag' }).waitFor();
    const stored = await storedDecisions(stack);
    const minutes = gp.getByRole('region', { name: 'Verslag' }).locator('ol > li');
    for (const [index, family] of FAMILIES.entries()) {
      const lines = await minutes.nth(index).locator('ul > li').allInnerTexts();
      expect([family, ...lines]).toEqual([family, ...stored.filter((one) => one.family === family && !one.isUndone).map(({ says }) => says)]); // prettier-ignore
    }
    const { rows: todo } = await stack.owner.query<{ text: string; role: string }>(
      `SELECT a.text, s.role FROM care.action a JOIN care.membership s ON s.id = a.owner_user_id WHERE a.kind = 'MEETING' ORDER BY a.text`,
    );
    expect(todo.map(({ text }) => text)).toEqual(['Bloeddruk nalopen', 'Nieuwe bril regelen', 'Rollator laten nakijken', 'Samen naar de markt']); // prettier-ignore
    for (const [seat, page] of seats.entries()) {
      await page.goto('/actions');
      for (const { text } of todo.filter(({ role }) => role === SEATS[seat])) await page.getByText(text).waitFor();
    }
    const { rows } = await stack.owner.query(
      `SELECT (SELECT profile FROM care.profile_assignment) AS profile, (SELECT state FROM care.referral) AS referral,
         (SELECT count(*)::int FROM care.client WHERE case_manager_id IS NOT NULL) AS managed`,
    );
    expect(rows).toEqual([{ profile: 'FRAIL', referral: 'DRAFT', managed: 1 }]);
  }, 120_000);

  it('has a medical annex beside the minutes, which who is no physician does not see', async () => {
    const minutes = `/meetings/${meetingId}/minutes`;
    await gp.goto(minutes);
    await openByKey(gp, gp.getByRole('link', { name: 'Medische bijlage' }));
    await gp.getByRole('heading', { name: 'Medische bijlage' }).waitFor();
    expect(await gp.getByRole('listitem').filter({ hasText: 'eGFR' }).allInnerTexts()).toEqual([expect.stringMatching(/^4\.\s*Dam, [^]*eGFR 38, metformine halveren/)]); // prettier-ignore
    expect(await accessibilityFaults(gp)).toEqual([]);
    const pdf = await gp.getByRole('link', { name: 'Medische bijlage als PDF' }).getAttribute('href');
    expect((await gp.request.get(pdf ?? '')).headers()['content-type']).toBe('application/pdf');
    for (const page of [nurse, adviser]) {
      await page.goto(minutes);
      await page.getByRole('heading', { name: 'Verslag' }).waitFor();
      expect(await page.locator('body').innerText()).not.toMatch(/medisch|eGFR/i);
    }
    await adviser.goto(`/meetings/${meetingId}/medical-annex`);
    await adviser.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
  }, 60_000);

  it('asked no other host, threw nothing and kept to the content policy', () => {
    const sorted = took.toSorted((one, other) => one - other);
    process.stdout.write(
      `${JSON.stringify({ decisions: took.length, screens: SEATS.length, medianMs: sorted[sorted.length >> 1], slowestMs: sorted.at(-1) })}\n`,
    );
    expect(browser.faults).toEqual([]);
  });
});
