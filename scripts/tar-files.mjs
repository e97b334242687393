import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

const blockBytes = 512;

/**
 * Unpacks the folders, files and symbolic links of a tar into a folder. Enough for archives we pin; a name that leads out of
 * the folder is refused.
 *
 * @param {Buffer} tar
 * @param {string} folder
 */
export function unpackTar(tar, folder) {
  for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0;) {
    const { name, size, mode, kind, link } = readHeader(tar.subarray(at, at + blockBytes));
    const content = tar.subarray(at + blockBytes, at + blockBytes + size);
    writeEntry(inside(folder, name), { kind, mode, link, content });
    at += blockBytes * (1 + Math.ceil(size / blockBytes));
  }
}

/** @param {Buffer} header */
function readHeader(header) {
  const text = (/** @type {number} */ from, /** @type {number} */ to) => {
    const field = header.toString('utf8', from, to);
    return field.includes('\0') ? field.slice(0, field.indexOf('\0')) : field;
  };
  const octal = (/** @type {number} */ from, /** @type {number} */ to) =>
    Number.parseInt(text(from, to).trim() || '0', 8);
  const prefix = text(257, 262) === 'ustar' ? text(345, 500) : '';
  return {
    name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    mode: octal(100, 108),
    size: octal(124, 136),
    kind: text(156, 157) || '0',
    link: text(157, 257),
  };
}

/**
 * @param {string} folder
 * @param {string} name
 */
function inside(folder, name) {
  const path = normalize(join(folder, name));
  if (path !== folder && !path.startsWith(folder + sep)) throw new Error(`tar entry leads out of its folder: ${name}`);
  return path;
}

/**
 * @param {string} path
 * @param {{ kind: string, mode: number, link: string, content: Buffer }} entry
 */
function writeEntry(path, { kind, mode, link, content }) {
  mkdirSync(kind === '5' ? path : dirname(path), { recursive: true });
  if (kind === '0') {
    writeFileSync(path, content);
    chmodSync(path, mode & 0o777);
  } else if (kind === '2') symlinkSync(link, path);
}
