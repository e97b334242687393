import { INSTRUMENTS } from './instrument-pack.ts';
import type { InstrumentPack } from './instrument-pack.ts';
import { isRecord, textProblems, unknownFields, wholeNumberProblems } from './pack-problem.ts';
import type { PackProblem } from './pack-problem.ts';
import { SHIPPED_PACKS } from './shipped-packs.ts';
import { itemListProblems } from './validate-pack-items.ts';

const TEXT_LIMITS = { version: 40, title: 200, citation: 2000, licenceStatement: 4000, scoringNote: 4000 } as const;
const FIELDS = [...Object.keys(TEXT_LIMITS), 'instrument', 'language', 'maximumScore', 'cutOff', 'checksum', 'items'];

function hasShape(value: unknown, shape: RegExp): boolean {
  return typeof value === 'string' && shape.test(value);
}

function headProblems(candidate: Readonly<Record<string, unknown>>, shipped: InstrumentPack): PackProblem[] {
  const texts = Object.entries(TEXT_LIMITS).flatMap(([field, limit]) =>
    textProblems(candidate[field], `/${field}`, limit),
  );
  const { language, checksum, maximumScore } = candidate;
  const checksumIsFine = checksum === undefined || hasShape(checksum, /^[0-9a-f]{64}$/);
  return [
    ...unknownFields(candidate, '', FIELDS),
    ...texts,
    ...(hasShape(language, /^[a-z]{2}(-[A-Z]{2})?$/) ? [] : [{ pointer: '/language', code: 'INVALID' } as const]),
    ...(maximumScore === shipped.maximumScore ? [] : [{ pointer: '/maximumScore', code: 'WRONG_STRUCTURE' } as const]),
    ...wholeNumberProblems(candidate['cutOff'], '/cutOff', 1, shipped.maximumScore),
    ...(checksumIsFine ? [] : [{ pointer: '/checksum', code: 'INVALID' } as const]),
  ];
}

/**
 * What is wrong with a content pack; empty when it may be used. Texts are free, the structure is that of the shipped
 * pack: the same item ids, groups, answer codes and scores, so that stored answers keep their meaning. The order of the
 * items on the form may differ. Pointers are JSON pointers (RFC 6901) into the candidate.
 */
export function validatePack(candidate: unknown): readonly PackProblem[] {
  if (!isRecord(candidate)) return [{ pointer: '', code: 'INVALID' }];
  const instrument = INSTRUMENTS.find((known) => known === candidate['instrument']);
  if (instrument === undefined) return [{ pointer: '/instrument', code: 'INVALID' }];
  const shipped = SHIPPED_PACKS[instrument];
  return [...headProblems(candidate, shipped), ...itemListProblems(candidate['items'], shipped.items)];
}

export function isInstrumentPack(candidate: unknown): candidate is InstrumentPack {
  return validatePack(candidate).length === 0;
}
