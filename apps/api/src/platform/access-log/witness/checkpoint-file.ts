import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Checkpoint, lineHash, NOTHING, readLine } from './checkpoint.ts';

const FILE_NAME = 'checkpoints.jsonl';
const LINE_END = 0x0a;
const BLOCK_BYTES = 65_536;

/** Where a witness writes: one JSON line per checkpoint, on disk before it counts. */
export class CheckpointFile {
  private readonly lastOf = new Map<string, Checkpoint>();
  private lines = 0;
  private lastHash = NOTHING;

  private constructor(private readonly handle: FileHandle) {}

  /**
   * Opens or makes the file and goes on from its last line; a line that a crash cut off is taken away first.
   * Throws SyntaxError when a whole line is no checkpoint: someone else wrote there.
   */
  static async open(witnessDir: string): Promise<CheckpointFile> {
    await mkdir(witnessDir, { recursive: true, mode: 0o700 });
    const path = join(witnessDir, FILE_NAME);
    const handle = await open(path, 'a+', 0o600);
    const file = new CheckpointFile(handle);
    try {
      await cutTornLine(handle);
      await syncFolder(dirname(path));
      for await (const line of createInterface({ input: createReadStream(path) })) file.remember(line);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return file;
  }

  get nextNumber(): number {
    return this.lines + 1;
  }

  /** Hash of the last line. */
  get after(): string {
    return this.lastHash;
  }

  /** The newest checkpoint of a practice, if there is one. */
  findLast(practiceId: string): Checkpoint | undefined {
    return this.lastOf.get(practiceId);
  }

  /** Adds a line; it is on disk when the promise resolves. After a failure the file has to be opened anew. */
  async append(line: string): Promise<void> {
    await this.handle.appendFile(`${line}\n`);
    await this.handle.datasync();
    this.remember(line);
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  private remember(line: string): void {
    const checkpoint = readLine(line);
    this.lastOf.set(checkpoint.practiceId, checkpoint);
    this.lines += 1;
    this.lastHash = lineHash(line);
  }
}

/** Looks back from the end for the last line end and drops what stands after it. */
async function cutTornLine(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  const block = Buffer.alloc(BLOCK_BYTES);
  let end = size;
  while (end > 0) {
    const start = Math.max(0, end - BLOCK_BYTES);
    const { bytesRead } = await handle.read(block, 0, end - start, start);
    const found = block.subarray(0, bytesRead).lastIndexOf(LINE_END);
    if (found >= 0) return start + found + 1 === size ? undefined : cutAt(handle, start + found + 1);
    end = start;
  }
  if (size > 0) await cutAt(handle, 0);
}

async function cutAt(handle: FileHandle, size: number): Promise<void> {
  await handle.truncate(size);
  await handle.sync();
}

/** A new file is only there for good when its folder says so too. Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
