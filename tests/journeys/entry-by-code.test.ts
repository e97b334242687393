import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOfInstant, formatDutchDay, showFormCode } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient, storedAnswers, typeKeys, untilSaved } from './support/entry.ts';
import { hasFocus } from './support/keyboard.ts';
import { PAPER_KEYS } from './support/paper.ts';
import { beSignedInAs } from './support/people.ts';
import { inviteEveryone, type Invited, type InvitedRound, scan } from './support/rounds.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());
const PEOPLE = ['Paar', 'Partner', 'Stapel', 'Wissel', 'Anders', 'Grens', 'Terug', 'Nee', 'Blad', 'Begonnen', 'Praat'];
/** GFI 4: one slip of the finger from another profile. */
const BORDER_KEYS = [...'2121', '5', ...'1112', ...'111111', ...'0'.repeat(20)];

let stack: Stack;
let browser: TestBrowser;
let assistant: Page;
let round: InvitedRound;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  assistant = await browser.openWindow(stack.origin);
  await beSignedInAs(assistant, 'PRACTICE_ASSISTANT');
  for (const family of PEOPLE) await addClient(assistant, { family });
  round = await inviteEveryone(assistant, 'Stapelronde');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

const sheet = (page: Page) => page.getByRole('region', { name: /^Vragenlijst, blad/ });

async function openStation(): Promise<void> {
  await assistant.goto('/entry');
  await assistant.getByRole('heading', { name: 'Scan het volgende formulier' }).waitFor();
}

/** Scans a form and says that it is the right one. */
async function takeForm(form: Invited, from = 1): Promise<void> {
  await scan(assistant, form, from);
  await assistant.getByRole('button', { name: /^Ja, invoeren/ }).waitFor();
  await assistant.keyboard.press('Enter');
  await sheet(assistant).waitFor();
}

async function stateOf({ invitationId }: Invited): Promise<string | undefined> {
  const { rows } = await stack.owner.query<{ state: string }>(
    'SELECT state FROM care.screening_invitation WHERE id = $1',
    [invitationId],
  );
  return rows[0]?.state;
}

