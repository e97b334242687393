import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

import { inProject } from './project.mjs';
import { unpackTar } from './tar-files.mjs';

const archives = ['al2023', 'fonts', 'swiftshader'];

/**
 * The Chromium that npm brought along, unpacked with the libraries and fonts it needs: works on a bare Linux x64 machine.
 * Its own unpacking writes to one fixed place outside the project and leaves the libraries out.
 *
 * @returns {Promise<string | undefined>} a program to start; undefined where the package is not installed
 */
export async function packedChromium() {
  const packed = locatePackage();
  if (packed === undefined) return undefined;
  const folder = inProject('node_modules', '.cache', `chromium-${packed.version}`);
  if (!existsSync(folder)) await unpack(packed.folder, folder);
  return join(folder, 'start');
}

function locatePackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const entry = createRequire(inProject('package.json')).resolve('@sparticuz/chromium');
    const folder = entry.slice(0, entry.lastIndexOf(join('chromium', 'build')) + 'chromium'.length);
    return { folder, version: String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version) };
  } catch {
    return undefined;
  }
}

/**
 * Gets its name only when it is whole.
 *
 * @param {string} packed
 * @param {string} folder
 */
async function unpack(packed, folder) {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const program = join(unfinished, 'chromium');
  await pipeline(
    createReadStream(join(packed, 'bin', 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(program, { mode: 0o755 }),
  );
  for (const name of archives) {
    unpackTar(brotliDecompressSync(readFileSync(join(packed, 'bin', `${name}.tar.br`))), unfinished);
  }
  writeFileSync(join(unfinished, 'fonts.conf'), fontSettings);
  writeFileSync(join(unfinished, 'start'), startScript, { mode: 0o755 });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Without a font every text is zero wide, and the tests call it hidden. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** The libraries are for Chromium alone, so its start sets them and not ours. */
const startScript = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/lib:$here"
export FONTCONFIG_PATH="$here"
exec "$here/chromium" "$@"
`;
