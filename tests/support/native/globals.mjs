/** One copy serves all test files of a worker, so each name leads on to jest as it stands for the file that runs. */
const now = () => globalThis[Symbol.for('jest globals of the test file')];

const follow = (name) =>
  new Proxy(() => undefined, {
    apply: (_target, _self, args) => now()[name](...args),
    get: (_target, key) => now()[name][key],
  });

export const afterAll = follow('afterAll');
export const afterEach = follow('afterEach');
export const beforeAll = follow('beforeAll');
export const beforeEach = follow('beforeEach');
export const describe = follow('describe');
export const expect = follow('expect');
export const it = follow('it');
export const jest = follow('jest');
