// The unit tests of the pure rules alone, for the mutation run.
import config from './jest.config.mjs';

const [unit] = config.projects;

export default { ...unit, testMatch: ['<rootDir>/libs/domain/**/*.test.ts'] };
