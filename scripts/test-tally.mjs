/**
 * @typedef {{ passed: number, failed: number }} Tally
 *
 * @typedef {object} JestResults the part of jest's JSON report that counts
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites
 */

/**
 * A file that could not run counts as one failure, so does a run without a report or with no test at all; a skipped test
 * fails, because nobody reads that it was skipped.
 *
 * @param {JestResults | undefined} results
 * @param {{ partial: boolean }} options partial: tests chosen by hand leave the others out on purpose
 * @returns {Tally}
 */
export function tallyOf(results, { partial }) {
  if (results === undefined) return { passed: 0, failed: 1 };
  const skipped = partial ? 0 : results.numPendingTests + results.numTodoTests;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + skipped;
  return { passed: results.numPassedTests, failed: results.numPassedTests + failed === 0 ? 1 : failed };
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export const sumOf = (tallies) =>
  tallies.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });

/** @param {Tally} tally */
export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
