import { setImmediate } from "node:timers/promises";
import type { AnswerMetadata, CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";

// 100 groups a page: far more than any account may have.
const mostPages = 2_000;

/** A page as the SDK's paginators give it. ElastiCache calls what leads to the next one a marker, EC2 a token. */
interface Answered {
  readonly $metadata: AnswerMetadata;
  readonly Marker?: string | undefined;
  readonly NextToken?: string | undefined;
}

/** A page of fewer entries holds up nothing, and a turn of the event loop would cost more than it. */
const fewEntries = 20;

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly isLast: boolean;
}

/**
 * The pages of a list, and an end to one that would not end: with a marker that came before (the SDK's
 * `stopOnSameToken` compares neighbours only, so that A, B, A, B… goes on for ever), or with more pages than
 * there can be. Between what the SDK makes of a page and what is done with it, others get their turn: a long list
 * does not hold up everything else in the process.
 */
export async function* pagesOf<Output extends Answered, Entry>(
  clients: CallClients,
  pages: AsyncIterable<Output>,
  entriesOf: (page: Output) => readonly Entry[] | undefined,
  idOf: (entry: Entry) => string | undefined,
): AsyncGenerator<Page<Entry>> {
  const seen = new Set<string>();
  const isNew = newOnes(idOf);
  for await (const page of pages) {
    const entries = entriesOf(page);
    const isLong = entries !== undefined && entries.length > fewEntries;
    if (isLong) {
      await setImmediate();
    }
    clients.answered(page.$metadata);
    if (!entries) {
      throw new ProtocolError("withoutResult");
    }
    const marker = page.Marker || page.NextToken || undefined;
    yield { entries: entries.filter(isNew), isLast: marker === undefined };
    if (isLong) {
      await setImmediate();
    }
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

/**
 * Tells which entries were not listed before: where something is made or removed between two pages, what stood at the
 * end of one stands at the beginning of the next too.
 */
function newOnes<Entry>(idOf: (entry: Entry) => string | undefined): (entry: Entry) => boolean {
  const listed = new Set<string>();
  return (entry) => {
    const id = idOf(entry);
    const isNew = id === undefined || !listed.has(id);
    if (id !== undefined) {
      listed.add(id);
    }
    return isNew;
  };
}

/**
 * All the entries of a list, each as what `read` makes of it. `soFar` is told of those that came first while others are
 * still to come: so many times as the list doubles, so that what is made of them is not made for each page.
 */
export async function wholeList<Output extends Answered, Entry, T>(
  clients: CallClients,
  pages: AsyncIterable<Output>,
  entriesOf: (page: Output) => readonly Entry[] | undefined,
  idOf: (entry: Entry) => string | undefined,
  read: (entry: Entry) => T,
  soFar?: (list: readonly T[]) => void,
): Promise<T[]> {
  const list: T[] = [];
  let enough = 1;
  for await (const { entries, isLast } of pagesOf(clients, pages, entriesOf, idOf)) {
    for (const entry of entries) {
      list.push(read(entry));
    }
    if (soFar && !isLast && list.length >= enough) {
      enough = 2 * list.length;
      soFar([...list]);
    }
  }
  return list;
}
