import { describe, expect, it } from '@jest/globals';
import { canonicalJson, checksumText } from './canonical-json.ts';
import { GFI } from './gfi.ts';
import { IMESA } from './imesa.ts';
import { isInstrumentPack, validatePack } from './validate-pack.ts';

type Json = Record<string, unknown>;

/** A shipped pack as it comes in from a file, changed at one JSON pointer; undefined removes. */
function changed(pack: typeof GFI, pointer: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(pack)) as Json;
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce((place, step) => place[step] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const [FIRST, SECOND] = GFI.items;

describe('the shipped packs', () => {
  it('are valid', () => {
    expect(validatePack(GFI)).toEqual([]);
    expect(isInstrumentPack(JSON.parse(JSON.stringify(IMESA)))).toBe(true);
  });

  it('have 15 and 20 items with ids in order', () => {
    expect(GFI.items.map(({ id }) => id)).toEqual(GFI.items.map((_, i) => `gfi-${String(i + 1).padStart(2, '0')}`));
    expect(IMESA.items.map(({ id }) => id)).toEqual(
      IMESA.items.map((_, i) => `imesa-${String(i + 1).padStart(2, '0')}`),
    );
    expect([GFI.items.length, IMESA.items.length]).toEqual([15, 20]);
  });

  it.each([
    ['HISTORY', ['01', '02', '06', '07', '11', '12', '16', '17']],
    ['CURRENT', ['03', '04', '08', '09', '13', '14', '18', '19']],
    ['VULNERABILITY', ['05', '10', '15', '20']],
  ])('have the INTERMED items of time frame %s', (timeFrame, numbers) => {
    const ids = IMESA.items.filter((item) => item.timeFrame === timeFrame).map(({ id }) => id);
    expect(ids).toEqual(numbers.map((number) => `imesa-${number}`));
  });

  it('have five INTERMED items per domain', () => {
    expect(IMESA.items.map(({ domain }) => domain)).toEqual(
      ['BIOLOGICAL', 'PSYCHOLOGICAL', 'SOCIAL', 'HEALTH_CARE'].flatMap((domain) => Array<string>(5).fill(domain)),
    );
  });

  it('print the digits 1, 2, 3 beside GFI boxes and the score itself beside INTERMED boxes', () => {
    const keys = (item: (typeof GFI.items)[number] | undefined) =>
      item?.answer.kind === 'CHOICE' ? item.answer.options.map(({ code, key }) => `${key} ${code}`) : [];
    expect(keys(GFI.items[0])).toEqual(['1 independent', '2 dependent']);
    expect(keys(GFI.items[5])).toEqual(['1 no', '2 yes']);
    expect(keys(GFI.items[9])).toEqual(['1 no', '2 sometimes', '3 yes']);
    expect(keys(IMESA.items[0])).toEqual(['0 0', '1 1', '2 2', '3 3']);
  });
});

describe('validatePack', () => {
  it('lets texts, version, cut-off, order and checksum differ', () => {
    const items = GFI.items.map((item) => ({ ...item, position: 16 - item.position, text: 'Andere vraag?' }));
    const pack = {
      ...GFI,
      version: '2027',
      language: 'nl-NL',
      cutOff: 4,
      checksum: 'a'.repeat(64),
      items: items.toReversed(),
    };
    expect(validatePack(pack)).toEqual([]);
  });

  it.each([
    [null, ''],
    ['gfi', ''],
    [[GFI], ''],
    [{}, '/instrument'],
    [{ instrument: 'toString' }, '/instrument'],
  ])('refuses %j', (candidate, pointer) => {
    expect(validatePack(candidate)).toEqual([{ pointer, code: 'INVALID' }]);
  });

  it.each([
    ['/licenceStatement', undefined, 'REQUIRED'],
    ['/licenceStatement', '  ', 'REQUIRED'],
    ['/scoringNote', null, 'REQUIRED'],
    ['/version', 2, 'INVALID'],
    ['/version', 'v\0', 'INVALID'],
    ['/version', 'v'.repeat(41), 'TOO_LONG'],
    ['/language', 'Nederlands', 'INVALID'],
    ['/language', { toString: 1 }, 'INVALID'],
    ['/checksum', 'abc', 'INVALID'],
    ['/checksum', 1, 'INVALID'],
    ['/maximumScore', 16, 'WRONG_STRUCTURE'],
    ['/cutOff', 0, 'INVALID'],
    ['/cutOff', 16, 'INVALID'],
    ['/cutOff', 4.5, 'INVALID'],
    ['/cutOff', '5', 'INVALID'],
    ['/extra', 1, 'UNKNOWN_FIELD'],
    ['/items', {}, 'INVALID'],
    ['/items', [...GFI.items, FIRST], 'WRONG_STRUCTURE'],
    ['/items', GFI.items.slice(1), 'ITEM_MISSING'],
    ['/items/0/extra', 1, 'UNKNOWN_FIELD'],
    ['/items/0/label', '', 'REQUIRED'],
    ['/items/0/text', 'x'.repeat(1001), 'TOO_LONG'],
    ['/items/0/position', 0, 'INVALID'],
    ['/items/0/position', 16, 'INVALID'],
    ['/items/1/position', 1, 'DUPLICATE'],
    ['/items/0/domain', 'SOCIAL', 'WRONG_STRUCTURE'],
    ['/items/0/timeFrame', 'HISTORY', 'WRONG_STRUCTURE'],
    ['/items/0/factor', undefined, 'WRONG_STRUCTURE'],
    ['/items/0/answer', 'yes', 'INVALID'],
    ['/items/0/answer/kind', 'INTEGER', 'WRONG_STRUCTURE'],
    ['/items/0/answer/options', [], 'WRONG_STRUCTURE'],
    ['/items/0/answer/options', 'yes', 'WRONG_STRUCTURE'],
    ['/items/0/answer/options/0/score', 1, 'WRONG_STRUCTURE'],
    ['/items/0/answer/options/0/score', '0', 'WRONG_STRUCTURE'],
    ['/items/0/answer/options/0/code', 'yes', 'WRONG_STRUCTURE'],
    ['/items/0/answer/options/0/label', '', 'REQUIRED'],
    ['/items/0/answer/options/0/key', 'a', 'INVALID'],
    ['/items/0/answer/options/0/key', 1, 'INVALID'],
    ['/items/0/answer/options/1/key', '1', 'DUPLICATE'],
    ['/items/0/answer/options/0/a~1b', 1, 'UNKNOWN_FIELD'],
    ['/items/4/answer/scoreOneUpTo', 5, 'WRONG_STRUCTURE'],
    ['/items/4/answer/maximum', 11, 'WRONG_STRUCTURE'],
  ])('finds at %s = %j the problem %s', (pointer, value, code) => {
    const shown = pointer.replace('a~1b', 'a~01b');
    expect(validatePack(changed(GFI, pointer, value))).toEqual([{ pointer: shown, code }]);
  });

  it('names each fault of a broken item', () => {
    expect(validatePack(changed(GFI, '/items/1', FIRST))).toEqual([
      { pointer: '/items/1/id', code: 'DUPLICATE' },
      { pointer: '/items/1/position', code: 'DUPLICATE' },
      { pointer: '/items', code: 'ITEM_MISSING' },
    ]);
    expect(validatePack(changed(GFI, '/items/1', { ...SECOND, id: '__proto__' }))).toEqual([
      { pointer: '/items/1/id', code: 'UNKNOWN_ITEM' },
      { pointer: '/items', code: 'ITEM_MISSING' },
    ]);
    expect(validatePack(changed(GFI, '/items/1', 'x'))).toContainEqual({ pointer: '/items/1', code: 'INVALID' });
    expect(validatePack(changed(GFI, '/items/0/answer/options/0', 'x'))).toEqual([
      { pointer: '/items/0/answer/options/0', code: 'INVALID' },
    ]);
    const twice = changed(GFI, '/items/0/answer/options/1/code', 'independent');
    expect(validatePack(twice)).toContainEqual({ pointer: '/items/0/answer/options/1/code', code: 'DUPLICATE' });
  });

  it('keeps the answer codes of INTERMED numbers', () => {
    expect(validatePack(changed(IMESA, '/items/0/answer/options/0/code', '0'))).toEqual([
      { pointer: '/items/0/answer/options/0/code', code: 'WRONG_STRUCTURE' },
    ]);
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é\\"","d":null}]}');
    expect(canonicalJson({ a: true, b: [1, { c: 'é"', d: null }] })).toBe('{"a":true,"b":[1,{"c":"é\\"","d":null}]}');
    expect(canonicalJson({ a: undefined, c: -0.5 })).toBe('{"c":-0.5}');
  });

  it.each([[[undefined]], [Number.NaN], [{ a: () => 1 }], [1n]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('leaves the checksum itself out of its text', () => {
    expect(checksumText({ ...GFI, checksum: 'a'.repeat(64) })).toBe(checksumText(GFI));
    expect(checksumText({ ...GFI, version: 'other' })).not.toBe(checksumText(GFI));
    expect(JSON.parse(checksumText(GFI))).toEqual(GFI);
  });
});
