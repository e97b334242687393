/**
 * @typedef {object} TestPlan
 * @property {boolean} checks run the checks before the tests
 * @property {boolean} tests run jest
 * @property {boolean} database
 * @property {boolean} browser
 * @property {string[]} jestArgs
 */

/** @type {Record<string, Partial<TestPlan>>} */
const parts = {
  checks: { checks: true, tests: false },
  unit: { jestArgs: ['--selectProjects', 'unit'] },
  web: { jestArgs: ['--selectProjects', 'web'] },
  api: { jestArgs: ['--selectProjects', 'api'], database: true },
  journeys: { jestArgs: ['tests/journeys'], database: true, browser: true },
  trust: { jestArgs: ['tests/trust'], database: true },
};

/** @type {TestPlan} */
const nothing = { checks: false, tests: true, database: false, browser: false, jestArgs: [] };

/** Tests under these need neither a database nor a browser. */
const plain = /^(\.\/)?(libs|scripts|apps\/web)(\/|$)/;

/**
 * What `npm test` does: everything; with `--only=<part>` that part; with anything else only those tests, given to jest.
 *
 * @param {string[]} args
 * @returns {TestPlan}
 */
export function planOf(args) {
  if (args.length === 0) return { checks: true, tests: true, database: true, browser: true, jestArgs: [] };
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const jestArgs = args.filter((arg) => !arg.startsWith('--only='));
  if (only !== undefined) {
    const part = Object.hasOwn(parts, only) ? parts[only] : undefined;
    if (part === undefined) throw new RangeError(`--only takes one of: ${Object.keys(parts).join(', ')}`);
    return { ...nothing, ...part, jestArgs: [...(part.jestArgs ?? []), ...jestArgs] };
  }
  const paths = jestArgs.filter((arg) => !arg.startsWith('-'));
  const needsStack = paths.length === 0 || !paths.every((path) => plain.test(path));
  const needsBrowser = paths.length === 0 || paths.some((path) => path.includes('journeys'));
  return { ...nothing, database: needsStack, browser: needsBrowser, jestArgs };
}
