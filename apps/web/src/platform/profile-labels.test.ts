import { expect, it } from '@jest/globals';
import { profileName, profileWord, PUBLISHED_LABELS } from './profile-labels.tsx';

const labelled = (ROBUST: string) => ({ ...PUBLISHED_LABELS, ROBUST });

it.each([
  ['Vitaal', 'vitaal'],
  ['vitaal', 'vitaal'],
  ['Éigen kracht', 'éigen kracht'],
  ['Goed Oud', 'goed Oud'],
  ['GFI laag', 'GFI laag'],
  ['A-profiel', 'A-profiel'],
  ['P1', 'P1'],
])('says „%s” within a sentence as „%s”', (label, word) => {
  expect(profileWord('ROBUST', labelled(label))).toBe(word);
  expect(profileName('ROBUST', labelled(label))).toBe(label);
});

it('has one word for what is undetermined', () => {
  expect(profileWord('UNDETERMINED', PUBLISHED_LABELS)).toBe('onbepaald');
});
