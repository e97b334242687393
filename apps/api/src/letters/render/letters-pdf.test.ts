import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  barcodeOf, FORM_PAGES, itemsOf, makeFormCode, readAccessCode, readFormCode, SHIPPED_PACKS, showAccessCode, showFormCode,
} from '@samenoud/domain'; // prettier-ignore
import { type ReadPdf, readPdf } from '../../testing/read-pdf.ts';
import { renderForms } from './forms-pdf.ts';
import { renderLetters } from './letters-pdf.ts';
import type { PrintedLetter, PrintedLetterhead, PrintedWave } from './printed-letter.ts';

const LETTERHEAD: PrintedLetterhead = {
  name: 'Huisartsenpraktijk De Brug', street: 'Dorpsstraat 12', postcode: '9501 AB', city: 'Stadskanaal', phone: '0599 123456',
  openingHours: 'op werkdagen van 8 tot 17 uur', senderName: 'J. Smit', senderRole: 'huisarts',
  emergencyText: 'Bij spoed: bel 112 of de huisarts.', logo: null,
}; // prettier-ignore
const WAVE: PrintedWave = {
  letterhead: LETTERHEAD,
  wave: 'INVITATION',
  roundName: 'Vragenlijst 2026',
  returnBy: '2026-12-12',
  today: '2026-11-22',
  online: { address: 'praktijk.nl/vragenlijst', link: 'https://praktijk.nl/vragenlijst' },
};
/** Pages are rasterised and scanned, which takes its time on a busy machine. */
const SCANNING_MS = 120_000;
jest.setTimeout(SCANNING_MS);
let made = 0;
const code = (): string => {
  made += 1;
  let seed = made * 7919;
  return makeFormCode((max) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % max;
  });
};
const letter = (over: Partial<PrintedLetter> = {}): PrintedLetter => ({
  addressLines: ['Mevrouw J.M. van der Berg', 'Dorpsstraat 12a', '9501 AB  STADSKANAAL'],
  salutation: 'Geachte mevrouw Van der Berg,',
  clientName: 'J.M. van der Berg',
  birthDate: '1941-04-03',
  largePrint: false,
  formCode: code(),
  accessCode: '7KQ2M4XA90TB',
  packs: SHIPPED_PACKS,
  ...over,
});

const render = async (
  letters: readonly PrintedLetter[],
  wave: Partial<PrintedWave> = {},
  scan = false,
): Promise<ReadPdf> => readPdf(await renderLetters({ ...WAVE, ...wave }, letters), { scan });
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

