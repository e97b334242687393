import { describe, expect, it } from '@jest/globals';

import { planOf } from './test-plan.mjs';
import { lastLine, sumOf, tallyOf } from './test-tally.mjs';

const clean = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};
const whole = { partial: false };

describe('the tally of a test run', () => {
  it('counts what jest reports', () => {
    expect(tallyOf({ ...clean, numFailedTests: 2 }, whole)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a file that could not run as a failure', () => {
    expect(tallyOf({ ...clean, numRuntimeErrorTestSuites: 1 }, whole)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts skipped and planned tests as failures of a whole run only', () => {
    const skipping = { ...clean, numPendingTests: 1, numTodoTests: 1 };
    expect(tallyOf(skipping, whole).failed).toBe(2);
    expect(tallyOf(skipping, { partial: true }).failed).toBe(0);
  });

  it('counts no report, and no test at all, as a failure', () => {
    expect(tallyOf(undefined, whole)).toEqual({ passed: 0, failed: 1 });
    expect(tallyOf({ ...clean, numPassedTests: 0 }, whole)).toEqual({ passed: 0, failed: 1 });
  });

  it('adds up and ends in one line', () => {
    expect(
      lastLine(
        sumOf([
          { passed: 5, failed: 1 },
          { passed: 3, failed: 0 },
        ]),
      ),
    ).toBe('8 passed, 1 failed');
  });
});

describe('the plan of a test run', () => {
  it('is everything without arguments', () => {
    expect(planOf([])).toEqual({ checks: true, tests: true, database: true, browser: true, jestArgs: [] });
  });

  it('needs no database for tests of rules and components', () => {
    expect(planOf(['libs/domain', 'apps/web'])).toMatchObject({ checks: false, database: false, browser: false });
  });

  it('needs a database as soon as one path may want it', () => {
    expect(planOf(['libs/domain', 'apps/api/src/clients'])).toMatchObject({ database: true, browser: false });
  });

  it('needs a browser for journeys', () => {
    expect(planOf(['--only=journeys'])).toMatchObject({ database: true, browser: true, jestArgs: ['tests/journeys'] });
  });

  it('passes other options on to jest', () => {
    expect(planOf(['--only=unit', '-t', 'calendar']).jestArgs).toEqual(['--selectProjects', 'unit', '-t', 'calendar']);
  });

  it('refuses a part that does not exist', () => {
    expect(() => planOf(['--only=toString'])).toThrow('--only takes one of');
  });
});
