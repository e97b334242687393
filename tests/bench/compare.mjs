import assert from 'node:assert/strict';

/** What differs from one writing to the next, by nature. */
const ownOfEachWriting = new Set(['id', 'startedAt', 'completedAt', 'at']);

/**
 * Both servers must do the same work: their answers are equal but for the ids and moments of what they write.
 *
 * @param {string} name
 * @param {readonly import('./jobs.mjs').Request[]} requests
 * @param {readonly string[]} urls
 */
export async function compareAnswers(name, requests, urls) {
  for (const request of requests.slice(0, 3)) {
    const [product, bare] = await Promise.all(urls.map((url) => answerOf(url, request)));
    assert.deepEqual(bare, product, `${name}: the bare server answers something else than the product`);
  }
}

/**
 * @param {string} url
 * @param {import('./jobs.mjs').Request} request
 */
async function answerOf(url, { path, method, headers, body }) {
  const answer = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text, (key, value) => (method === 'POST' && ownOfEachWriting.has(key) ? undefined : value));
}
