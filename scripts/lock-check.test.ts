import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { missingOptionals } from './lock-check.mjs';

const complete = {
  '': {},
  'node_modules/tool': { optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0' } },
  'node_modules/@tool/linux': {},
  'node_modules/@tool/mac': {},
};

describe('the check of optional dependencies in the lock file', () => {
  it('finds nothing in a complete lock', () => {
    expect(missingOptionals(complete)).toEqual([]);
  });

  it('names a package for another machine that is missing', () => {
    const { 'node_modules/@tool/mac': _, ...planted } = complete;
    expect(missingOptionals(planted)).toEqual(['node_modules/tool names @tool/mac, which is not in package-lock.json']);
  });

  it('accepts a package that lies beside, inside or above the one that names it', () => {
    const nested = {
      'node_modules/outer/node_modules/tool': { optionalDependencies: { beside: '1', inside: '1', above: '1' } },
      'node_modules/outer/node_modules/beside': {},
      'node_modules/outer/node_modules/tool/node_modules/inside': {},
      'node_modules/above': {},
    };
    expect(missingOptionals(nested)).toEqual([]);
  });

  it('does not accept a copy that lies inside another package', () => {
    const hidden = {
      'libs/one': { optionalDependencies: { tool: '1' } },
      'node_modules/other/node_modules/tool': {},
    };
    expect(missingOptionals(hidden)).toHaveLength(1);
  });

  it('holds for our own lock', () => {
    const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
    expect(missingOptionals(lock.packages)).toEqual([]);
  });
});