describe('the letters of a wave', () => {
  const [first, second] = [letter(), letter({ clientName: 'P. Smit', birthDate: '1939-12-31' })];
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await render([first, second], {}, true);
  }, SCANNING_MS);

  it('are a tagged document in Dutch with a title and real text', () => {
    expect(pdf.isTagged).toBe(true);
    expect(pdf.language).toBe('nl-NL');
    expect(pdf.title).toBe('Vragenlijst 2026: uitnodiging');
    expect(new Set(pdf.roles)).toEqual(new Set(['Root', 'Document', 'Sect', 'P', 'H1']));
  });

  it('have six pages per client, so that each letter and each form begins on a new sheet', () => {
    expect(pdf.pages).toHaveLength(12);
    for (const start of [0, 6]) {
      expect(pdf.pages[start]?.text).toContain('Een vragenlijst voor u');
      expect(pdf.pages[start + 2]?.text).toContain('blad 1 van 4');
    }
  });

  it('carry on every page of the form the barcode of that page, and on the slip that of the form alone', () => {
    const expected = [first, second].flatMap(({ formCode }) => [
      null,
      formCode,
      ...FORM_PAGES.map(({ page }) => barcodeOf(formCode, page)),
    ]);
    expect(pdf.pages.map(({ barcode }) => barcode)).toEqual(expected);
    const read = pdf.pages.flatMap(({ barcode }) => (barcode === null ? [] : [readFormCode(barcode)]));
    expect(read).not.toContain(null);
  });

  it('show the code of the barcode to read, with whose form it is', () => {
    for (const [index, { formCode, clientName }] of [first, second].entries()) {
      for (const page of FORM_PAGES) {
        const words = oneLine(pdf.pages[index * 6 + 1 + page.page]?.text ?? '');
        expect(words).toContain(showFormCode(formCode));
        expect(words).toContain(`blad ${page.page} van 4`);
        expect(words).toContain(clientName);
        expect(words).toContain(index === 0 ? 'geboren 3 april 1941' : 'geboren 31 december 1939');
      }
    }
  });

  it('open the online questionnaire by a QR code with the access code behind the #, and say that code in groups', () => {
    const page = pdf.pages[1];
    expect(page?.qr).toBe(`https://praktijk.nl/vragenlijst#${first.accessCode}`);
    expect(page?.text).toContain(showAccessCode(first.accessCode));
    expect(readAccessCode(new URL(page?.qr ?? '').hash.slice(1))).toBe(first.accessCode);
    expect(oneLine(page?.text ?? '')).toContain('praktijk.nl/vragenlijst');
    const others = pdf.pages.filter((_, index) => index !== 1 && index !== 7);
    expect(others.map(({ text, qr }) => [qr, text.includes(showAccessCode(first.accessCode))])).toEqual(
      others.map(() => [null, false]),
    );
  });

  it('have name and phone of the practice on every page', () => {
    for (const { text } of pdf.pages) {
      expect(text).toContain('0599 123456');
      expect(text).toContain('Huisartsenpraktijk De Brug');
    }
  });

  it('ask every question once, in order, with the digits that are typed at entry', () => {
    const words = oneLine(pdf.pages.slice(2, 6).map(({ text }) => text).join(' ')); // prettier-ignore
    let from = 0;
    for (const [index, item] of itemsOf(SHIPPED_PACKS).entries()) {
      const question = `${index + 1}. ${item.text}`;
      const at = words.indexOf(question, from);
      expect([question, at >= from]).toEqual([question, true]);
      from = at + question.length;
      if (item.answer.kind !== 'CHOICE') continue;
      const printed = item.answer.options.map(({ key, label }) => `${key} ${label}`).join(' ');
      expect(words.slice(from, from + printed.length + 1).trim()).toBe(printed);
    }
  });

  it('print nothing a client reads smaller than 16 points', () => {
    expect(pdf.pages[1]?.sizes.filter((size) => size < 16)).toEqual([9, 12]);
    expect(pdf.pages[2]?.sizes.filter((size) => size < 16)).toEqual([9, 12]);
  });

  it('say the terms of the questions', () => {
    const words = oneLine(pdf.pages[3]?.text ?? '');
    expect(words).toContain('de rechthebbende is vermoedelijk het UMCG');
    expect(words).toContain('eigen pakket met toestemming nodig');
  });

  it('hold no number but the codes by which somebody could be found elsewhere', () => {
    expect(pdf.pages.map(({ text }) => text).join(' ')).not.toMatch(/\bBSN\b|\b\d{9}\b/);
  });
});

describe('a letter', () => {
  it.each([
    ['INVITATION', 'Een vragenlijst voor u', 'U bepaalt zelf of u meedoet.'],
    ['REMINDER_1', 'Wilt u uw vragenlijst nog invullen?', 'Wilt u niet meedoen? Dan horen wij dat ook graag.'],
    ['REMINDER_2', 'Wilt u uw vragenlijst nog invullen?', 'Wilt u niet meedoen? Dan horen wij dat ook graag.'],
  ] as const)('of %s says so', async (wave, subject, sentence) => {
    const { pages } = await render([letter()], { wave });
    const words = oneLine(pages[0]?.text ?? '');
    expect(words).toContain(subject);
    expect(words).toContain(sentence);
    expect(words).toContain('Geachte mevrouw Van der Berg,');
    expect(words).toContain('Bij spoed: bel 112 of de huisarts.');
    expect(words).toContain('J. Smit huisarts');
  });

  it.each([
    ['2026-11-22', 'uiterlijk 22 november 2026.'],
    ['2026-11-21', 'binnen twee weken.'],
  ])('with return date %s asks it back %s', async (returnBy, sentence) => {
    const { pages } = await render([letter()], { returnBy });
    expect(oneLine(pages[0]?.text ?? '')).toContain(sentence);
  });

  it('for who reads badly is 20 points, and every sheet that goes on carries the barcode of its page', async () => {
    const large = letter({ largePrint: true });
    const { pages } = await render([large], {}, true);
    const sheets = pages.filter(({ text }) => text.includes('Vragenlijst · blad') || /Vragenlijst\s*· blad/.test(text));
    expect(sheets.length).toBeGreaterThan(FORM_PAGES.length);
    for (const { text, barcode, sizes } of sheets) {
      const [, page] = /blad (\d) van 4/.exec(text) ?? [];
      expect(barcode).toBe(barcodeOf(large.formCode, Number(page)));
      expect(sizes.filter((size) => size > 12 && size < 20)).toEqual([]);
    }
    expect(sheets.filter(({ text }) => text.includes('vervolg'))).toHaveLength(sheets.length - FORM_PAGES.length);
    expect(pages.length % 2).toBe(0);
  });
});

