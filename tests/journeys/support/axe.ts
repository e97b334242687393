import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Half the size of what axe hands out itself, and every page has to read it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands, one line per rule and place; empty when nothing is. */
export function accessibilityFaults(page: Page): Promise<readonly string[]> {
  return faultsOf(page, { runOnly: STANDARD });
}

/** The same with what WCAG asks at its highest level, contrast of 7:1 included. */
export function strictestFaults(page: Page): Promise<readonly string[]> {
  return faultsOf(page, {
    runOnly: [...STANDARD, 'wcag2aaa', 'best-practice'],
    rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  });
}

async function faultsOf(page: Page, options: RunOptions): Promise<readonly string[]> {
  await untilDrawn(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(async (how) => {
    const runner = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await runner.run(document, how);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, target, failureSummary]),
    );
  }, options);
  return found.map((parts) => parts.join(' | '));
}

/** A colour that changes is the old one until the page is drawn, and the rules leave it no time for that. */
const untilDrawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
