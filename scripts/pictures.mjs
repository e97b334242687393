import { mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { findBrowser } from './browser.mjs';
import { tryPort } from './free-port.mjs';
import { localUrl, untilHealthy } from './health.mjs';
import { inProject } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { startService } from './service.mjs';

/**
 * Takes the pictures of README and handleiding again: `npm run pictures`. Everything on them comes from the demo, made
 * anew in a folder that is thrown away. The pictures are in Dutch, as the app is.
 *
 * @typedef {import('playwright-core').Page} Page
 *
 * @typedef {import('playwright-core').Browser} Browser
 */

const README_PICTURE = 'docs/images/samenoud.png';
const GUIDE = 'docs/handleiding/images';
const MOST_BYTES = 200_000;
const MOST_BYTES_OF_README = 250_000;
const FIRST_PART = [...'2112', '6', ...'12111', '-', '2'];
const REST = [...'231', ...'1021010210100100', '-', '?', ...'00'];

async function takePictures() {
  const dataDir = join(tmpdir(), `samenoud-pictures-${process.pid}`);
  mkdirSync(dataDir);
  const port = await tryPort('127.0.0.1', 0);
  const url = localUrl('127.0.0.1', port);
  const server = startService(inProject('scripts/start.mjs'), {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    SAMENOUD_DEMO: '1',
  });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    await untilHealthy(`${url}/api/health`, new AbortController().signal);
    mkdirSync(inProject('docs/images'), { recursive: true });
    mkdirSync(inProject(GUIDE), { recursive: true });
    await picturesOfVisitor(browser, url);
    await picturesOfAssistant(browser, url);
    await picturesOfGp(browser, url);
    await picturesOfLogOfficer(browser, url);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {string} [role]
 */
async function openWindow(browser, url, role) {
  const page = await browser.newPage({
    baseURL: url,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  });
  if (role !== undefined) await page.request.post('/api/v1/session/demo', { data: { role, practice: 'noord' } });
  return page;
}

/**
 * What is on the screen now, or a part of it. A picture that is too large stops the script: the guide is read on paper and
 * on telephones too.
 *
 * @param {Page} page
 * @param {string} path
 * @param {string} [part] a selector
 */
async function picture(page, path, part) {
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready');
  const target = part === undefined ? page : page.locator(part);
  await target.screenshot({ path: inProject(path), animations: 'disabled', caret: 'initial' });
  const { size } = statSync(inProject(path));
  console.log(`${path} ${Math.ceil(size / 1000)} kB`);
  if (size > (path === README_PICTURE ? MOST_BYTES_OF_README : MOST_BYTES))
    throw new Refusal(`${path} is te groot: ${size} bytes`);
}

/**
 * The first client, on name, that this person finds with a filter.
 *
 * @param {Page} page
 * @param {object} filter
 */
async function firstClient(page, filter) {
  const answer = await page.request.post('/api/v1/clients/search', { data: { filter, sort: 'NAME', limit: 1 } });
  const { items } = await answer.json();
  if (items.length === 0) throw new Refusal(`Geen cliënt in de demo met ${JSON.stringify(filter)}`);
  return `/clients/${items[0].id}`;
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function picturesOfVisitor(browser, url) {
  const page = await openWindow(browser, url);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Kies een praktijk en een rol' }).waitFor();
  await picture(page, `${GUIDE}/aanmelden.png`);
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function picturesOfAssistant(browser, url) {
  const page = await openWindow(browser, url, 'PRACTICE_ASSISTANT');
  await page.goto('/today');
  await page.getByRole('heading', { name: /^Goedendag/ }).waitFor();
  await picture(page, `${GUIDE}/vandaag.png`);
  await page.goto('/clients');
  await page.getByLabel('Zoek een cliënt').fill('van');
  await page.getByText(/^\d+ cliënten$/).waitFor();
  await picture(page, `${GUIDE}/clienten.png`);
  await page.goto('/clients/new');
  const name = { Voorletters: 'J.M.', Voorvoegsel: 'van der', Achternaam: 'Berg', Geboortedatum: '3-4-1941' };
  for (const [label, words] of Object.entries(name))
    await page.getByRole('textbox', { name: label, exact: true }).fill(words);
  await page.getByLabel('Geslacht').selectOption({ label: 'vrouw' });
  await picture(page, `${GUIDE}/inschrijven.png`);
  await picturesOfForm(page);
}

/** @param {Page} page */
async function picturesOfForm(page) {
  await page.goto(`${await firstClient(page, { profile: ['ROBUST'], status: ['ACTIVE'] })}/entry`);
  await page.getByRole('button', { name: 'Ja, dit klopt' }).press('Enter');
  await page.getByRole('region', { name: /^Vragenlijst, blad/ }).waitFor();
  for (const key of FIRST_PART) await page.keyboard.press(key);
  await page.getByText(/^opgeslagen \d\d:\d\d$/).waitFor();
  await picture(page, `${GUIDE}/invoeren.png`);
  for (const key of REST) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'Controleren' }).waitFor();
  await page.getByLabel('Ingevuld op').fill(new Intl.DateTimeFormat('nl-NL').format(new Date()));
  await page.getByText(/^opgeslagen \d\d:\d\d$/).waitFor();
  await picture(page, `${GUIDE}/controleren.png`);
  await page.getByRole('button', { name: 'Afronden' }).click();
  await page.getByRole('heading', { name: 'Opgeslagen' }).waitFor();
  await page.setViewportSize({ width: 1280, height: 420 });
  await picture(page, `${GUIDE}/resultaat.png`);
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function picturesOfGp(browser, url) {
  const page = await openWindow(browser, url, 'GP');
  await page.goto(`${await firstClient(page, { profile: ['COMPLEX'], status: ['ACTIVE'] })}/profiles`);
  await page.getByRole('heading', { name: 'Waarom dit profiel?' }).waitFor();
  await picture(page, README_PICTURE);
  const changes = page.getByRole('heading', { name: 'Naast de vorige keer' });
  await changes.evaluate((title) => window.scrollTo(0, title.getBoundingClientRect().top + window.scrollY - 200));
  await picture(page, `${GUIDE}/profiel.png`);
  await page.goto(`${await firstClient(page, { todo: ['PROPOSAL_TO_ASSESS'] })}/profiles`);
  const assign = page.locator('section', { has: page.getByRole('heading', { name: 'Profiel vaststellen' }) });
  await assign.getByRole('radio', { checked: false }).first().check();
  await picture(page, `${GUIDE}/vaststellen.png`, 'section:has(input[type=radio])');
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function picturesOfLogOfficer(browser, url) {
  const page = await openWindow(browser, url, 'LOG_OFFICER');
  await page.goto('/logboek');
  await page.getByText(/^\d+ regels$/).waitFor();
  await picture(page, `${GUIDE}/logboek.png`);
}

process.exitCode = await takePictures().then(() => 0, report);
