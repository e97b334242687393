import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../testing/read-pdf.ts';
import { ClientPaper } from './client-paper.ts';

const SENDER = { name: 'Praktijk Noord', phone: '0599 123456' };
const SENTENCE = 'Op 3 november 2026 om 10.42 uur bekeek de wijkverpleegkundige uw vragenlijst. ';

describe('paper for a client to read', () => {
  it('is tagged, in Dutch, in large type, and names the practice and its phone on every page', async () => {
    const paper = new ClientPaper('Wie keek in uw dossier?', SENDER);
    paper.title('Wie keek in uw dossier?');
    for (let day = 1; day <= 12; day += 1) {
      paper.heading(`${day} november 2026`);
      paper.paragraph(SENTENCE.repeat(3));
    }
    const pdf = await readPdf(await paper.finish(), { scan: false });
    expect([pdf.language, pdf.title, pdf.isTagged]).toEqual(['nl-NL', 'Wie keek in uw dossier?', true]);
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const page of pdf.pages) {
      expect(page.text.replaceAll('\u00A0', ' ')).toContain('Vragen? Bel 0599 123456 · Praktijk Noord');
      expect(page.sizes.filter((size) => size < 16)).toEqual([9]); // the number of the page, for who sorts them
    }
  });

  it('breaks what is longer than a page and loses no word of it', async () => {
    const paper = new ClientPaper('Lang', SENDER);
    const words = Array.from({ length: 900 }, (_, index) => `woord${index}`);
    paper.paragraph(words.join(' '));
    const { pages } = await readPdf(await paper.finish(), { scan: false });
    const read = pages.flatMap(({ text }) => [...text.matchAll(/woord\d+/g)].map(([word]) => word));
    expect(read).toEqual(words);
  });
});
