import { describe, expect, it } from '@jest/globals';
import { notShared } from '../agenda-view.service.ts';
import { oneReasonPerCode } from './one-reason-per-code.ts';

const reason = (code: 'SIGNAL' | 'MANUAL', rowId: string, since: string, detail: string | null) => ({
  code,
  rowId,
  rowIds: [rowId],
  since,
  detail,
});

describe('the reasons of one line', () => {
  it('stand there once each, since the oldest of what gives them, with what there is to say of every one', () => {
    const reasons = [
      reason('SIGNAL', 'second', '2026-11-20', 'geheugen'),
      reason('SIGNAL', 'first', '2026-11-01', 'val'),
      reason('SIGNAL', 'third', '2026-11-21', 'val'),
      reason('MANUAL', 'topic', '2026-10-01', null),
    ];
    expect(oneReasonPerCode({ ...notShared(1, false), reasons }).reasons).toEqual([
      {
        code: 'SIGNAL',
        rowId: 'first',
        rowIds: ['first', 'second', 'third'],
        since: '2026-11-01',
        detail: 'val · geheugen',
      },
      reason('MANUAL', 'topic', '2026-10-01', null),
    ]);
  });

  it('are none where none is shared', () => {
    expect(oneReasonPerCode(notShared(1, false))).toEqual(notShared(1, false));
  });
});
