import { describe, expect, it } from '@jest/globals';
import { explain, fieldErrors, readProblem } from './problem.ts';

describe('readProblem', () => {
  it('keeps code, sentence, fields and the current resource', () => {
    const problem = readProblem(412, { code: 'STALE', detail: 'Intussen gewijzigd.', current: { version: 3 } }, null);
    expect(problem).toMatchObject({
      status: 412,
      code: 'STALE',
      detail: 'Intussen gewijzigd.',
      current: { version: 3 },
    });
  });

  it('reads how long to wait', () => {
    expect(readProblem(429, { code: 'TOO_MANY_REQUESTS' }, '30').retryAfterSeconds).toBe(30);
  });

  it('has a Dutch sentence for an answer that is no problem document', () => {
    const problem = readProblem(502, '<html>Bad gateway</html>', null);
    expect(problem.code).toBe('UNAVAILABLE');
    expect(problem.detail).toMatch(/^Er ging iets mis/);
  });
});

describe('explain', () => {
  it('shows the sentence of the server as it is', () => {
    expect(explain(readProblem(409, { code: 'WRONG_STATE', detail: 'Dit kan nu niet.' }, null))).toBe(
      'Dit kan nu niet.',
    );
  });

  it('tells a lost connection from a fault', () => {
    expect(explain(new TypeError('fetch failed'))).toMatch(/geen verbinding/);
    expect(explain(new Error('secret inside'))).toMatch(/^Er ging iets mis/);
  });
});

describe('fieldErrors', () => {
  it('names fields by their path', () => {
    const errors = [{ pointer: '/name/family', code: 'REQUIRED', detail: 'Vul dit in.' }];
    expect(fieldErrors(readProblem(400, { code: 'INVALID_INPUT', errors }, null))).toEqual({
      'name.family': 'Vul dit in.',
    });
  });

  it('has none for anything else', () => {
    expect(fieldErrors(new Error('x'))).toEqual({});
  });
});
