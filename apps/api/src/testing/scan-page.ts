import { createCanvas } from '@napi-rs/canvas';
import {
  BarcodeFormat, BinaryBitmap, DecodeHintType, HybridBinarizer, MultiFormatReader, NotFoundException, RGBLuminanceSource,
} from '@zxing/library'; // prettier-ignore
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ScannedCodes {
  readonly barcode: string | null;
  readonly qr: string | null;
}

/** In one picture of some codes no scanner of this kind finds anything; people move the page. In dots per point. */
const FEW_SCALES = [2, 3];
const MANY_SCALES = [2, 3, 2.5, 4, 1.7, 3.4, 2.2];

/** The codes on a printed page, as a scanner that is held nearer and farther until it sees what must be there. */
export async function scanPage(page: PDFPageProxy, expectsQr: boolean): Promise<ScannedCodes> {
  let [barcode, qr]: (string | null)[] = [null, null];
  for (const scale of expectsQr ? MANY_SCALES : FEW_SCALES) {
    const picture = await pictureOf(page, scale);
    barcode ??= decoded(picture, BarcodeFormat.CODE_128);
    qr ??= decoded(picture, BarcodeFormat.QR_CODE);
    if (barcode !== null && (qr !== null || !expectsQr)) break;
  }
  return { barcode: barcode ?? null, qr: qr ?? null };
}

async function pictureOf(page: PDFPageProxy, scale: number): Promise<BinaryBitmap> {
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  const canvasContext = context as unknown as Parameters<typeof page.render>[0]['canvasContext'];
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at++) grey[at] = data[at * 4 + 1] ?? 0;
  return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
}

function decoded(picture: BinaryBitmap, format: BarcodeFormat): string | null {
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [format]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  try {
    return new MultiFormatReader().decode(picture, hints).getText();
  } catch (error) {
    if (error instanceof NotFoundException) return null;
    throw error;
  }
}
