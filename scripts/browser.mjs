import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { packedChromium } from './packed-chromium.mjs';
import { isCommand } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { sentences } from './sentences.mjs';

/**
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Browser
 *
 * @typedef {() => (string | undefined) | Promise<string | undefined>} Source
 */

/**
 * The Chromium for the browser tests, tried in this order: the one asked for, Playwright's, the machine's, the one npm
 * brought along, the one the package manager can install. Each must really run. What it returns goes to Playwright's launch.
 *
 * @param {{ sources?: Source[] }} [options]
 * @returns {Promise<Browser>}
 */
export async function findBrowser({ sources = everySource } = {}) {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted !== undefined && wanted !== '') {
    if (!runs(wanted)) throw new Refusal(sentences.badBrowser(wanted));
    return browserAt(wanted);
  }
  for (const source of sources) {
    const path = await source();
    if (path !== undefined && runs(path)) return browserAt(path);
  }
  throw new Refusal(sentences.noBrowser());
}

/** @type {Source[]} */
const everySource = [playwrightChromium, installedChromium, packedChromium, packageManagerChromium];

/** @param {string} executablePath */
const browserAt = (executablePath) => ({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  env: Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])),
});

/**
 * Windows opens a window for --version, so there a program that exists must do.
 *
 * @param {string} path
 */
const runs = (path) =>
  existsSync(path) &&
  (process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0);

async function playwrightChromium() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/** The Chromium, Chrome or Edge of this machine. */
export function installedChromium() {
  return candidates().find(runs);
}

function candidates() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
    const names = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return names.flatMap((name) => roots.map((root) => join(root, name)));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Only where we may install: as root on a Debian-like machine. */
export function packageManagerChromium() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.log('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  const wanted = ['chromium', 'fonts-liberation'];
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { env, stdio: 'ignore' });
  return installedChromium();
}

if (isCommand(import.meta.url)) {
  process.exitCode = await findBrowser().then(({ executablePath }) => {
    console.log(executablePath);
    return 0;
  }, report);
}
