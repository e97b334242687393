import { describe, expect, it } from '@jest/globals';
import { readPeopleView } from './people-view.ts';

const OPEN = { state: 'OPEN' } as const;
const CLOSED = { state: 'CLOSED' } as const;
const read = (address: string, round: typeof OPEN | typeof CLOSED) =>
  readPeopleView(new URLSearchParams(address), round);

describe('the people of a round that are shown first', () => {
  it('have not reacted yet while it runs, and did not return it once it is closed', () => {
    expect(read('', OPEN)).toEqual({ group: 'WAITING' });
    expect(read('', CLOSED)).toEqual({ state: 'NOT_RETURNED' });
  });

  it('are those in the address, when it names a group or state that is known', () => {
    expect(read('group=INVITED', CLOSED)).toEqual({ group: 'INVITED' });
    expect(read('state=REFUSED', OPEN)).toEqual({ state: 'REFUSED' });
    expect(read('group=NOBODY', OPEN)).toEqual({ group: 'WAITING' });
  });
});
