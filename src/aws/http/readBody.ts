import type { Readable } from "node:stream";
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
 * Rejects with what the signal was aborted with. By events: an iterator costs several promises for each chunk.
 */
export function readBody(body: Readable, { status, signal, without }: Reading): Promise<Buffer> {
  const leftOut = new LeftOut(without);
  const kept: Buffer[] = [];
  let size = 0;
  let turnAt = bytesAtOnce;
  let isOver = false;
  return new Promise((resolve, reject) => {
    const over = (): void => {
      isOver = true;
      signal?.removeEventListener("abort", onAbort);
      body.destroy();
    };
    const fail = (error: unknown): void => {
      over();
      reject(error);
    };
    const onAbort = (): void => fail(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    body.on("data", (chunk: Buffer) => {
      kept.push(...leftOut.push(chunk));
      size += chunk.length;
      if (size > largestBody) {
        fail(new ProtocolError("tooLarge", status));
      } else if (size >= turnAt) {
        turnAt = size + bytesAtOnce;
        body.pause();
        setImmediate(() => body.resume());
      }
    });
    body.once("end", () => {
      over();
      resolve(Buffer.concat([...kept, ...leftOut.end()]));
    });
    // Also after it is over: what a connection does then is nobody's failure.
    body.on("error", fail);
    // One that ends before its end says so as an error, but for one that was ended before it was read.
    body.once("close", () => {
      // It closes after its end too, and an error with its stack is a hundredth of a call.
      if (!isOver) {
        fail(premature());
      }
    });
    if (signal?.aborted) {
      onAbort();
    } else if (body.destroyed) {
      fail(body.errored ?? premature());
    }
  });
}

/** What Node calls it elsewhere. */
function premature(): Error {
  return Object.assign(new Error("Premature close"), { code: "ERR_STREAM_PREMATURE_CLOSE" });
}
