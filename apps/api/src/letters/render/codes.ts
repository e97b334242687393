import { type DrawingContext, render } from 'bwip-js/node';
import { create } from 'qrcode';

/** The dark strokes of a Code 128, in modules from the left. */
export interface Bars {
  readonly modules: number;
  readonly bars: readonly { readonly left: number; readonly width: number }[];
}

/** Code 128 as numbers, to be drawn as a vector at any size. */
export function code128(text: string): Bars {
  const bars: { left: number; width: number }[] = [];
  let modules = 0;
  const drawing: DrawingContext<Bars> = {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width) => {
      modules = width;
    },
    line: (x0, _y0, _x1, _y1, width) => bars.push({ left: x0 - Math.ceil(width / 2), width }),
    polygon: () => undefined,
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ modules, bars }),
  };
  return render({ bcid: 'code128', text, scale: 1, height: 1, includetext: false }, drawing);
}

/** Draws a Code 128 of module width `unit` (0.35 mm = 1 pt scans well from office paper); the quiet zone is the caller's. */
export function drawBarcode(
  doc: PDFKit.PDFDocument,
  { bars }: Bars,
  at: { x: number; y: number; unit: number; height: number },
): void {
  for (const { left, width } of bars) doc.rect(at.x + left * at.unit, at.y, width * at.unit, at.height);
  doc.fill('#000000');
}

/** Draws a QR code as one shape of at most `size` points, quiet zone not included. */
export function drawQr(doc: PDFKit.PDFDocument, text: string, at: { x: number; y: number; size: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  // Half points and whole places: printers and screens then draw every module equally wide.
  const unit = Math.floor((2 * at.size) / modules.size) / 2;
  const [left, top] = [Math.ceil(at.x), Math.ceil(at.y)];
  for (let row = 0; row < modules.size; row += 1) {
    let start: number | undefined;
    for (let column = 0; column <= modules.size; column += 1) {
      const dark = column < modules.size && modules.get(row, column) === 1;
      if (dark && start === undefined) start = column;
      if (!dark && start !== undefined) {
        doc.rect(left + start * unit, top + row * unit, (column - start) * unit, unit);
        start = undefined;
      }
    }
  }
  doc.fill('#000000');
}
