import { inflateSync } from 'node:zlib';
import { LOGO_LIMITS } from '@samenoud/domain';

export type LogoType = 'image/png' | 'image/jpeg';

/**
 * What kind of picture this is by its content, never by its name; undefined for everything that is not a whole PNG or JPEG
 * within the limits. A PNG is unpacked to the last byte here, so that no letter stumbles over it later.
 */
export function logoType(file: Buffer): LogoType | undefined {
  if (file.length > LOGO_LIMITS.bytes) return undefined;
  if (file.subarray(0, 8).equals(PNG_SIGNATURE)) return isWholePng(file) ? 'image/png' : undefined;
  return isWholeJpeg(file) ? 'image/jpeg' : undefined;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const fits = (width: number, height: number): boolean =>
  width >= 1 && height >= 1 && width <= LOGO_LIMITS.pixels && height <= LOGO_LIMITS.pixels;

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

function chunksOf(file: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at);
    if (at + 12 + length > file.length) return undefined;
    const name = file.toString('latin1', at + 4, at + 8);
    chunks.push({ name, data: file.subarray(at + 8, at + 8 + length) });
    if (name === 'IEND') return chunks;
    at += 12 + length;
  }
  return undefined;
}

/** Plain or with transparency, 8 bits a colour, not interlaced: what can be printed without surprises. */
function isWholePng(file: Buffer): boolean {
  const chunks = chunksOf(file);
  const header = chunks?.[0];
  if (chunks === undefined || header?.name !== 'IHDR' || header.data.length !== 13) return false;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlace = 0] = header.data.subarray(8);
  const channels = CHANNELS[colour];
  if (!fits(width, height) || depth !== 8 || channels === undefined || interlace !== 0) return false;
  if (colour === 3 && !chunks.some(({ name }) => name === 'PLTE')) return false;
  return unpacksTo(chunks, 1 + width * channels, height);
}

function unpacksTo(chunks: readonly Chunk[], rowBytes: number, rows: number): boolean {
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  try {
    const pixels = inflateSync(packed, { maxOutputLength: rowBytes * rows + 1 });
    if (pixels.length !== rowBytes * rows) return false;
    return Array.from({ length: rows }, (_, row) => pixels[row * rowBytes] ?? 5).every((filter) => filter <= 4);
  } catch {
    return false;
  }
}

/** Walks the segments up to the picture itself, and looks whether the file ends as a JPEG does. */
function isWholeJpeg(file: Buffer): boolean {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8 || file.lastIndexOf(Buffer.from([0xff, 0xd9])) < 4)
    return false;
  let at = 2;
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    const length = file.readUInt16BE(at + 2);
    if (length < 2) return false;
    if (isFrame(marker)) {
      const channels = file[at + 9] ?? 0;
      return (
        file[at + 4] === 8 && fits(file.readUInt16BE(at + 7), file.readUInt16BE(at + 5)) && [1, 3].includes(channels)
      );
    }
    at += 2 + length;
  }
  return false;
}

/** Baseline, extended or progressive; the other kinds no printer's library reads. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2;
