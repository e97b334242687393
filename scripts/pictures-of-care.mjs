import { Refusal } from './refusal.mjs';

/**
 * Pictures of the care of one client, of who may see what of her, and of the team that meets.
 *
 * @typedef {import('playwright-core').Page} Page
 *
 * @typedef {object} Tools
 * @property {(role: string, height?: number) => Promise<Page>} open a window of the practice with clients
 * @property {(page: Page, name: string) => Promise<void>} take what is on the screen
 * @property {(page: Page, filter: object) => Promise<string>} firstClient
 */

/** @param {Tools} tools */
export async function picturesOfCare(tools) {
  await picturesOfRecord(tools);
  await picturesOfPeople(tools);
  await picturesOfMeeting(tools);
}

/** @param {Tools} tools */
async function picturesOfRecord({ open, take, firstClient }) {
  const page = await open('GP');
  const client = await firstClient(page, { profile: ['COMPLEX'], status: ['ACTIVE'] });
  await show(page, `${client}/privacy`, page.getByRole('heading', { name: 'Wie mag wat zien' }));
  await take(page, 'toestemming');
  await show(page, `${client}/privacy/access`, page.getByRole('heading', { level: 3 }).first());
  await take(page, 'wie-kan-dit-zien');
  await show(page, `${client}/privacy/rights`, page.getByRole('heading', { level: 2 }).first());
  await take(page, 'rechten');
  const nurse = await open('DISTRICT_NURSE');
  await show(nurse, '/caseload', nurse.getByRole('heading', { name: 'Mijn caseload' }));
  await take(nurse, 'caseload');
  const own = await clientWithPlan(nurse);
  await show(nurse, `${own}/care-plan`, nurse.getByRole('heading', { level: 2 }).first());
  await take(nurse, 'zorgleefplan');
  await show(nurse, `${own}/contacts`, nurse.getByRole('heading', { level: 2 }).first());
  await take(nurse, 'contacten');
}

/**
 * The first client of this person, on name, with a care plan that runs.
 *
 * @param {Page} page
 */
async function clientWithPlan(page) {
  const filter = { profile: ['COMPLEX'], status: ['ACTIVE'] };
  const found = await page.request.post('/api/v1/clients/search', { data: { filter, sort: 'NAME', limit: 100 } });
  for (const { id } of (await found.json()).items) {
    const plans = await (await page.request.get(`/api/v1/clients/${id}/care-plans`)).json();
    const isRunning = plans.items.some((/** @type {{ state: string }} */ { state }) => state === 'ACTIVE');
    if (isRunning) return `/clients/${id}`;
  }
  throw new Refusal('Geen cliënt in de demo met een lopend zorgleefplan');
}

/** @param {Tools} tools */
async function picturesOfPeople({ open, take }) {
  const manager = await open('PRACTICE_MANAGER');
  await show(manager, '/users', manager.getByRole('heading', { level: 2 }).first());
  await take(manager, 'mensen');
  const nurse = await open('DISTRICT_NURSE', 560);
  await show(nurse, '/emergency-access', nurse.getByRole('heading', { name: '1. Zoek de cliënt' }));
  await take(nurse, 'noodtoegang');
}

/** @param {Tools} tools */
async function picturesOfMeeting({ open, take }) {
  const page = await open('GP', 720);
  const { items } = await (await page.request.get('/api/v1/meetings')).json();
  const meeting = `/meetings/${items[0].id}`;
  await show(page, meeting, page.getByText(/cliënten te bespreken$/));
  await take(page, 'agenda');
  await show(page, `${meeting}/review`, page.getByRole('button', { name: /^Bevestig/ }).first());
  await take(page, 'profielen-doornemen');
  await show(page, meeting, page.getByText(/cliënten te bespreken$/));
  await page.getByRole('button', { name: 'Begin het overleg' }).click();
  await page.getByText('De anderen volgen uw scherm.').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Veranderd', { exact: true }).waitFor(); // the card comes after the line
  await take(page, 'overleg');
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Actie' }).waitFor();
  await page.getByLabel('Wat gaat er gebeuren?').fill('Samen op huisbezoek over de medicijnen');
  await take(page, 'besluit');
}

/**
 * @param {Page} page
 * @param {string} path
 * @param {import('playwright-core').Locator} shown
 */
async function show(page, path, shown) {
  await page.goto(path);
  await shown.waitFor();
}
