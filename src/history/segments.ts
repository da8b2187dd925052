import { readdir, unlink } from "node:fs/promises";
import path from "node:path";

/** One file of the journal. The higher its number, the later its lines. */
export interface Segment {
  readonly number: number;
  readonly file: string;
}

const name = /^changes-(\d{6,15})\.jsonl$/;

export function segmentFile(folder: string, number: number): string {
  return path.join(folder, `changes-${String(number).padStart(6, "0")}.jsonl`);
}

/** The segments there are, the oldest first. A folder that is not there holds none. */
export async function segmentsIn(folder: string): Promise<readonly Segment[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") {
      return [];
    }
    throw error;
  });
  return names
    .flatMap((each) => {
      const number = Number(name.exec(each)?.[1] ?? "0");
      return number > 0 ? [{ number, file: path.join(folder, each) }] : [];
    })
    .sort((a, b) => a.number - b.number);
}

/**
 * Deletes all but the newest segments. They are long full: writers look for the newest before each line. One that
 * cannot be deleted now (Windows, while it is read) goes another time.
 */
export async function deleteOldSegments(folder: string, kept: number): Promise<void> {
  const old = (await segmentsIn(folder)).slice(0, -kept);
  await Promise.all(old.map(({ file }) => unlink(file).catch(() => undefined)));
}
