import type { Locator, Page } from 'playwright-core';

const MOST_TABS = 120;

/** Presses Tab until the focus is there, as someone without a mouse does. Throws when it never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  // looking a target up by its name takes longer than the key itself
  let element = await target.elementHandle();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const place = await element?.evaluate(placeOf);
    if (place === 'HERE') return;
    if (place === 'GONE') element = await target.elementHandle();
    else await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target.toString()}`);
}

const placeOf = (element: Node): 'HERE' | 'ELSEWHERE' | 'GONE' =>
  element === document.activeElement ? 'HERE' : element.isConnected ? 'ELSEWHERE' : 'GONE';

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Goes there and presses Enter. */
export async function openByKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types. */
export async function typeInto(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}
