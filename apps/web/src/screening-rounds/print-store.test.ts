import { describe, expect, it } from '@jest/globals';
import { keepPrint, type Print, printParameter, readPrint, startedPrints } from './print-store.ts';

const LETTERS: Print = {
  roundId: 'r1',
  wave: 'REMINDER_1',
  kind: 'LETTERS',
  jobId: '0191d037-bf00-7a0e-95d4-578d0a5be617',
};

describe('a print in the address', () => {
  it('is read back as it was written', () => {
    const ofOne: Print = { ...LETTERS, invitationId: 'i1' };
    expect(readPrint('r1', printParameter(LETTERS))).toEqual(LETTERS);
    expect(readPrint('r1', printParameter(ofOne))).toEqual(ofOne);
  });

  it.each(['', 'REMINDER_1', 'REMINDER_1.LETTERS', 'REMINDER_3.LETTERS.x', 'REMINDER_1.POSTER.x'])(
    'is nothing where the address says %p',
    (parameter) => {
      expect(readPrint('r1', parameter)).toBeUndefined();
    },
  );
});

describe('keepPrint', () => {
  it('keeps the letter of one person beside the pile', () => {
    startedPrints.set([]);
    keepPrint(LETTERS);
    keepPrint({ ...LETTERS, jobId: 'b', invitationId: 'i1' });
    keepPrint({ ...LETTERS, jobId: 'c', invitationId: 'i1' });
    expect(startedPrints.get().map(({ jobId }) => jobId)).toEqual([LETTERS.jobId, 'c']);
  });

  it('counts the last one of each wave and kind', () => {
    startedPrints.set([]);
    keepPrint(LETTERS);
    keepPrint({ ...LETTERS, kind: 'LABELS', jobId: 'b' });
    keepPrint({ ...LETTERS, jobId: 'c' });
    expect(startedPrints.get().map(({ kind, jobId }) => [kind, jobId])).toEqual([
      ['LABELS', 'b'],
      ['LETTERS', 'c'],
    ]);
  });
});
