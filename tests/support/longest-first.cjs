const { statSync } = require('node:fs');

/** Kinds of tests by how long a file takes: a journey a minute, most of the rest a few seconds. */
const kinds = [/[/\\]tests[/\\]journeys[/\\]/, /[/\\]tests[/\\]/];

/** @param {string} path */
function rankOf(path) {
  const found = kinds.findIndex((kind) => kind.test(path));
  return found === -1 ? kinds.length : found;
}

/**
 * The order of the test files, the same on every machine: long ones first, so that at the end no worker waits long for the other.
 * jest itself goes by what files took before, which a fresh clone does not know.
 */
module.exports = class LongestFirst {
  /** @param {{ path: string }[]} tests */
  sort(tests) {
    const known = tests.map((test) => ({ test, rank: rankOf(test.path), size: statSync(test.path).size }));
    return known.toSorted((one, other) => one.rank - other.rank || other.size - one.size).map(({ test }) => test);
  }

  cacheResults() {}
};
