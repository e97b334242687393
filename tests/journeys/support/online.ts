import type { Page } from 'playwright-core';
import type { Stack } from './stack.ts';

/** What a browser could still tell about somebody who was here. */
export interface Traces {
  readonly cookies: readonly string[];
  readonly stored: number;
  readonly databases: number;
  readonly caches: number;
  readonly address: string;
  readonly history: unknown;
}

export async function tracesIn(page: Page): Promise<Traces> {
  const kept = await page.evaluate(async () => ({
    stored: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    address: `${location.pathname}${location.search}${location.hash}`,
    history: history.state as unknown,
  }));
  const cookies = await page.context().cookies();
  return { ...kept, cookies: cookies.map(({ name }) => name) };
}

/** Everything to press or type in that is smaller than 44 by 44 pixels, by its words. A radio counts with its line. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const targets = document.querySelectorAll<HTMLElement>('button, a[href], input, textarea');
    const sized = [...targets].map((target) => target.closest('label') ?? target);
    return sized
      .filter((target) => target.checkVisibility())
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) < 44;
      })
      .map((target) => target.textContent || target.id);
  });
}

interface StoredForm {
  readonly status: string;
  readonly channel: string;
  readonly completedBy: string | null;
  readonly completedWithHelpOf: string | null;
  readonly remark: string | null;
  readonly invitation: string;
}

/** The form of a client with the state of her invitation, as the database has them. */
export async function storedForm({ owner }: Stack, clientId: string): Promise<StoredForm | undefined> {
  const { rows } = await owner.query<StoredForm>(
    `SELECT r.status, r.channel, r.completed_by AS "completedBy", r.completed_with_help_of AS "completedWithHelpOf", m.remark,
       i.state AS invitation FROM care.response r JOIN care.screening_invitation i ON i.client_id = r.client_id
     LEFT JOIN care.response_remark m ON m.response_id = r.id WHERE r.client_id = $1`,
    [clientId],
  );
  return rows[0];
}
