/**
 * On a busy machine typing into a form takes more than jest's five seconds, like starting the app or a browser; in a hook as in a
 * test. jest-circus reads `testTimeout` of the whole run only. A timeout of a test or hook still wins.
 */
import { jest } from '@jest/globals';

jest.setTimeout(60_000);
