import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { chromium } from 'playwright-core';

import { findBrowser } from './browser.mjs';
import { tryPort } from './free-port.mjs';
import { localUrl, untilHealthy } from './health.mjs';
import { picturesOfCare } from './pictures-of-care.mjs';
import { inProject } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { startService } from './service.mjs';

/**
 * Takes the pictures of README and handleiding again: `npm run pictures`. Everything on them comes from the demo, made
 * anew in a folder that is thrown away. The pictures are in Dutch, as the app is.
 * `npm run pictures -- care` takes only those of the care of a client.
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
/** GFI 4: one slip of the finger from another profile. */
const AT_BORDER = [...'2121', '5', ...'1112', ...'111111', ...'0'.repeat(20)];
const SLIPPED = AT_BORDER.with(10, '2');
/** The export of a HIS: last year's, and this year's with everything that can be the matter with a row. */
const LAST_YEAR = [
  'Pat.nr;Achternaam;Tussenv.;Voorletters;Geslacht;Geb.datum;Straat;Huisnr;Postcode;Plaats;Telefoon',
  '2001;Aalders;;J.;V;03-04-1941;Dorpsstraat;12;9501 AB;Stadskanaal;0599 550111',
  '2002;Berg;van den;H.;M;08-11-1938;Kerklaan;3;9501 AC;Stadskanaal;0599 550112',
  '2003;Drenth;;A.G.;V;20-06-1944;Molenweg;7;9581 AA;Musselkanaal;0599 550113',
  '2004;Haan;de;P.;M;14-02-1946;Oosterkade;41;9591 AA;Onstwedde;0599 550114',
  '2005;Kuipers;;W.;V;30-09-1939;Eikenlaan;9;9501 AD;Stadskanaal;0599 550115',
  '2006;Meijer;;C.;V;12-12-1942;Eikenlaan;22;9501 AD;Stadskanaal;0599 550116',
  '2007;Wubs;;T.;M;25-05-1958;Dorpsstraat;70;9501 AB;Stadskanaal;0599 550117',
];
const THIS_YEAR = [
  ...LAST_YEAR.slice(0, 6).map((line) => line.replace('Kerklaan;3', 'Noorderkade;18').replace('550114', '550199')),
  '2008;Oosting;;B.;M;31-02-1940;Laan;9;9501 AE;Stadskanaal;',
  '2009;Postma;;E.M.;V;17-05-1943;Laan;11;0123 AB;Stadskanaal;0599 550119',
  '2010;Scholte;;P.J.;M;01-03-1942;Laan;15;9501 AE;Stadskanaal;0599 550120',
  '2003;Drenth;;A.G.;V;20-06-1944;Molenweg;7;9581 AA;Musselkanaal;0599 550113',
];
const LETTERHEAD = {
  name: 'Huisartsenpraktijk De Linde',
  street: 'Verzonnenlaan 1',
  postcode: '9501 AA',
  city: 'Stadskanaal',
  phone: '0599 550100',
  openingHours: 'op werkdagen van 8 tot 17 uur',
  senderName: 'M. Oosting',
  senderRole: 'huisarts',
};