/** Counts every key from here on. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(globalThis, { keyCount: 0 });
    window.addEventListener('keydown', () => ((globalThis as unknown as { keyCount: number }).keyCount += 1), true);
  });
  return () => page.evaluate(() => (globalThis as unknown as { keyCount: number }).keyCount);
}

describe('a pile of forms', () => {
  it("goes in without a mouse, 38 keys a form beside the scan, a couple's two forms apart", async () => {
    await openStation();
    const keysSoFar = await countKeys(assistant);
    const perForm: number[] = [];
    for (const [index, family] of ['Paar', 'Partner', 'Stapel'].entries()) {
      const form = round.of(family);
      await scan(assistant, form);
      const scanned = await keysSoFar();
      await assistant.getByText(`formulier ${showFormCode(form.code)} · U scande blad 1.`).waitFor();
      expect(await hasFocus(assistant.getByRole('button', { name: /^Ja, invoeren/ }))).toBe(true);
      await assistant.keyboard.press('Enter');
      await sheet(assistant).getByText(form.name).waitFor();
      await typeKeys(assistant, PAPER_KEYS);
      await assistant.getByRole('heading', { name: 'Controleren' }).waitFor();
      if (index === 0) await assistant.keyboard.type(formatDutchDay(TODAY).replaceAll('-', ''));
      else perForm.push((await keysSoFar()) - scanned + 1);
      await assistant.keyboard.press('Enter');
      await assistant.getByText(`Opgeslagen: ${form.name}`).waitFor();
      await assistant.getByText(`${index + 1} van ${PEOPLE.length} ingevoerd`).waitFor();
      expect(await hasFocus(assistant.getByLabel('Formuliercode'))).toBe(true);
    }
    expect(perForm).toEqual([38, 38]);
    for (const family of ['Paar', 'Partner', 'Stapel']) {
      expect(await stateOf(round.of(family))).toBe('SCORED');
      expect(Object.keys(await storedAnswers(stack, round.of(family).clientId))).toHaveLength(35);
    }
  }, 60_000);

  it('takes a typed code in any shape, and says what is no code', async () => {
    await openStation();
    await assistant.keyboard.type('K7-4M2P-X', { delay: 100 });
    await assistant.keyboard.press('Enter');
    await assistant
      .getByRole('alert')
      .getByText(/^Dit is geen formuliercode/)
      .waitFor();
    const typed = showFormCode(round.of('Wissel').code).toLowerCase();
    await assistant.keyboard.type(typed, { delay: 120 });
    await assistant.keyboard.press('Enter');
    await assistant.getByRole('heading', { name: 'Is dit het formulier van deze cliënt?' }).waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await assistant.keyboard.press('F2');
    await assistant.getByRole('heading', { name: 'Scan het volgende formulier' }).waitFor();
    expect(await accessibilityFaults(assistant)).toEqual([]);
  }, 30_000);
});

describe('sheets that were mixed up', () => {
  it('stop the entry wherever it stands, and nothing of them becomes an answer', async () => {
    const [mine, other] = [round.of('Wissel'), round.of('Anders')];
    await openStation();
    await takeForm(mine);
    const foreign = assistant.getByRole('dialog', { name: 'Dit blad is van iemand anders' });
    for (const [keys, from] of [
      ['2', 1],
      ['', 2],
      ['1128', 3],
      ['1', 4],
    ] as const) {
      await typeKeys(assistant, keys);
      await scan(assistant, other, from);
      await foreign.getByText(other.name).waitFor();
      await typeKeys(assistant, '111');
      await assistant.keyboard.press('Escape');
      await foreign.waitFor({ state: 'hidden' });
    }
    await untilSaved(assistant);
    expect(await storedAnswers(stack, mine.clientId)).toEqual({
      'gfi-01': 'dependent', 'gfi-02': 'independent', 'gfi-03': 'independent', 'gfi-04': 'dependent', 'gfi-05': 8, 'gfi-06': 'no',
    }); // prettier-ignore
    expect(await storedAnswers(stack, other.clientId)).toEqual({});
    expect(await stateOf(other)).toBe('PLANNED');
  }, 60_000);

  it('stop it on the check page too, where Enter of the scanner completes nothing', async () => {
    const [mine, other] = [round.of('Wissel'), round.of('Anders')];
    await openStation();
    await takeForm(mine);
    await typeKeys(assistant, [...PAPER_KEYS].slice(7));
    await assistant.getByRole('heading', { name: 'Controleren' }).waitFor();
    const foreign = assistant.getByRole('dialog', { name: 'Dit blad is van iemand anders' });
    const day = assistant.getByLabel('Ingevuld op');
    const before = await day.inputValue();
    for (const place of [
      day,
      assistant.getByLabel('Opmerking van de cliënt'),
      assistant.getByRole('button', { name: 'Afronden' }),
    ]) {
      await place.focus();
      await scan(assistant, other);
      await foreign.getByText(other.name).waitFor();
      await assistant.keyboard.press('Enter');
      await foreign.waitFor({ state: 'hidden' });
    }
    expect([await day.inputValue(), await assistant.getByLabel('Opmerking van de cliënt').inputValue()]).toEqual([
      before,
      '',
    ]);
    expect(await stateOf(mine)).toBe('PLANNED');
  }, 60_000);

  it('of the form itself lead to their questions', async () => {
    await openStation();
    await takeForm(round.of('Begonnen'), 3);
    await assistant.getByText('blad 3 van 4').waitFor();
    await typeKeys(assistant, '1');
    await scan(assistant, round.of('Begonnen'), 1);
    await assistant.getByText('blad 1 van 4').waitFor();
    await typeKeys(assistant, '2');
    await untilSaved(assistant);
    expect(await storedAnswers(stack, round.of('Begonnen').clientId)).toEqual({ 'imesa-01': 1, 'gfi-01': 'dependent' });
  }, 30_000);
});

/** Keeps the answer to how far the round is, as a busy server does. */
async function holdCounts(page: Page): Promise<() => void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/api\/v1\/screening-rounds(\?|$)/, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

