import { setTimeout as pause } from 'node:timers/promises';

import { Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

const longestWaitMs = 300_000;

/**
 * The address a person on this machine opens.
 *
 * @param {string} host
 * @param {number} port
 */
export function localUrl(host, port) {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/**
 * Waits until the server says it is ready, its demo included.
 *
 * @param {string} url
 * @param {AbortSignal} signal
 */
export async function untilHealthy(url, signal) {
  const since = Date.now();
  while (!signal.aborted && !(await isHealthy(url))) {
    if (Date.now() - since > longestWaitMs) throw new Refusal(sentences.notHealthy(url));
    await pause(100);
  }
}

/** @param {string} url */
async function isHealthy(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
