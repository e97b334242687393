import { createCanvas } from '@napi-rs/canvas';
import {
  BarcodeFormat, BinaryBitmap, DecodeHintType, HybridBinarizer, MultiFormatReader, NotFoundException, RGBLuminanceSource,
} from '@zxing/library'; // prettier-ignore
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One page as a reader and a scanner see it. */
export interface ReadPage {
  /** Lines as they follow each other in the document. */
  readonly text: string;
  /** Sizes of the letters on it, in points, smallest first. */
  readonly sizes: readonly number[];
  readonly barcode: string | null;
  readonly qr: string | null;
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
  const scales = !scan ? [] : ACCESS_CODE.test(text) ? MANY_SCALES : FEW_SCALES;
  const codes = { barcode: null as string | null, qr: null as string | null };
  for (const scale of scales) {
    if (codes.barcode !== null && (codes.qr !== null || scales === FEW_SCALES)) break;
    const picture = await pictureOf(document, number, scale);
    codes.barcode ??= decoded(picture, BarcodeFormat.CODE_128);
    codes.qr ??= decoded(picture, BarcodeFormat.QR_CODE);
  }
  return { text, sizes: sizes.toSorted((a, b) => a - b), ...codes };
}

/** In one picture of some codes no scanner of this kind finds anything; people move the page. */
const FEW_SCALES = [2, 3];
/** Where an access code is printed its QR code stands beside it. */
const ACCESS_CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const MANY_SCALES = [2, 3, 2.5, 4, 1.7, 3.4, 2.2];

interface Picture {
  readonly grey: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

async function pictureOf(document: PDFDocumentProxy, number: number, scale: number): Promise<Picture> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  await page.render({
    canvas: null,
    canvasContext: context,
    viewport,
  }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3;
  return { grey, width, height };
}

function decoded({ grey, width, height }: Picture, format: BarcodeFormat): string | null {
  const reader = new MultiFormatReader();
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [format]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  try {
    const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
    return reader.decode(bitmap, hints).getText();
  } catch (error) {
    if (error instanceof NotFoundException) return null;
    throw error;
  }
}

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly children?: readonly StructNode[];
}

const rolesOf = (node: StructNode | null): readonly string[] =>
  node === null ? [] : [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];