describe('what is not a filled-in form', () => {
  it('is one key: the envelope came back, or the slip that says no', async () => {
    await openStation();
    await scan(assistant, round.of('Terug'));
    await assistant.getByRole('button', { name: /^Ja, invoeren/ }).waitFor();
    expect(await assistant.getByRole('button', { name: /^Onbestelbaar/ }).count()).toBe(0);
    await assistant.keyboard.press('F2');
    await stack.owner.query(`UPDATE care.screening_invitation SET state = 'SENT', sent_on = $2 WHERE id = $1`, [
      round.of('Terug').invitationId,
      TODAY,
    ]);
    await assistant.getByRole('heading', { name: 'Scan het volgende formulier' }).waitFor();
    await scan(assistant, round.of('Terug'));
    await assistant.getByRole('button', { name: /^Onbestelbaar/ }).waitFor();
    const letCountsGo = await holdCounts(assistant);
    await assistant.keyboard.press('F8');
    await assistant.getByText(`Onbestelbaar genoteerd: ${round.of('Terug').name}`).waitFor();
    expect(await stateOf(round.of('Terug'))).toBe('UNDELIVERABLE');
    await scan(assistant, round.of('Nee'));
    await assistant.getByRole('button', { name: /^Ja, invoeren/ }).waitFor();
    await assistant.keyboard.press('F9');
    await assistant.getByRole('dialog', { name: 'Doet niet mee' }).waitFor();
    await assistant.keyboard.type('vindt het te veel');
    await assistant.keyboard.press('Tab');
    await assistant.keyboard.press(' ');
    await assistant.keyboard.press('Enter');
    await assistant.getByText(`Doet niet mee genoteerd: ${round.of('Nee').name}`).waitFor();
    letCountsGo();
    const { rows } = await stack.owner.query(
      'SELECT state, exit_reason, refuses_later FROM care.screening_invitation WHERE id = $1',
      [round.of('Nee').invitationId],
    );
    expect(rows).toEqual([{ state: 'REFUSED', exit_reason: 'vindt het te veel', refuses_later: true }]);
  }, 30_000);

  it('is a sheet that turns up after all: only its questions, and the form is whole', async () => {
    const form = round.of('Blad');
    await openStation();
    await takeForm(form);
    await typeKeys(assistant, ['1', '1', '1', '1', '8', ...'111', ...'1111111', '*', ...'0'.repeat(10)]);
    await assistant.getByRole('heading', { name: 'Controleren' }).waitFor();
    await assistant.getByLabel('Ingevuld op').fill(formatDutchDay(TODAY));
    await assistant.keyboard.press('Enter');
    await assistant.getByText(`Opgeslagen: ${form.name}`).waitFor();
    await scan(assistant, form, 3);
    await assistant.getByText('Blad 3 was toen niet teruggekomen.').waitFor();
    await assistant.getByText(/^Ingevoerd op .* door /).waitFor();
    await assistant.keyboard.press('Enter');
    await assistant.getByText('blad 3 van 3').or(assistant.getByText('blad 3 van 4')).waitFor();
    await typeKeys(assistant, '0'.repeat(10));
    await assistant.keyboard.press('Enter');
    await assistant.getByText(`Opgeslagen: ${form.name}`).waitFor();
    const { rows } = await stack.owner.query(
      `SELECT status, amendment_code, missing_pages FROM care.response WHERE client_id = $1 ORDER BY started_at`,
      [form.clientId],
    );
    expect(rows).toEqual([
      { status: 'SUPERSEDED', amendment_code: null, missing_pages: [3] },
      { status: 'COMPLETED', amendment_code: 'PAGE_FOUND', missing_pages: [] },
    ]);
  }, 30_000);
});

