import { watchNpm } from './npm-parent.mjs';

const echoMs = 1000;

/**
 * Listens for a request to stop. npm passes Ctrl+C on while the terminal has already sent it, so a second one within a
 * second is an echo; after that it means: at once.
 *
 * @param {{ onFirst: () => void, onSecond: () => void }} answers
 */
export function listenForStop({ onFirst, onSecond }) {
  let firstAt = 0;
  const first = () => {
    if (firstAt !== 0) return;
    firstAt = Date.now();
    onFirst();
  };
  const answer = () => {
    if (firstAt === 0) first();
    else if (Date.now() - firstAt > echoMs) onSecond();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, answer);
  watchNpm(first);
}
