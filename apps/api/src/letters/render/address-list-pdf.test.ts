import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../../testing/read-pdf.ts';
import { type ListedAddress, renderAddressList } from './address-list-pdf.ts';

const line = (n: number): ListedAddress => ({
  name: `Berg ${n}`, birthDate: '1941-04-03', address: 'Dorpsstraat 12a, 9501 AB Stadskanaal', marks: [],
}); // prettier-ignore
const list = { heading: 'Vragenlijst 2026: uitnodiging', practice: 'De Brug', madeOn: '2026-11-22' };
const HEADINGS = 'nr. cliënt geboren gaat naar let op';
const read = async (letters: number, byHand: number) => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => line(index + 1));
  const content = await renderAddressList({ ...list, letters: people(letters), byHand: people(byHand) });
  const { pages } = await readPdf(content, { scan: false });
  return pages.map(({ text }) => text.replace(/\s+/g, ' ').toLowerCase());
};
const timesOf = (words: string, part: string): number => words.split(part).length - 1;

describe('the address list', () => {
  it('says on every page what stands in its columns, and lists everybody once', async () => {
    const pages = await read(90, 2);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map((words) => timesOf(words, HEADINGS))).toEqual([...pages.slice(1).map(() => 1), 2]);
    const all = pages.join(' ');
    for (let n = 3; n <= 90; n += 1) expect(timesOf(all, `berg ${n} `)).toBe(1);
  });

  it('has headings only above what is on the page', async () => {
    expect((await read(0, 0)).map((words) => timesOf(words, HEADINGS))).toEqual([0]);
    for (let rows = 28; rows <= 40; rows += 1) {
      const pages = await read(rows, 0);
      for (const words of pages) expect(timesOf(words, HEADINGS)).toBe(words.includes('berg') ? 1 : 0);
    }
  });
});
