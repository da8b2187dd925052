import type { IncomingMessage } from "node:http";

/** AWS's own limit for Query requests is of this size. */
export const bodyLimit = 1024 * 1024;

/** The whole body, or nothing where it is larger than the limit. Rejects where the client went away. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) {
      continue;
    }
    size += chunk.length;
    if (size > bodyLimit) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
