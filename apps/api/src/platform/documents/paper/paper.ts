import PdfKit from 'pdfkit';
import { A4, COLOURS } from './measure.ts';
import { breakLines, firstLines, type Ruler, type Span, type TextLine } from './text-lines.ts';
import { type Face, FACES, faceOf, fontFile, isSpare, type Weight } from './typeface.ts';
import type { Coverage } from './glyph-runs.ts';

/** How a piece of text looks. */
export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  /** Line height as a multiple of the size. */
  readonly leading?: number;
  readonly align?: 'left' | 'right';
  readonly maxLines?: number;
}

/** Text broken into lines, ready to be put down. */
export interface TextBlock {
  readonly lines: readonly TextLine[];
  readonly style: TextStyle;
  readonly width: number;
  readonly height: number;
}

export type Tag = 'H1' | 'H2' | 'P' | 'Lbl' | 'LBody' | 'TH' | 'TD' | 'Span';
export type Section = 'Sect' | 'L' | 'LI' | 'Table' | 'TR' | 'Div';

/** Of the typeface, as parts of its size; what a line is higher is shared out above and below. */
const FACE_HEIGHT = 1.3;
const ASCENT = 0.984;

interface OpenedFont {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
}

/** A tagged document in Dutch: everything on it is a heading, a paragraph, a figure with words, or decoration. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  /** Pages so far. */
  pages = 0;
  private parents: PDFKit.PDFStructureElement[] = [];
  private readonly glyphs = new Map<Face, OpenedFont>();
  private readonly root: PDFKit.PDFStructureElement;
  private readonly written: Promise<Buffer>;

  constructor(title: string, author: string) {
    this.doc = new PdfKit({
      autoFirstPage: false, size: [A4.width, A4.height], margin: 0, pdfVersion: '1.7', lang: 'nl-NL', tagged: true, displayTitle: true,
      info: { Title: title, Author: author, Creator: 'Samenoud', Producer: 'Samenoud' },
    }); // prettier-ignore
    this.written = new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.doc.on('error', reject);
    });
    for (const face of FACES) this.doc.registerFont(face, fontFile(face));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.parents = [this.root];
  }

  addPage(): void {
    this.doc.addPage();
    this.pages += 1;
  }

  /** Everything that is put down in `work` belongs together for who listens to it. */
  section<T>(tag: Section, work: () => T): T {
    const section = this.doc.struct(tag);
    this.parent.add(section);
    this.parents.push(section);
    const answer = work();
    this.parents.pop();
    section.end();
    return answer;
  }

  /** Breaks text to a width; nothing is put down yet. */
  set(text: string | readonly Span[], style: TextStyle, width: number): TextBlock {
    const ruler = this.ruler(style.size);
    const spans = typeof text === 'string' ? [text] : text;
    const all = breakLines(spans, style.weight ?? 'regular', width, ruler);
    const lines = style.maxLines === undefined ? all : firstLines(all, style.maxLines, width, ruler);
    return { lines, style, width, height: lines.length * lineHeight(style) };
  }

  /** Puts a block down with its top left corner at (x, y) and answers its height. */
  put(tag: Tag, block: TextBlock, x: number, y: number): number {
    this.tagged(tag, () => this.draw(block, x, y));
    return block.height;
  }

  /** Sets text and puts it down. */
  text(
    tag: Tag,
    text: string | readonly Span[],
    style: TextStyle,
    at: { x: number; y: number; width: number },
  ): number {
    return this.put(tag, this.set(text, style, at.width), at.x, at.y);
  }

  /** A drawing with the words that stand for it. */
  figure(alt: string, work: () => void): void {
    const content = this.doc.markStructureContent('Figure', { alt });
    work();
    this.doc.endMarkedContent();
    const figure = this.doc.struct('Figure', { alt }, [content]);
    this.parent.add(figure);
    figure.end();
  }

  /** What says nothing to who listens: lines, boxes, and what is repeated on every page. */
  decoration(work: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    work();
    this.doc.endMarkedContent();
  }

  /** Text that is repeated on every page, or a sign beside a box. */
  decorate(text: string, style: TextStyle, at: { x: number; y: number; width: number }): number {
    const block = this.set(text, style, at.width);
    this.decoration(() => this.draw(block, at.x, at.y), 'Pagination');
    return block.height;
  }

  /** Draws a block without a tag of its own; only inside `tagged`, `figure` or `decoration`. */
  draw({ lines, style, width }: TextBlock, x: number, y: number): void {
    const height = lineHeight(style);
    const base = y + baseline(style);
    this.doc.fontSize(style.size).fillColor(style.colour ?? COLOURS.text);
    for (const [index, line] of lines.entries()) {
      let left = style.align === 'right' ? x + width - line.width : x;
      for (const { face, text, width: wide } of line.runs) {
        this.doc
          .font(face)
          .text(text, left, base + index * height, { lineBreak: false, baseline: 'alphabetic', ...shapingOf(face) });
        left += wide;
      }
    }
  }

  /** One element of the structure with whatever `work` draws. */
  tagged(tag: Tag, work: () => void): void {
    const content = this.doc.markStructureContent(tag);
    work();
    this.doc.endMarkedContent();
    const element = this.doc.struct(tag, {}, [content]);
    this.parent.add(element);
    element.end();
  }

  widthOf(text: string, style: TextStyle): number {
    return this.set(text, style, Number.MAX_SAFE_INTEGER).lines[0]?.width ?? 0;
  }

  /** Closes the document and answers its bytes. */
  finish(): Promise<Buffer> {
    this.root.end();
    this.doc.end();
    return this.written;
  }

  private get parent(): PDFKit.PDFStructureElement {
    return this.parents.at(-1) ?? this.root;
  }

  private ruler(size: number): Ruler {
    return {
      coverage: (weight) => this.coverage(weight),
      widthOf: (face, text) => this.doc.font(face).fontSize(size).widthOfString(text, shapingOf(face)),
    };
  }

  private coverage(weight: Weight): Coverage {
    return (source, codePoint) => this.glyphsOf(faceOf(weight, source)).hasGlyphForCodePoint(codePoint);
  }

  /**
   * PDFKit keeps the opened font to itself; whether it has a glyph is the one thing we ask of it. A file is opened when a
   * letter is looked for in it, which takes its time.
   */
  private glyphsOf(face: Face): OpenedFont {
    const known = this.glyphs.get(face);
    if (known !== undefined) return known;
    const { _font: opened } = this.doc.font(face) as unknown as { readonly _font: { readonly font: OpenedFont } };
    this.glyphs.set(face, opened.font);
    return opened.font;
  }
}

/**
 * A letter of the spare typeface stays one glyph: taken apart into letter and dot, it reads back as two characters. The types
 * of PDFKit know how to ask for a feature, not how to switch one off.
 */
const UNDIVIDED = { features: { ccmp: false } } as unknown as PDFKit.Mixins.TextOptions;
const shapingOf = (face: Face): PDFKit.Mixins.TextOptions => (isSpare(face) ? UNDIVIDED : {});

/** From the top of a line to where its letters stand. */
export const baseline = (style: TextStyle): number =>
  (lineHeight(style) - style.size * FACE_HEIGHT) / 2 + style.size * ASCENT;

export const lineHeight = ({ size, leading = 1.3 }: TextStyle): number => size * leading;
