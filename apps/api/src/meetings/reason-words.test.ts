import { expect, it } from '@jest/globals';
import { reasonDetail } from './reason-words.ts';

type Row = Parameters<typeof reasonDetail>[0];
const labels = { ROBUST: 'Robuust', FRAIL: 'Kwetsbaar', COMPLEX: 'Complex' };
const said = (code: Row['code'], detail: Row['detail']): string | null =>
  reasonDetail({ code, detail, asked: null } as Row, labels);

it('says how an invitation ended, and nothing where that is what the reason says already', () => {
  expect(said('NOT_RETURNED', { invitationState: 'REFUSED' })).toBe('doet niet mee');
  expect(said('NOT_RETURNED', { invitationState: 'NOT_RETURNED' })).toBeNull();
});

it('says from which profile to which, or which it is', () => {
  expect(said('PROFILE_CHANGED', { assigned: 'FRAIL', proposed: 'COMPLEX' })).toBe('kwetsbaar → complex');
  expect(said('PROFILE_SAME', { assigned: 'FRAIL', proposed: 'FRAIL' })).toBe('kwetsbaar');
});
