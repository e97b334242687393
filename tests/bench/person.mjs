/**
 * Somebody who is signed in, for benchmarks that ask one thing after the other.
 *
 * @typedef {object} Person
 * @property {string} cookie
 * @property {(method: string, path: string, body?: object, version?: number) => Promise<any>} ask the body of the answer; anything but success throws
 */

/**
 * @param {string} url
 * @param {string} role
 * @param {string} practice short name
 * @returns {Promise<Person>}
 */
export async function signInAs(url, role, practice) {
  const answer = await fetch(`${url}/api/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, practice }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) throw new Error(`signing in answered ${answer.status}`);
  return { cookie, ask: (method, path, body, version) => ask(url, cookie, method, path, body, version) };
}

/**
 * @param {string} url
 * @param {string} cookie
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @param {number} [version]
 */
async function ask(url, cookie, method, path, body, version) {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: {
      cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/**
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>} ms it took
 */
export async function timed(work) {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/**
 * Does something for each, a few at a time.
 *
 * @template T
 * @param {readonly T[]} all
 * @param {number} atOnce
 * @param {(one: T, index: number) => Promise<void>} work
 */
export async function forEach(all, atOnce, work) {
  let next = 0;
  const lane = async () => {
    while (next < all.length) {
      const index = next++;
      await work(/** @type {T} */ (all[index]), index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** @param {readonly number[]} times in ms */
export function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    Math.round(10 * (sorted[Math.floor(share * (sorted.length - 1))] ?? 0)) / 10;
  return { times: times.length, p50Ms: at(0.5), p95Ms: at(0.95), mostMs: at(1) };
}
