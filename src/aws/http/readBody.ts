import type { Readable } from "node:stream";
import { ProtocolError } from "./protocolError";

// A page of 100 groups of 20 grants is about 430 KB.
export const largestBody = 32 * 1024 * 1024;

/**
 * Reads a body whole, within the call's time (the SDK's own time-outs end with the headers) and up to a size.
 * Rejects with what the signal was aborted with.
 */
export async function readBody(body: Readable, status: number, signal?: AbortSignal): Promise<Buffer> {
  const onAbort = (): void => void body.destroy(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) {
    onAbort();
  }
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > largestBody) {
        throw new ProtocolError("tooLarge", status);
      }
    }
    return Buffer.concat(chunks);
  } finally {
    signal?.removeEventListener("abort", onAbort);
    body.destroy();
  }
}
