import type { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { LeftOut } from "./leaveOut";
import { ProtocolError } from "./protocolError";

// A page of 100 groups of 20 grants is about 430 KB.
export const largestBody = 32 * 1024 * 1024;

/** After so many bytes, others get their turn: a long answer comes faster than an event loop can look up from it. */
const bytesAtOnce = 256 * 1024;

export interface Reading {
  readonly status: number;
  readonly signal: AbortSignal | undefined;
  /** The names of XML elements that nobody needs. */
  readonly without: readonly string[];
}

/**
 * Reads a body whole, within the call's time (the SDK's own time-outs end with the headers) and up to a size.
 * Rejects with what the signal was aborted with.
 */
export async function readBody(body: Readable, { status, signal, without }: Reading): Promise<Buffer> {
  const onAbort = (): void => void body.destroy(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) {
    onAbort();
  }
  try {
    const leftOut = new LeftOut(without);
    const kept: Buffer[] = [];
    let size = 0;
    let turnAt = bytesAtOnce;
    for await (const chunk of body) {
      kept.push(...leftOut.push(chunk));
      size += chunk.length;
      if (size > largestBody) {
        throw new ProtocolError("tooLarge", status);
      }
      if (size >= turnAt) {
        turnAt = size + bytesAtOnce;
        await setImmediate();
      }
    }
    return Buffer.concat([...kept, ...leftOut.end()]);
  } finally {
    signal?.removeEventListener("abort", onAbort);
    body.destroy();
  }
}