/** Names of the corpus (trust.md 9), as they have to be read back. */
const NAMES = [
  'van der Berg', "'t Hooft", 'van ’s-Gravesande', 'IJsbrand', 'de la Rivière', 'Şükrü Öztürk', 'Ilgın Kılıç', 'Ångström', 'Zoë',
  'Zoe\u0308', "O'Brien", 'O’Brien', 'Null', 'X', 'Łukaszewiczówna', 'Žižek', 'Hőgyes', 'Țepeș', 'El Hamdaoui', "d'Ancona",
  'Nguyễn', 'Trần', 'Ilgın IŞIK', 'Đức', 'Ḥusayn', 'Đặng Thị Phượng', 'Aït Ḍrâ', 'Đorđević', 'Łoś Żółć', 'Əliyev', 'Šķēle Ģirts',
  'Ŋaŋa', 'Ħal Għaxaq', 'Großẞ', 'Ĳsbrand', 'Жанна Ильинична', 'Παπαδόπουλος', 'Þórður Æ', 'Ngũgĩ wa Thiong’o', 'Žanić-Đukić',
  'A\u0301\u0323',
] as const; // prettier-ignore

describe('names', () => {
  it('stand on letter and form as they are written', async () => {
    const letters = NAMES.map((name) =>
      letter({ clientName: name, addressLines: [name, 'Straat 1'], salutation: `Geachte ${name},` }),
    );
    const { pages } = await render(letters);
    const each = pages.length / NAMES.length;
    const isOn = (name: string, page: number): boolean =>
      oneLine(pages[page]?.text ?? '')
        .normalize('NFC')
        .includes(name.normalize('NFC'));
    const lost = NAMES.filter((name, index) => !isOn(name, index * each) || !isOn(name, index * each + 2));
    expect([each, lost]).toEqual([6, []]);
  });

  it('lose an accent that no file has rather than their letter', async () => {
    const { pages } = await render([letter({ clientName: 'J\u030Cones' })]);
    expect(pages[2]?.text).toContain('Jones');
  });

  it('in a script without letters here become question marks, and signs are dropped: never a missing box', async () => {
    const { pages } = await render([letter({ clientName: '王 李 😀\u200D\u202E Berg' })]);
    expect(oneLine(pages[2]?.text ?? '')).toContain('? ? Berg');
  });

  it.each(['A'.repeat(200), 'Van der Berg '.repeat(16).trim(), 'Berg-'.repeat(40)])(
    'of 200 characters leave address, salutation and form whole (%#)',
    async (name) => {
      const long = letter({ clientName: name, salutation: `Geachte ${name},`, addressLines: [name, 'Straat 1', '9501 AB STADSKANAAL'] }); // prettier-ignore
      const { pages } = await render([long], {}, true);
      expect(pages[0]?.text).toContain('9501 AB STADSKANAAL');
      expect(pages[0]?.text.replace(/\s/g, '')).toContain(`Geachte${name.replace(/\s/g, '')},`);
      const form = pages.find(({ text }) => text.includes('blad 1 van 4'));
      expect(form?.barcode).toBe(barcodeOf(long.formCode, 1));
      expect(oneLine(form?.text ?? '')).toContain('geboren 3 april 1941');
    },
  );
});

describe('forms without letter', () => {
  it('have the barcodes and no access code; a blank form has neither and room for the name', async () => {
    const formCode = code();
    const common = { letterhead: LETTERHEAD, roundName: 'Vragenlijst 2026', packs: SHIPPED_PACKS, largePrint: false };
    const client = { name: 'P. Smit', birthDate: '1939-12-31', formCode };
    const { pages } = await readPdf(
      await renderForms('Vragenlijsten', [
        { ...common, client },
        { ...common, client: null },
      ]),
    );
    expect(pages.map(({ barcode }) => barcode)).toEqual([
      ...FORM_PAGES.map(({ page }) => barcodeOf(formCode, page)),
      null,
      null,
      null,
      null,
    ]);
    expect(pages.some(({ qr }) => qr !== null)).toBe(false);
    expect(pages[4]?.text).toContain('Geboortedatum:');
  });
});
