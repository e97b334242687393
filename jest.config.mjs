import { swcOptions } from './tests/support/swc-options.mjs';

// One runner for libraries, API, components and browser journeys; ES modules only, so start it through `npm test`.
const transform = { '^.+\\.tsx?$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }] };

const common = {
  transform,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironmentOptions: { customExportConditions: ['@samenoud/source', 'node'] },
  moduleNameMapper: { '\\.css$': '<rootDir>/tests/support/empty-style.ts' },
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'],
};

/**
 * What mocks no modules needs no context of its own per file. Its workers are its own, as another runner has them (options make it
 * another): what libraries add to the globals there is no browser's.
 */
const native = {
  runtime: '<rootDir>/tests/support/native/runtime.cjs',
  runner: ['jest-runner', { loads: 'native' }],
};

export default {
  // jest leaves a core free, which on two would be half; a worker that has grown gives way to a fresh one
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  projects: [
    {
      ...common,
      ...native,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.test.ts', '<rootDir>/scripts/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['@samenoud/source', 'browser'] },
      setupFiles: ['<rootDir>/tests/support/jsdom.ts'],
      testMatch: ['<rootDir>/apps/web/**/*.test.ts', '<rootDir>/apps/web/**/*.test.tsx'],
    },
    { ...common, ...native, displayName: 'api', testMatch: ['<rootDir>/apps/api/**/*.test.ts'] },
    { ...common, ...native, displayName: 'whole', testMatch: ['<rootDir>/tests/**/*.test.ts'] },
  ],
};
