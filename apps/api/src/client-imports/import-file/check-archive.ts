import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../../platform/http/problem.ts';

/** Source: `trust.md` 8, uploads: a workbook is a zip archive, and an archive can be a bomb. */
const LIMITS = { unpackedBytes: 200 * 1024 * 1024, tableBytes: 64 * 1024 * 1024, ratio: 100, entries: 1000 } as const;
const WORKBOOK = 'xl/workbook.xml';
/** Pictures lie there unread; everything else is read, and held in memory for that. */
const UNREAD = /^xl\/media\//;

const open: (content: Buffer, options: yauzl.Options) => Promise<ZipFile> = promisify(yauzl.fromBuffer);

/**
 * Unpacks a workbook once without keeping it, counting and summing what comes out: what an archive says about itself may be
 * a lie, and a damaged byte would change what a cell says.
 * @throws DomainError IMPORT_NOT_A_TABLE for another archive, IMPORT_TOO_BIG past the limits, IMPORT_BROKEN when damaged.
 */
export async function checkWorkbookArchive(content: Buffer): Promise<void> {
  const archive = await open(content, { lazyEntries: true }).catch(() => undefined);
  if (!archive) throw new DomainError('IMPORT_BROKEN');
  const names = await checkEntries(archive, Math.min(LIMITS.unpackedBytes, content.length * LIMITS.ratio)).catch(
    (error: unknown) => {
      throw error instanceof DomainError ? error : new DomainError('IMPORT_BROKEN');
    },
  );
  if (!names.includes(WORKBOOK)) throw new DomainError('IMPORT_NOT_A_TABLE');
}

async function checkEntries(archive: ZipFile, mostBytes: number): Promise<string[]> {
  const names: string[] = [];
  let [bytes, tableBytes] = [0, 0];
  for await (const entry of entriesOf(archive)) {
    names.push(entry.fileName);
    if (names.length > LIMITS.entries) throw new DomainError('IMPORT_TOO_BIG');
    const size = await unpackedSize(archive, entry, mostBytes - bytes);
    bytes += size;
    if (!UNREAD.test(entry.fileName)) tableBytes += size;
    if (tableBytes > LIMITS.tableBytes) throw new DomainError('IMPORT_TOO_BIG');
  }
  return names;
}

async function unpackedSize(archive: ZipFile, entry: Entry, mostBytes: number): Promise<number> {
  let [size, sum] = [0, 0];
  for await (const chunk of await streamOf(archive, entry)) {
    size += (chunk as Buffer).length;
    sum = crc32(chunk, sum);
    if (size > mostBytes) throw new DomainError('IMPORT_TOO_BIG');
  }
  if (sum !== entry.crc32) throw new DomainError('IMPORT_BROKEN');
  return size;
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
