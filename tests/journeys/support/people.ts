import type { StaffRole } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Locator, Page } from 'playwright-core';

type Practice = 'noord' | 'zuid' | 'leeg';

/** Signs in on the page that is shown to visitors, with the button of that role and practice. */
export async function signInAs(page: Page, role: StaffRole, practice: Practice = 'leeg'): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: signInButton(role, practice), exact: true }).click();
  await page.getByRole('navigation', { name: text('common.mainNavigation') }).waitFor();
}

/** As somebody who has signed in already, in a window that shows nothing yet: for journeys that go on to a page of their own. */
export async function beSignedInAs(page: Page, role: StaffRole, practice: Practice = 'leeg'): Promise<void> {
  const answer = await page.request.post('/api/v1/session/demo', { data: { role, practice } });
  if (!answer.ok()) throw new Error(`signing in failed: ${await answer.text()}`);
}

export function signInButton(role: StaffRole, practice: Practice): string {
  return text('session.demo.signInAs', {
    role: text(`common.role.${role}`),
    practice: text(`session.demo.${practice}`),
  });
}

/** The button with the name and role of who is signed in; what belongs to that person is under it. */
export const accountMenu = (page: Page): Locator => page.getByRole('banner').locator('button[aria-expanded]').last();

export async function openAccount(page: Page): Promise<void> {
  await accountMenu(page).click();
  await page.getByRole('link', { name: text('session.account.title') }).click();
}

export async function signOut(page: Page): Promise<void> {
  await accountMenu(page).click();
  await page
    .getByRole('banner')
    .getByRole('button', { name: text('common.signOut') })
    .click();
}
