import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../../platform/http/problem.ts';

/** Source: `trust.md` 8, uploads: a workbook is a zip archive, and an archive can be a bomb. */
const LIMITS = { unpackedBytes: 200 * 1024 * 1024, ratio: 100, entries: 1000 } as const;
const WORKBOOK = 'xl/workbook.xml';

const open: (content: Buffer, options: yauzl.Options) => Promise<ZipFile> = promisify(yauzl.fromBuffer);

/**
 * Unpacks a workbook once without keeping it, counting what comes out: what an archive says about itself may be a lie.
 * @throws DomainError IMPORT_NOT_A_TABLE for another archive, IMPORT_TOO_BIG past the limits, IMPORT_BROKEN when damaged.
 */
export async function checkWorkbookArchive(content: Buffer): Promise<void> {
  const archive = await open(content, { lazyEntries: true }).catch(() => undefined);
  if (!archive) throw new DomainError('IMPORT_BROKEN');
  const names = await unpackAll(archive, Math.min(LIMITS.unpackedBytes, content.length * LIMITS.ratio)).catch(
    (error: unknown) => {
      throw error instanceof DomainError ? error : new DomainError('IMPORT_BROKEN');
    },
  );
  if (!names.includes(WORKBOOK)) throw new DomainError('IMPORT_NOT_A_TABLE');
}

async function unpackAll(archive: ZipFile, mostBytes: number): Promise<string[]> {
  const names: string[] = [];
  let bytes = 0;
  for await (const entry of entriesOf(archive)) {
    names.push(entry.fileName);
    if (names.length > LIMITS.entries) throw new DomainError('IMPORT_TOO_BIG');
    for await (const chunk of await streamOf(archive, entry)) {
      bytes += (chunk as Buffer).length;
      if (bytes > mostBytes) throw new DomainError('IMPORT_TOO_BIG');
    }
  }
  return names;
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      archive
        .once('entry', resolve)
        .once('end', () => resolve(undefined))
        .once('error', reject);
      archive.readEntry();
    });
    archive.removeAllListeners();
    if (!entry) return;
    yield entry;
  }
}

function streamOf(archive: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
