const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { default: JestRuntime } = require('jest-runtime');
const { mapOf } = require('./transformed.cjs');

class SourceMaps extends Map {
  get(path) {
    return mapOf(path);
  }
}

let loads = 0;

/**
 * Loads test files as Node itself does, not in a context of their own: what they import is read, linked and warmed up once per
 * worker instead of once per file. Only for tests that mock no modules and touch no globals.
 */
module.exports = class NativeRuntime extends JestRuntime {
  static isRegistered = false;

  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    // `expect` lives in a context of its own and compares these with what a test hands it, as in `expect.any(String)`.
    Object.assign(environment.global, { Array, BigInt, Boolean, Function, Number, Object, String, Symbol });
  }

  /** @param {string} path of a test or a setup file; it runs for every test file, and what it imports once */
  async unstable_importModule(path) {
    if (!NativeRuntime.isRegistered) register(pathToFileURL(require.resolve('./hooks.mjs')));
    NativeRuntime.isRegistered = true;
    globalThis[Symbol.for('jest globals of the test file')] = this.requireModuleOrMock(path, '@jest/globals');
    loads += 1;
    return import(`${pathToFileURL(path).href}?load=${loads}`);
  }

  /** Where a line of a failure stood before the transform. */
  getSourceMaps() {
    return new SourceMaps();
  }
};
