/**
 * For tests that start the app or a browser: on a busy machine that takes more than jest's five seconds, in a hook as in a test.
 * jest-circus reads `testTimeout` of the whole run only, so a project sets its own here. A timeout of a test or hook still wins.
 */
import { jest } from '@jest/globals';

jest.setTimeout(60_000);
