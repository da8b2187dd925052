import { setImmediate } from "node:timers/promises";
import { ProtocolError } from "../http/protocolError";

// 100 groups a page: far more than any account may have.
const mostPages = 2_000;

/**
 * Passes on the pages of a list, and ends one that would not end: with a marker that came before (the SDK's
 * `stopOnSameToken` compares neighbours only, so that A, B, A, B… goes on for ever), or with more pages than
 * there can be. Between what the SDK makes of a page and what is done with it, others get their turn: a long list
 * does not hold up everything else in the process.
 */
export async function* endingPages<Page>(
  pages: AsyncIterable<Page>,
  markerOf: (page: Page) => string | undefined,
): AsyncGenerator<Page> {
  const seen = new Set<string>();
  for await (const page of pages) {
    await setImmediate();
    yield page;
    await setImmediate();
    const marker = markerOf(page);
    if (marker !== undefined && seen.has(marker)) {
      throw new ProtocolError("repeatedMarker");
    }
    if (marker !== undefined) {
      seen.add(marker);
    }
    if (seen.size >= mostPages) {
      throw new ProtocolError("tooManyPages");
    }
  }
}
