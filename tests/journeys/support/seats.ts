import { formatDutchDay, formatDutchDayShort, type StaffRole } from '@samenoud/domain';
import type { Locator, Page } from 'playwright-core';
import { testMember } from '../../../apps/api/src/testing/test-network.ts';
import type { TestBrowser } from './browser.ts';
import { beSignedInAs } from './people.ts';
import type { Stack } from './stack.ts';

/** A decision as it is taken by keyboard: its key, the dialog, what is pressed before the last Enter, and what the screens then say. */
export interface Act {
  readonly key: string;
  readonly dialog: string;
  readonly press?: readonly string[];
  readonly says: string;
}

export const note = (words: string): Act => ({
  key: 'n',
  dialog: 'Notitie',
  press: [words],
  says: `notitie: ${words}`,
});
export const action = (words: string): Act => ({ key: 'a', dialog: 'Actie', press: [words], says: `actie: ${words}` });

export const SEATS = [
  'GP',
  'ELDERLY_CARE_PHYSICIAN',
  'DISTRICT_NURSE',
  'ELDERLY_ADVISER',
] as const satisfies StaffRole[];

/** Signs everybody in, each at a computer of her own. */
export async function takeSeats(browser: TestBrowser, origin: string): Promise<Page[]> {
  const pages = await Promise.all(
    SEATS.map(() => browser.openWindow(origin, { viewport: { width: 1280, height: 720 } })),
  );
  for (const [seat, page] of pages.entries()) await beSignedInAs(page, SEATS[seat] ?? 'GP');
  return pages;
}

/** Clients with a question each, on the agenda of a meeting that is shared; the first is not shared with social work. */
export async function prepareMeeting(gp: Page, startsAt: string, families: readonly string[]): Promise<string> {
  const attendees = SEATS.map((role) => ({ userId: testMember('leeg', role).userId, present: true }));
  const { id } = await post<{ id: string }>(gp, '/api/v1/meetings', { startsAt, attendees });
  for (const [index, family] of families.entries()) {
    const name = { initials: 'J.', family };
    const born = `19${String(30 + index)}-05-01`;
    const client = await post<{ id: string }>(gp, '/api/v1/clients', { name, sex: 'FEMALE', birthDate: born });
    if (index > 0)
      await post(gp, `/api/v1/clients/${client.id}/consents`, {
        rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05', categories: [1, 2, 3, 4, 6],
        toOrganisationId: testMember('leeg', 'ELDERLY_ADVISER').organisationId,
      }); // prettier-ignore
    await post(gp, `/api/v1/meetings/${id}/agenda-items`, { clientId: client.id, question: `Wat vindt u, ${family}?` });
  }
  await post(gp, `/api/v1/meetings/${id}/state`, { to: 'OPEN' });
  return id;
}

async function post<Made>(page: Page, path: string, data: object): Promise<Made> {
  const answer = await page.request.post(path, { data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Made;
}

const dialogOf = (page: Page, { dialog }: Act): Locator => page.getByRole('dialog', { name: dialog });

/** Everything but the last Enter. */
export async function fillIn(page: Page, act: Act): Promise<void> {
  await page.keyboard.press(act.key);
  await dialogOf(page, act).waitFor();
  for (const keys of act.press ?? [])
    await (/^(Tab|ArrowDown|Space)$/.test(keys) ? page.keyboard.press(keys) : page.keyboard.type(keys));
}

export const untilTaken = (page: Page, act: Act): Promise<void> =>
  dialogOf(page, act).waitFor({ state: 'detached', timeout: 60_000 });

/** When this screen says it, by the clock of the machine. */
export async function whenSaid(page: Page, words: string): Promise<number> {
  const said = await page.waitForFunction(
    (wanted) => (document.querySelector('article')?.textContent?.includes(wanted) ? Date.now() : 0),
    words,
    { polling: 'raf', timeout: 60_000 },
  );
  return await said.jsonValue();
}

/** What the card of this client says was decided, line by line. */
export const decidedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('article dt')]
      .filter(({ textContent }) => textContent === 'Besluiten')
      .flatMap((term) => [...(term.nextElementSibling?.querySelectorAll('li') ?? [])])
      .map((line) => line.textContent?.trim() ?? ''),
  );

/** A decision as the database has it, in the words that screens and minutes are to have for it. */
export interface StoredDecision {
  readonly family: string;
  readonly says: string;
  readonly isUndone: boolean;
}

/** What the database holds, in the order of the agenda and of taking. */
export async function storedDecisions({ owner }: Stack): Promise<StoredDecision[]> {
  const { rows } = await owner.query<
    Record<'family' | 'kind' | 'words' | 'name' | 'day', string> & { isUndone: boolean }
  >(
    `SELECT c.family_name AS family, d.kind, coalesce(d.text, a.text, r.receiver) AS words, s.display_name AS name,
       coalesce(a.due_on, d.next_review_on)::text AS day, EXISTS (SELECT FROM care.decision u WHERE u.reverses_id = d.id) AS "isUndone"
     FROM care.decision d JOIN care.agenda_item i ON i.practice_id = d.practice_id AND i.id = d.item_id
     JOIN care.client c ON c.practice_id = d.practice_id AND c.id = d.client_id
     LEFT JOIN care.action a ON a.id = d.action_id LEFT JOIN care.referral r ON r.id = d.referral_id
     LEFT JOIN care.membership s ON s.id = coalesce(a.owner_user_id, d.case_manager_id)
     WHERE d.reverses_id IS NULL ORDER BY i.place, d.recorded_at, d.id`,
  );
  return rows.map(({ family, isUndone, kind, words, name, day }) => {
    const says: Readonly<Record<string, () => string>> = {
      NOTE: () => `notitie: ${words}`,
      ACTION: () => `actie: ${words} (${name}, ${formatDutchDayShort(day)})`,
      ASSIGN_PROFILE: () => 'profiel kwetsbaar',
      NAME_CASE_MANAGER: () => `casemanager ${name}`,
      REFER: () => `verwijzing: Welzijn op Recept, ${words}`,
      NEXT_REVIEW: () => `volgende bespreking op ${formatDutchDay(day)}`,
      END_REVIEW: () => 'geen volgende bespreking',
    };
    return { family, isUndone, says: says[kind]?.() ?? kind };
  });
}
