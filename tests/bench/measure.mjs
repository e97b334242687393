import autocannon from 'autocannon';

const connections = 20;

/**
 * @typedef {object} Size
 * @property {number} seconds of one round
 * @property {number} rounds of each side, in turns; the middle one counts
 */

/**
 * Loads both sides in turns, so that what else the machine does meets both.
 *
 * @param {import('./jobs.mjs').Job} job
 * @param {readonly import('./jobs.mjs').Request[]} requests
 * @param {import('./processes.mjs').Side} product
 * @param {import('./processes.mjs').Side} bare
 * @param {Size} size
 */
export async function measure(job, requests, product, bare, { seconds, rounds }) {
  await load(product.url, requests, 1);
  await load(bare.url, requests, 1);
  const ofProduct = [];
  const ofBare = [];
  for (let round = 0; round < rounds; round++) {
    ofProduct.push(await load(product.url, requests, seconds));
    ofBare.push(await load(bare.url, requests, seconds));
  }
  const [one, other] = [middle(ofProduct), middle(ofBare)];
  return {
    job: job.name,
    what: job.what,
    connections,
    productPerSecond: rounded(one.perSecond / job.requestsPerUnit),
    barePerSecond: rounded(other.perSecond / job.requestsPerUnit),
    ratio: Math.round((100 * one.perSecond) / other.perSecond) / 100,
    productP50Ms: one.p50,
    productP99Ms: one.p99,
    failures: [...ofProduct, ...ofBare].reduce((sum, { failures }) => sum + failures, 0),
    apiRssMb: product.rssMb(),
  };
}

/**
 * @param {string} url
 * @param {readonly import('./jobs.mjs').Request[]} requests
 * @param {number} duration
 */
async function load(url, requests, duration) {
  let turn = 0;
  const next = () => requests[turn++ % requests.length];
  const result = await autocannon({
    url,
    connections,
    duration,
    requests: [{ setupRequest: (request) => Object.assign(request, next()) }],
  });
  const { errors, timeouts, non2xx, latency } = result;
  return {
    perSecond: result.requests.total / result.duration,
    failures: errors + timeouts + non2xx,
    p50: latency.p50,
    p99: latency.p99,
  };
}

/** @param {Awaited<ReturnType<typeof load>>[]} rounds */
function middle(rounds) {
  const sorted = rounds.toSorted((a, b) => a.perSecond - b.perSecond);
  const one = sorted[Math.floor(sorted.length / 2)];
  if (one === undefined) throw new Error('at least one round');
  return one;
}

/** @param {number} value */
const rounded = (value) => Math.round(value * 10) / 10;
