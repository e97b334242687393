import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ScannedCodes, scanPage } from './scan-page.ts';

/** One page as a reader and a scanner see it. */
export interface ReadPage extends ScannedCodes {
  /** Lines as they follow each other in the document. */
  readonly text: string;
  /** Sizes of the letters on it, in points, smallest first. */
  readonly sizes: readonly number[];
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly isTagged: boolean;
  /** Roles of the structure of the first page. */
  readonly roles: readonly string[];
}

/** Opens a PDF as others do: text by its own encoding, codes by rasterising the page and scanning the picture. */
export async function readPdf(content: Buffer, { scan = true }: { scan?: boolean } = {}): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  try {
    const { info } = (await document.getMetadata()) as { info: { Language?: string; Title?: string } };
    const marked = await document.getMarkInfo();
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const pages: ReadPage[] = [];
    for (const number of numbers) pages.push(await readPage(document, number, scan));
    const tree = await (await document.getPage(1)).getStructTree();
    return {
      pages,
      language: info.Language,
      title: info.Title,
      isTagged: marked?.Marked === true,
      roles: rolesOf(tree),
    };
  } finally {
    await document.destroy();
  }
}

async function readPage(document: PDFDocumentProxy, number: number, scan: boolean): Promise<ReadPage> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) => ('str' in item ? [item] : []));
  const text = words.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
  const sizes = [
    ...new Set(words.filter(({ str }) => str.trim() !== '').map(({ height }) => Math.round(height * 10) / 10)),
  ];
  const codes = scan ? await scanPage(page, ACCESS_CODE.test(text)) : { barcode: null, qr: null };
  return { text, sizes: sizes.toSorted((a, b) => a - b), ...codes };
}

/** Where an access code is printed its QR code stands beside it. */
const ACCESS_CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly children?: readonly StructNode[];
}

const rolesOf = (node: StructNode | null): readonly string[] =>
  node === null ? [] : [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];