describe('a second entry', () => {
  it('follows a form at the border, blind, and a slip of the first is mended with one key', async () => {
    const form = round.of('Grens');
    const slipped = [...BORDER_KEYS];
    slipped[10] = '2';
    await openStation();
    await takeForm(form);
    await typeKeys(assistant, slipped);
    await assistant.getByRole('heading', { name: 'Controleren' }).waitFor();
    await assistant.getByLabel('Ingevuld op').fill(formatDutchDay(TODAY));
    await assistant.keyboard.press('Enter');
    await assistant.getByText('tweede invoer volgt').waitFor();
    expect(await stateOf(form)).toBe('RECEIVED_COMPLETE');
    const nurse = await browser.openWindow(stack.origin);
    await beSignedInAs(nurse, 'PRACTICE_NURSE');
    await nurse.goto('/entry');
    await nurse.getByRole('link', { name: '1 formulier voor tweede invoer' }).click();
    await nurse.getByRole('link', { name: form.name }).waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await nurse.goto('/entry');
    await nurse.getByRole('heading', { name: 'Scan het volgende formulier' }).waitFor();
    await scan(nurse, form);
    await nurse.getByRole('link', { name: 'Tweede invoer beginnen' }).waitFor();
    await nurse.keyboard.press('Enter');
    await nurse.getByRole('heading', { name: 'Ligt dit formulier voor u?' }).waitFor();
    await nurse.keyboard.press('Enter');
    await sheet(nurse).waitFor();
    await scan(nurse, round.of('Anders'));
    await nurse.getByRole('dialog', { name: 'Dit blad is van iemand anders' }).waitFor();
    await nurse.keyboard.press('Enter');
    await typeKeys(nurse, BORDER_KEYS);
    await nurse.getByRole('button', { name: 'Vergelijken' }).waitFor();
    await nurse.keyboard.press('Enter');
    await nurse.getByRole('heading', { name: '1 verschil' }).waitFor();
    expect(await accessibilityFaults(nurse)).toEqual([]);
    await nurse.keyboard.press('2');
    await nurse.getByText('Alles is gekozen.').waitFor();
    await nurse.keyboard.press('Enter');
    await nurse.getByText(/verandert 1 antwoord\. De uitkomst is opnieuw berekend\.$/).waitFor();
    expect((await storedAnswers(stack, form.clientId))['gfi-11']).toBe('no');
    expect(await stateOf(form)).toBe('SCORED');
  }, 60_000);
});

describe('a conversation', () => {
  it('asks the whole questions one by one, with the same keys', async () => {
    const { clientId } = round.of('Praat');
    await assistant.goto(`/clients/${clientId}`);
    await assistant.getByRole('link', { name: 'Vragenlijst afnemen (telefoon of huisbezoek)' }).click();
    await assistant.getByRole('radio', { name: 'aan de telefoon' }).waitFor();
    await assistant.getByRole('button', { name: 'Ja, beginnen' }).click();
    await assistant.getByRole('group', { name: /^1\. Kunt u / }).waitFor();
    expect(await assistant.getByRole('group').count()).toBe(1);
    expect(await accessibilityFaults(assistant)).toEqual([]);
    await typeKeys(assistant, PAPER_KEYS);
    await assistant.getByRole('heading', { name: 'Controleren' }).waitFor();
    await assistant.keyboard.press('Enter');
    await assistant.getByRole('heading', { name: 'Opgeslagen' }).waitFor();
    const { rows } = await stack.owner.query(
      'SELECT status, channel, completed_on::text FROM care.response WHERE client_id = $1',
      [clientId],
    );
    expect(rows).toEqual([{ status: 'COMPLETED', channel: 'PHONE', completed_on: TODAY }]);
    expect(await stateOf(round.of('Praat'))).toBe('SCORED');
  }, 30_000);
});

it('asked no other host, threw nothing and kept to the content policy', () => {
  expect(browser.faults).toEqual([]);
});
