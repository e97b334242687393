// The unit tests of the pure rules alone, for the mutation run.
import config from './jest.config.mjs';

// Each mutant needs the modules afresh, so jest's own runtime.
const [{ runtime: _, runner: __, ...unit }] = config.projects;

export default { ...unit, testMatch: ['<rootDir>/libs/domain/**/*.test.ts'] };
