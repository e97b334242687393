// Mutation run of the pure rules; a command, not part of npm test.
export default {
  testRunner: 'jest',
  tsconfigFile: 'none.json', // TypeScript 7 has no API for Stryker to rewrite it with
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'jest.mutation.config.mjs', enableFindRelatedTests: false },
  mutate: [
    'libs/domain/src/{access,bsn,calendar,consent,names,questionnaires,risk-profile}/**/*.ts',
    'libs/domain/src/instruments/item-score.ts',
    '!libs/domain/src/**/*.test.ts',
    '!libs/domain/src/access/matrix.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 85 },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['.data', '.cache', 'apps', 'tests', 'docs', 'docker', 'reports'],
  allowEmpty: false,
};
