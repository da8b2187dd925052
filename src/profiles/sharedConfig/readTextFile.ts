import { isUtf8 } from "node:buffer";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

export type TextFile =
  | { readonly state: "missing" }
  | { readonly state: "unreadable"; readonly reason: string }
  | { readonly state: "read"; readonly text: string; readonly encodingProblem?: EncodingProblem };

/** A text that could be made out although botocore would refuse its bytes. */
export interface EncodingProblem {
  readonly line?: number;
  readonly reason: string;
}

export interface NamedFile {
  readonly path: string;
  readonly file: TextFile;
}

/** Far more than the largest real configuration (thousands of profiles are about 1 MB). */
export const largestFile = 16 * 1024 * 1024;

/**
 * Reads a whole text file, or says why not. A FIFO, a device or an endless file neither hangs nor fills the
 * memory: `O_NONBLOCK` opens without waiting for a writer, and only regular files are read.
 */
export async function readTextFile(path: string): Promise<TextFile> {
  if (path === "") {
    return { state: "missing" };
  }
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = await file.stat();
    if (!status.isFile()) {
      return {
        state: "unreadable",
        reason: status.isDirectory() ? "It is a folder" : "It is not a regular file",
      };
    }
    if (status.size > largestFile) {
      return { state: "unreadable", reason: "It is larger than 16 MB" };
    }
    return decode(await file.readFile());
  } catch (error) {
    return unreadable(error);
  } finally {
    await file?.close();
  }
}

function unreadable(error: unknown): TextFile {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { state: "missing" };
    case "EACCES":
    case "EPERM":
      return { state: "unreadable", reason: "You have no permission to read it" };
    case "EISDIR":
      return { state: "unreadable", reason: "It is a folder" };
    case "ENXIO":
      return { state: "unreadable", reason: "It is not a regular file" };
    default:
      return {
        state: "unreadable",
        reason: `The system says ${typeof code === "string" ? code : "no more"}`,
      };
  }
}

function decode(bytes: Buffer): TextFile {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (utf16) {
    // What PowerShell 5's `>` writes.
    const text = new TextDecoder("utf-16le").decode(bytes);
    return { state: "read", text, encodingProblem: { reason: "It is encoded as UTF-16" } };
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new TextDecoder("utf-8").decode(bytes);
  if (marked) {
    return { state: "read", text, encodingProblem: { line: 1, reason: "It begins with a byte order mark" } };
  }
  if (isUtf8(bytes)) {
    return { state: "read", text };
  }
  const line = text.slice(0, text.indexOf("\ufffd")).split(/\r\n|\r|\n/).length;
  return { state: "read", text, encodingProblem: { line, reason: `Line ${line} is not UTF-8` } };
}
