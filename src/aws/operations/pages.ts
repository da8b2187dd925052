import { ProtocolError } from "../http/protocolError";

// 100 groups a page: far more than any account may have.
const mostPages = 2_000;

/**
 * Passes on the pages of a list, and ends one that would not end: with a marker that came before (the SDK's
 * `stopOnSameToken` compares neighbours only, so that A, B, A, B… goes on for ever), or with more pages than
 * there can be.
 */
export async function* endingPages<Page>(
  pages: AsyncIterable<Page>,
  markerOf: (page: Page) => string | undefined,
): AsyncGenerator<Page> {
  const seen = new Set<string>();
  for await (const page of pages) {
    yield page;
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
