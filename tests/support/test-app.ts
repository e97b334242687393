/** For tests of the whole stack; tests inside apps/api import these files directly. */
export { type Agent, startTestApp, type TestApp } from '../../apps/api/src/testing/test-app.ts';
export { TEST_PRACTICES, testMember } from '../../apps/api/src/testing/test-network.ts';
