import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import { testMember } from '../../apps/api/src/testing/test-network.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { storedAnswers, typeKeys } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { PAPER_GFI, PAPER_IMESA, PAPER_KEYS } from './support/paper.ts';
import { signInButton } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());
/** 84 since a month. */
const BORN_ON = addMonths(TODAY, -(84 * 12 + 1));
const FILLED_IN = addDays(TODAY, -6);
const MOST_KEYS = 42;

let stack: Stack;
let browser: TestBrowser;
let clientId = '';

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

/** A window of someone who signed in without touching a mouse; nobody here ever does. */
async function windowOf(role: 'PRACTICE_ASSISTANT' | 'GP'): Promise<Page> {
  const page = await browser.openWindow(stack.origin);
  await page.goto('/');
  await openByKey(page, page.getByRole('button', { name: signInButton(role, 'leeg'), exact: true }));
  await page.getByRole('heading', { level: 1, name: /^Goedendag/ }).waitFor();
  return page;
}

async function rowOf(sql: string, ...parameters: unknown[]): Promise<Record<string, unknown>> {
  const { rows } = await stack.owner.query<Record<string, unknown>>(sql, parameters);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

describe('from an empty practice to a first profile, by keyboard alone', () => {
  let assistant: Page;

  it('registers a client of 84', async () => {
    assistant = await windowOf('PRACTICE_ASSISTANT');
    await assistant.getByText('Niets te doen op dit moment').waitFor();
    await openByKey(assistant, assistant.getByRole('navigation').getByRole('link', { name: 'Cliënten' }));
    await openByKey(assistant, assistant.getByRole('link', { name: 'Cliënt inschrijven' }).first());
    await typeInto(assistant, assistant.getByLabel('Voorletters'), 'J.M.');
    await typeInto(assistant, assistant.getByLabel('Voorvoegsel', { exact: true }), 'van der');
    await typeInto(assistant, assistant.getByRole('textbox', { name: 'Achternaam', exact: true }), 'Berg');
    await typeInto(assistant, assistant.getByLabel('Geboortedatum'), formatDutchDay(BORN_ON));
    await typeInto(assistant, assistant.getByLabel('Geslacht'), 'vrouw');
    await openByKey(assistant, assistant.getByRole('button', { name: 'Inschrijven' }));
    await assistant.getByRole('heading', { level: 1, name: 'Berg, J.M. van der (mevr.)' }).waitFor();
    await assistant.getByText(`${formatDutchDay(BORN_ON)} · 84 jaar`).waitFor();
    clientId = new URL(assistant.url()).pathname.split('/').at(-1) ?? '';
    expect(
      await rowOf('SELECT family_name, name_prefix, sex, birth_date::text FROM care.client WHERE id = $1', clientId),
    ).toEqual({ family_name: 'Berg', name_prefix: 'van der', sex: 'FEMALE', birth_date: BORN_ON });
  }, 60_000);

  it('enters her paper questionnaire with the digits, in at most 42 keys', async () => {
    await openByKey(assistant, assistant.getByRole('link', { name: 'Vragenlijst invoeren' }));
    await assistant.getByRole('button', { name: 'Ja, dit klopt' }).waitFor();
    await assistant.keyboard.press('Enter');
    await assistant.getByRole('region', { name: 'Vragenlijst, blad 1 van 4' }).waitFor();
    await typeKeys(assistant, PAPER_KEYS);
    await assistant.getByText('Alle 35 vragen hebben een antwoord.').waitFor();
    await assistant.keyboard.type(formatDutchDay(FILLED_IN));
    await assistant.keyboard.press('Enter');
    expect(PAPER_KEYS.length + 1).toBeLessThanOrEqual(MOST_KEYS);
    await assistant.getByRole('heading', { name: 'Opgeslagen' }).waitFor();
    await assistant.getByText('voorstel kwetsbaar').waitFor();
    expect(await assistant.getByText(/INTERMED \d/).count()).toBe(0);
    const form = await rowOf(
      `SELECT r.status, r.channel, r.completed_on::text, r.completed_by, r.entered_by, s.proposed_profile,
         s.gfi_lower, s.gfi_upper, s.imesa_lower, s.imesa_upper
       FROM care.response r JOIN care.assessment s ON s.response_id = r.id WHERE r.client_id = $1`,
      clientId,
    );
    expect(form).toEqual({
      status: 'COMPLETED',
      channel: 'PAPER',
      completed_on: FILLED_IN,
      completed_by: 'SELF',
      entered_by: testMember('leeg', 'PRACTICE_ASSISTANT').userId,
      proposed_profile: 'FRAIL',
      gfi_lower: PAPER_GFI,
      gfi_upper: PAPER_GFI,
      imesa_lower: PAPER_IMESA,
      imesa_upper: PAPER_IMESA,
    });
    const answers = await storedAnswers(stack, clientId);
    expect(Object.keys(answers)).toHaveLength(35);
    expect(answers).toMatchObject({ 'gfi-01': 'dependent', 'gfi-05': 10, 'gfi-10': 'sometimes', 'imesa-02': 2 });
  }, 60_000);

  it('goes on with the next form, the focus in the search field', async () => {
    await assistant.keyboard.press('Enter');
    await assistant.getByRole('heading', { name: 'Vragenlijsten invoeren' }).waitFor();
    await assistant.keyboard.type('berg');
    await assistant.getByRole('link', { name: /Berg, J\.M\. van der/ }).waitFor();
    await assistant.keyboard.press('Enter');
    await assistant.getByRole('heading', { name: 'Is dit het formulier van deze cliënt?' }).waitFor();
    expect(new URL(assistant.url()).pathname).toBe(`/clients/${clientId}/entry`);
  }, 30_000);

  it('shows the GP the proposal and why, down to the answer, and keeps what she assigns', async () => {
    const gp = await windowOf('GP');
    const waiting = gp.getByRole('region', { name: /^Voorstellen beoordelen/ });
    await openByKey(gp, waiting.getByRole('link', { name: /Berg, J\.M\. van der/ }));
    await gp
      .getByText(`INTERMED ${PAPER_IMESA} (grens 16) en GFI ${PAPER_GFI} (grens 5): voorstel Kwetsbaar.`)
      .waitFor();
    await openByKey(gp, gp.locator('summary').filter({ hasText: 'antwoorden en punten' }));
    const mark = gp.getByRole('row').filter({ hasText: 'fit' }).first();
    expect((await mark.innerText()).split(/\s+/)).toEqual(expect.arrayContaining(['10', '0']));
    const assign = gp.getByRole('button', { name: 'Profiel vaststellen' });
    await tabTo(gp, assign);
    await gp.keyboard.press('Enter');
    await gp.getByText('Vastgesteld: profiel kwetsbaar.').waitFor();
    expect(
      await rowOf(
        `SELECT a.profile, a.proposed_profile, a.reason, a.assigned_by, a.response_id = r.id AS rests_on_it
         FROM care.profile_assignment a JOIN care.response r ON r.client_id = a.client_id WHERE a.client_id = $1`,
        clientId,
      ),
    ).toEqual({
      profile: 'FRAIL',
      proposed_profile: 'FRAIL',
      reason: null,
      assigned_by: testMember('leeg', 'GP').userId,
      rests_on_it: true,
    });
    await openByKey(gp, gp.getByRole('link', { name: 'Vandaag' }));
    await gp.getByText('Niets te doen op dit moment').waitFor();
  }, 60_000);

  it('asked no other host, threw nothing and kept to the content policy', () => {
    expect(browser.faults).toEqual([]);
  });
});
