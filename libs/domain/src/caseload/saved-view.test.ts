import { expect, it } from '@jest/globals';
import { isViewAddress, SAVED_VIEW_LIMITS } from './saved-view.ts';

it.each([
  ['due=CONTACT_DUE', true],
  ['due=CONTACT_DUE&due=NONE&of=0197a3b2-0000-7000-8000-000000000001', true],
  ['', false],
  ['due=', false],
  ['name=Van den Berg', false],
  ['due=A&', false],
  ['due=%3Cb%3E', false],
  [`due=${'A'.repeat(SAVED_VIEW_LIMITS.address - 4)}`, true],
  [`due=${'A'.repeat(SAVED_VIEW_LIMITS.address - 3)}`, false],
])('%s as the address of a view: %s', (address, expected) => {
  expect(isViewAddress(address)).toBe(expected);
});
