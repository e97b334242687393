import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseCsv } from '../../apps/api/src/testing/parse-csv.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo, typeInto } from './support/keyboard.ts';
import { beSignedInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const PURPOSE = 'Uitnodigen voor de griepprik van 2026';

let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startStack({ worker: true });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

describe('a list of clients as a file, by keyboard alone', () => {
  it('is asked by the GP, approved by the manager, made and fetched', async () => {
    const [gp, manager] = [await browser.openWindow(stack.origin), await browser.openWindow(stack.origin)];
    await beSignedInAs(gp, 'GP');
    await beSignedInAs(manager, 'PRACTICE_MANAGER');
    await addClient(gp, { family: 'Öztürk; de "Wit"' });
    await addClient(gp, { family: '=HYPERLINK(1)', birthDate: '1936-02-29' });

    await gp.goto('/clients');
    await openByKey(gp, gp.getByRole('link', { name: 'Lijst exporteren' }));
    await gp.getByText('U hebt nog geen lijst gevraagd.').waitFor();
    await openByKey(gp, gp.getByRole('button', { name: 'Akkoord vragen' }));
    await gp.getByText('Schrijf in 10 tot 300 tekens waarvoor de lijst nodig is.').waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    await typeInto(gp, gp.getByLabel('Waarvoor is de lijst nodig?'), PURPOSE);
    for (const name of ['Voorvoegsel', 'Achternaam', 'Geboortedatum']) {
      await tabTo(gp, gp.getByRole('checkbox', { name, exact: true }));
      await gp.keyboard.press('Space');
    }
    await openByKey(gp, gp.getByRole('button', { name: 'Akkoord vragen' }));
    await gp.getByText(/wacht op akkoord$/).waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);

    await manager.goto('/today');
    await openByKey(manager, manager.getByRole('link', { name: 'Akkoord: 1 verzoek wacht op u' }));
    await manager.getByText(PURPOSE).waitFor();
    await manager.getByText('2 cliënten (actieve cliënten)').waitFor();
    await manager.getByText('Voorvoegsel, Achternaam, Geboortedatum').waitFor();
    expect(await manager.getByText(/HYPERLINK|Öztürk/).count()).toBe(0);
    expect(await accessibilityFaults(manager)).toEqual([]);
    await openByKey(manager, manager.getByRole('button', { name: /^Akkoord geven: / }));
    await openByKey(manager, manager.getByRole('dialog').getByRole('button', { name: 'Akkoord geven' }));
    await manager.getByText(/^Akkoord gegeven/).waitFor();

    await gp.goto('/bulk-exports');
    await openByKey(gp, gp.getByRole('button', { name: `Bestand maken: ${PURPOSE}` }));
    const link = gp.getByRole('link', { name: 'Lijst ophalen' });
    await link.waitFor();
    expect(await accessibilityFaults(gp)).toEqual([]);
    const arrives = gp.waitForEvent('download');
    await openByKey(gp, link);
    const { url, name } = { url: (await arrives).url(), name: (await arrives).suggestedFilename() };
    expect(name).toMatch(/^clienten-\d{4}-\d{2}-\d{2}\.csv$/);
    const lines = parseCsv(await (await gp.request.get(url)).body());
    expect(lines[0]).toEqual(['Voorvoegsel', 'Achternaam', 'Geboortedatum']);
    expect(new Set(lines.slice(1, -1).map((line) => line.join('|')))).toEqual(
      new Set(["van der|'=HYPERLINK(1)|1936-02-29", 'van der|Öztürk; de "Wit"|1942-04-03']),
    );
    expect(lines.length).toBe(4);
    expect(lines.at(-1)?.[0]).toContain(`Doel: ${PURPOSE}`);
    await gp.getByText(/^bestand gemaakt op/).waitFor();
    expect(await gp.getByRole('button', { name: /^Bestand maken/ }).count()).toBe(0);
  }, 120_000);
});