/** @param {string} [part] `care` takes only those of the care of a client, and adds to the others */
async function takePictures(part) {
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
    if (part !== 'care') await picturesOfRounds(browser, url);
    await picturesOfCare({
      open: (role, height = 800) => openWindow(browser, url, role, 'noord', { width: 1280, height }),
      take: (page, name) => picture(page, `${GUIDE}/${name}.png`),
      firstClient,
    });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function picturesOfRounds(browser, url) {
  await picturesOfVisitor(browser, url);
  await picturesOfAssistant(browser, url);
  await picturesOfGp(browser, url);
  await picturesOfLogOfficer(browser, url);
  await picturesOfRunningRound(browser, url);
  await picturesOfNewRound(browser, url);
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {string} [role]
 * @param {string} [practice]
 * @param {{ width: number; height: number }} [viewport]
 */
async function openWindow(browser, url, role, practice = 'noord', viewport = { width: 1280, height: 800 }) {
  const page = await browser.newPage({
    baseURL: url,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    viewport,
  });
  if (role !== undefined) await page.request.post('/api/v1/session/demo', { data: { role, practice } });
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
  checkSize(path);
}

/** @param {string} path */
function checkSize(path) {
  const { size } = statSync(inProject(path));
  console.log(`${path} ${Math.ceil(size / 1000)} kB`);
  if (size > (path === README_PICTURE ? MOST_BYTES_OF_README : MOST_BYTES))
    throw new Refusal(`${path} is te groot: ${size} bytes`);
}

/** Today, or so many days later, as people type it. */
const dutchDay = (days = 0) => new Intl.DateTimeFormat('nl-NL').format(Date.now() + days * 86_400_000);

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
  await page.getByLabel('Ingevuld op').fill(dutchDay());
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
  await page
    .getByRole('button', { name: /^Kopieer naar HIS/ })
    .first()
    .waitFor();
  await picture(page, `${GUIDE}/his-tekst.png`, 'section:has(h2:text-is("Tekst voor het HIS"))');
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

/**
 * A round that has been going on for weeks: who answered, who did not, and what is done about it.
 *
 * @param {Browser} browser
 * @param {string} url
 */
async function picturesOfRunningRound(browser, url) {
  const page = await openWindow(browser, url, 'PRACTICE_ASSISTANT');
  const { items: rounds } = await (await page.request.get('/api/v1/screening-rounds')).json();
  const round = `/screening-rounds/${rounds[0].id}`;
  await page.goto(round);
  await page.getByRole('heading', { name: 'Hoe ver is de ronde?' }).waitFor();
  await page.setViewportSize({ width: 1280, height: 1010 });
  await picture(page, `${GUIDE}/ronde-overzicht.png`);
  await page.setViewportSize({ width: 1280, height: 770 });
  await page.goto(`${round}/invitations`);
  await page.getByRole('row').filter({ hasText: 'bellen' }).first().getByRole('link').focus();
  await page.getByRole('button', { name: /^Gebeld, geen gehoor/ }).waitFor();
  await picture(page, `${GUIDE}/ronde-uitnodigingen.png`);
  await page.goto(`${round}/questions`);
  await page.getByText('Zo kunt u beginnen:').waitFor();
  await page.setViewportSize({ width: 1280, height: 620 });
  await picture(page, `${GUIDE}/navragen.png`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/safety-net');
  await page
    .getByRole('button', { name: /^Geen vragenlijst toelichten/ })
    .first()
    .click();
  await page.getByLabel('Waarom is dit zo goed?').fill('Verblijft deze winter bij familie.');
  await page.getByLabel('Tot en met').fill(dutchDay(100));
  await picture(page, `${GUIDE}/uit-beeld.png`);
  await picturesOfScans(page, rounds[0].id);
}

/**
 * @param {Page} page
 * @param {string} roundId
 */
async function picturesOfScans(page, roundId) {
  const query = `/api/v1/screening-rounds/${roundId}/invitations?state=REMINDED&limit=20`;
  const { items } = await (await page.request.get(query)).json();
  const [mine, other] = items.filter((/** @type {{ responseId: string | null }} */ item) => item.responseId === null);
  await page.setViewportSize({ width: 1280, height: 520 });
  await page.goto('/entry');
  await page.getByRole('heading', { name: 'Scan het volgende formulier' }).waitFor();
  await picture(page, `${GUIDE}/scannen.png`);
  await scan(page, mine.formCode);
  await page.getByRole('button', { name: /^Ja, invoeren/ }).waitFor();
  await picture(page, `${GUIDE}/gescand.png`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /^Vragenlijst, blad/ }).waitFor();
  await scan(page, other.formCode, 2);
  const foreign = page.getByRole('dialog', { name: 'Dit blad is van iemand anders' });
  await foreign.getByText(other.client.name).waitFor();
  await picture(page, `${GUIDE}/verwisseld.png`);
}

/**
 * What a scanner does: types the code of a sheet within a few milliseconds, and Enter.
 *
 * @param {Page} page
 * @param {string} code
 */
async function scan(page, code, sheet = 1) {
  await page.keyboard.type(`${code}${sheet}`, { delay: 4 });
  await page.keyboard.press('Enter');
}

/**
 * The whole way of a practice that begins: the file of the HIS, the letterhead, a round, its letters, and the answers.
 *
 * @param {Browser} browser
 * @param {string} url
 */
async function picturesOfNewRound(browser, url) {
  const page = await openWindow(browser, url, 'PRACTICE_ASSISTANT', 'leeg');
  await importFile(page, 'patienten-75plus-vorig-jaar.csv', LAST_YEAR);
  await page.getByRole('button', { name: 'Verwerken' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Verwerken' }).click();
  await page.getByRole('heading', { name: 'Het bestand is verwerkt' }).waitFor();
  await importFile(page, 'patienten-75plus.csv', THIS_YEAR);
  await page.setViewportSize({ width: 1280, height: 920 });
  await picture(page, `${GUIDE}/importeren.png`);
  await page.getByRole('button', { name: 'Gewijzigd (2)' }).click();
  await page.getByRole('row').filter({ hasText: 'Noorderkade' }).waitFor();
  await picture(page, `${GUIDE}/importeren-gewijzigd.png`, 'table');
  await page.setViewportSize({ width: 1280, height: 800 });
  await pictureOfLetterhead(browser, url);
  const pdf = await picturesOfLetters(page);
  await pictureOfPage(pdf, 1, `${GUIDE}/brief.png`);
  await pictureOfPage(pdf, 2, `${GUIDE}/brief-online.png`);
  await pictureOfPage(pdf, 3, `${GUIDE}/formulier.png`);
  await pictureOfConversation(page);
  await pictureOfDifference(browser, url, page);
  await picturesOfOnline(browser, url, await accessCodeIn(pdf));
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {readonly string[]} lines
 */
async function importFile(page, name, lines) {
  await page.goto('/clients/import');
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function pictureOfLetterhead(browser, url) {
  const page = await openWindow(browser, url, 'GP', 'leeg');
  const { version } = await (await page.request.get('/api/v1/letterhead')).json();
  await page.request.put('/api/v1/letterhead', { data: LETTERHEAD, headers: { 'if-match': `"${version}"` } });
  await page.goto('/settings/letterhead');
  await page.getByText('Het briefhoofd is compleet: u kunt brieven maken.').waitFor();
  await picture(page, `${GUIDE}/briefhoofd.png`);
}

/**
 * Makes a round and its letters; answers the letters.
 *
 * @param {Page} page
 */
async function picturesOfLetters(page) {
  await page.goto('/screening-rounds/new');
  await page.getByLabel('Naam van de ronde').waitFor();
  await picture(page, `${GUIDE}/ronde-maken.png`);
  await page.getByRole('button', { name: 'Maak de ronde' }).click();
  await page.getByRole('link', { name: '1. Bekijk wie een uitnodiging krijgt' }).click();
  const invite = page.getByRole('button', { name: /^Nodig \d+ cliënten uit$/ });
  await invite.waitFor();
  await picture(page, `${GUIDE}/ronde-wie.png`);
  await invite.click();
  await page.getByRole('link', { name: 'Maak de brieven' }).click();
  await page.getByRole('button', { name: /^Maak \d+ brieven: Uitnodiging$/ }).click();
  const link = page.getByRole('link', { name: 'Download de pdf: Brieven, Uitnodiging' });
  await link.waitFor({ timeout: 60_000 });
  await picture(page, `${GUIDE}/ronde-brieven.png`);
  const file = await page.request.get(String(await link.getAttribute('href')));
  return getDocument({ data: new Uint8Array(await file.body()), verbosity: 0 }).promise;
}

/**
 * @param {import('pdfjs-dist').PDFDocumentProxy} pdf
 * @param {number} number
 * @param {string} path
 */
async function pictureOfPage(pdf, number, path) {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (canvas.getContext('2d')));
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  writeFileSync(inProject(path), await canvas.encode('png'));
  checkSize(path);
}

/**
 * The access code of the first letter, on its second page.
 *
 * @param {import('pdfjs-dist').PDFDocumentProxy} pdf
 */
async function accessCodeIn(pdf) {
  const { items } = await (await pdf.getPage(2)).getTextContent();
  const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  const [code] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(words) ?? [];
  if (code === undefined) throw new Refusal('Geen code gevonden in de brief');
  return code;
}

/** @param {Page} page */
async function pictureOfConversation(page) {
  const client = await firstClientNamed(page, 'Kuipers');
  await page.goto(`/clients/${client}/interview`);
  await page.getByRole('radio', { name: 'aan de telefoon' }).check();
  await page.getByRole('button', { name: 'Ja, beginnen' }).click();
  await page.getByRole('group', { name: /^1\. Kunt u / }).waitFor();
  for (const key of '11') await page.keyboard.press(key);
  await page.getByText(/^opgeslagen \d\d:\d\d$/).waitFor();
  await page.setViewportSize({ width: 1280, height: 560 });
  await picture(page, `${GUIDE}/voorlezen.png`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/**
 * @param {Page} page
 * @param {string} family
 */
async function firstClientNamed(page, family) {
  const answer = await page.request.post('/api/v1/clients/search', { data: { text: family, limit: 1 } });
  return (await answer.json()).items[0].id;
}

/**
 * One types a form that lies at a cut-off, with a slip; the other types it again.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {Page} page
 */
async function pictureOfDifference(browser, url, page) {
  await page.goto(`/clients/${await firstClientNamed(page, 'Meijer')}/entry`);
  await page.getByRole('button', { name: 'Ja, dit klopt' }).press('Enter');
  await page.getByRole('region', { name: /^Vragenlijst, blad/ }).waitFor();
  for (const key of SLIPPED) await page.keyboard.press(key);
  await page.getByLabel('Ingevuld op').fill(dutchDay());
  await page.getByRole('button', { name: 'Afronden' }).click();
  await page.getByText('tweede invoer volgt').waitFor();
  const nurse = await openWindow(browser, url, 'PRACTICE_NURSE', 'leeg', { width: 1280, height: 560 });
  await nurse.goto('/second-entry');
  await nurse.getByRole('link', { name: /^Meijer/ }).click();
  await nurse.getByRole('button', { name: /^Ja, dit formulier ligt hier/ }).press('Enter');
  await nurse.getByRole('region', { name: /^Vragenlijst, blad/ }).waitFor();
  for (const key of AT_BORDER) await nurse.keyboard.press(key);
  await nurse.getByRole('button', { name: 'Vergelijken' }).click();
  await nurse.getByRole('heading', { name: '1 verschil' }).waitFor();
  await picture(nurse, `${GUIDE}/tweede-invoer.png`);
}

/**
 * What the client sees on a telephone.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {string} code
 */
async function picturesOfOnline(browser, url, code) {
  const page = await openWindow(browser, url, undefined, undefined, { width: 390, height: 780 });
  await page.goto('/vragenlijst');
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await page.getByLabel('Code uit de brief').fill(code);
  for (const [label, words] of [
    ['Dag', '3'],
    ['Maand', '4'],
    ['Jaar', '1941'],
  ])
    await page.getByLabel(String(label)).fill(String(words));
  await picture(page, `${GUIDE}/online-code.png`);
  await page.getByRole('button', { name: 'Verder', exact: true }).click();
  await page.getByLabel('Ik vul hem zelf in').check();
  await page.getByRole('button', { name: 'Verder', exact: true }).click();
  await page.getByText('Vraag 1 van 35').waitFor();
  await page.getByRole('radio').first().check();
  await picture(page, `${GUIDE}/online-vraag.png`);
}

process.exitCode = await takePictures(process.argv[2]).then(() => 0, report);
