import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { watchFaults } from './faults.ts';

/** A real browser, which a journey can kill. */
export interface TestBrowser {
  /** A window with cookies of its own: another person, or the same one on another computer. */
  readonly openWindow: (origin: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Everything that no page may do: break the content policy, throw, ask another host. */
  readonly faults: readonly string[];
  /** Ends the browser as a crash would. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const SLOW_MS = 15_000;

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({
    executablePath: requiredPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const faults: string[] = [];
  return {
    faults,
    openWindow: async (origin, options = {}) => {
      const context: BrowserContext = await browser.newContext({
        baseURL: origin,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      context.setDefaultTimeout(SLOW_MS);
      await watchFaults(context, origin, faults);
      return context.newPage();
    },
    kill: () => crash(browser),
    close: () => browser.close(),
  };
}

async function crash(browser: Browser): Promise<void> {
  const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  const session = await browser.newBrowserCDPSession();
  // its answer never comes
  session.send('Browser.crash').catch(() => undefined);
  await gone;
}

function requiredPath(): string {
  const path = process.env['CHROMIUM_PATH'];
  if (!path) throw new Error('CHROMIUM_PATH is not set: run the journeys with npm test -- --only=journeys');
  return path;
}
