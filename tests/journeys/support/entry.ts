import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import type { Page } from 'playwright-core';
import type { Stack } from './stack.ts';

interface NewClient {
  readonly family: string;
  readonly birthDate?: string;
}

/** A client for a journey about something else than registering, made by who is signed in on this page. */
export async function addClient(page: Page, { family, birthDate = '1942-04-03' }: NewClient): Promise<string> {
  const answer = await page.request.post('/api/v1/clients', {
    data: { name: { initials: 'J.M.', prefix: 'van der', family }, sex: 'FEMALE', birthDate },
  });
  if (answer.status() !== 201) throw new Error(`registering failed: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** Opens the entry station of a client and confirms name and birth date. */
export async function openForm(page: Page, clientId: string): Promise<void> {
  await page.goto(`/clients/${clientId}/entry`);
  await page.getByRole('heading', { name: 'Is dit het formulier van deze cliënt?' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /^Vragenlijst, blad/ }).waitFor();
}

export async function typeKeys(page: Page, keys: Iterable<string>): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

export const untilSaved = (page: Page): Promise<void> => page.getByText(/^opgeslagen \d\d:\d\d$/).waitFor();

/** What the database holds of the form of a client that counts now, both sheets together. */
export async function storedAnswers(stack: Stack, clientId: string): Promise<Record<string, unknown>> {
  const { rows } = await stack.owner.query<{ answers: object }>(
    `SELECT s.answers FROM care.answer_sheet s JOIN care.response r USING (practice_id, client_id)
     WHERE r.id = s.response_id AND s.client_id = $1 AND r.status IN ('IN_PROGRESS', 'COMPLETED')`,
    [clientId],
  );
  return Object.assign({}, ...rows.map(({ answers }) => answers)) as Record<string, unknown>;
}

/** Enters a whole form of today and completes it. */
export async function completeForm(page: Page, clientId: string, keys: Iterable<string>): Promise<void> {
  await openForm(page, clientId);
  await typeKeys(page, keys);
  await page.getByLabel('Ingevuld op').fill(formatDutchDay(dayOfInstant(Date.now())));
  await page.getByRole('button', { name: 'Afronden' }).click();
  await page.getByRole('heading', { name: 'Opgeslagen' }).waitFor();
}
