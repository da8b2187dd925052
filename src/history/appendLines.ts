import { type FileHandle, mkdir, open } from "node:fs/promises";
import { deleteOldSegments, segmentFile, segmentsIn } from "./segments";

/** How much is kept. */
export interface Bounds {
  /** A segment that lines would bring over this size, in bytes, takes no more. */
  readonly segmentBytes: number;
  /** Segments kept; the oldest go as new ones begin. */
  readonly segments: number;
}

/**
 * Appends lines, with one write to a file opened with O_APPEND: what other windows append at the same time
 * comes before or after them, never into them. Nothing is ever renamed or truncated. They are on the disk when it
 * resolves, and not in a cache that a power cut empties.
 */
export async function appendLines(folder: string, lines: string, bounds: Bounds): Promise<void> {
  const bytes = Buffer.from(lines, "utf8");
  const newest = (await segmentsIn(folder)).at(-1)?.number ?? 1;
  for (let number = newest; ; number++) {
    const file = await openForAppend(folder, number);
    try {
      const { size } = await file.stat();
      if (size > 0 && size + bytes.length > bounds.segmentBytes) {
        continue;
      }
      await write(file, (await endsTorn(file)) ? Buffer.concat([newline, bytes]) : bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    if (number > newest) {
      await deleteOldSegments(folder, bounds.segments);
    }
    return;
  }
}

const newline = Buffer.from("\n");

/** The journal says who did what: it is for its owner alone. */
async function openForAppend(folder: string, number: number): Promise<FileHandle> {
  const file = segmentFile(folder, number);
  return open(file, "a+", 0o600).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") {
      throw error;
    }
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return open(file, "a+", 0o600);
  });
}

async function write(file: FileHandle, bytes: Buffer): Promise<void> {
  const { bytesWritten } = await file.write(bytes);
  if (bytesWritten < bytes.length) {
    // The next line sees the torn end, and begins on a line of its own.
    throw new Error(`only ${bytesWritten} of ${bytes.length} bytes were written`);
  }
}

/**
 * Whether a crash or a full disk has left half a line at the end. Another window's line may just be on its way:
 * only an end that stays as it is counts.
 */
async function endsTorn(file: FileHandle): Promise<boolean> {
  for (let seen = -1; ; ) {
    const { size } = await file.stat();
    if (size === 0 || (await byteAt(file, size - 1)) === newline[0]) {
      return false;
    }
    if (size === seen) {
      return true;
    }
    seen = size;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function byteAt(file: FileHandle, position: number): Promise<number | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, position);
  return bytesRead === 1 ? buffer[0] : undefined;
}
