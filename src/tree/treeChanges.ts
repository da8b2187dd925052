import type { Row } from "./row";

interface Fetch {
  /** When it began, or the first of those did that it follows at once. */
  readonly since: number;
  /** The row below which is fetched, and those whose own rows VS Code has not been handed yet. */
  readonly rows: readonly (Row | undefined)[];
}

// VS Code gathers changes for 200 ms before it takes them up.
const gatherMilliseconds = 250;

// VS Code may get an answer and the news of a change in one piece, and then takes up the news first. What opens by
// itself is asked for one level after the other, and closes when a row above is drawn anew in between. So there is
// a pause after each fetch; a longer one would draw rows anew while somebody has their menu open.
const settleMilliseconds = 30;

// How long the rows below one are waited for, so that most come whole. VS Code shows nothing new of the others
// meanwhile: one branch that hangs must not hold them up.
const patienceMilliseconds = 300;

/**
 * Tells of changed rows when VS Code can take it. Up to version 1.103, a row that changes while the rows below it
 * are being fetched loses track of them, and the next fetch ends in "Element with id … is already registered".
 * So a change waits for the fetches below it, and a fetch below a change just told waits for nothing.
 *
 * In all versions VS Code fetches the rows below several rows one after the other and hands all of them over at
 * the end. A change of the first that is told before that is lost, and what the row shows is no longer known
 * here: a click on it fails. So a change also waits for the fetches that follow at once on one of its own.
 *
 * The whole tree is the row `undefined`.
 */
export class TreeChanges {
  readonly #fire: (row: Row | undefined) => void;
  readonly #now: () => number;
  readonly #fetches = new Set<Fetch>();
  /** Those after which VS Code may go on to the next row at once. */
  readonly #ended = new Set<Fetch>();
  /** Those whose rows VS Code is still taking. */
  readonly #settling = new Set<Fetch>();
  readonly #waiting = new Map<string, Row | undefined>();
  readonly #toldAt = new Map<string, { readonly row: Row | undefined; readonly at: number }>();

  constructor(fire: (row: Row | undefined) => void, now: () => number) {
    this.#fire = fire;
    this.#now = now;
  }

  /** Tells that a row, or what is below it, has changed: now, or when the fetches below it are done. */
  tell(row: Row | undefined): void {
    const fetches = [...this.#fetches, ...this.#settling];
    if (fetches.some(({ rows }) => rows.some((fetched) => isWithin(fetched, row)))) {
      this.#waiting.set(keyOf(row), row);
      return;
    }
    this.#toldAt.set(keyOf(row), { row, at: this.#now() });
    this.#fire(row);
  }

  /**
   * How many milliseconds the rows below this one may take: none while a change above is being taken up, and what
   * is left where VS Code fetches several in a row.
   */
  #patience(row: Row | undefined, since: number): number {
    return this.#isTakenUp(row) ? 0 : Math.max(0, since + patienceMilliseconds - this.#now());
  }

  #isTakenUp(row: Row | undefined): boolean {
    const oldest = this.#now() - gatherMilliseconds;
    for (const [key, told] of this.#toldAt) {
      if (told.at < oldest) {
        this.#toldAt.delete(key);
      } else if (isWithin(row, told.row)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Holds changes of the row, and of those above it, back for as long as the work takes, and tells the work how
   * many milliseconds it may wait for what is not there yet.
   */
  async whileFetching<T>(row: Row | undefined, work: (patience: number) => Promise<T>): Promise<T> {
    const before = [...this.#ended];
    const since = Math.min(this.#now(), ...before.map((each) => each.since));
    const fetch: Fetch = { since, rows: [row, ...before.flatMap(({ rows }) => rows)] };
    this.#fetches.add(fetch);
    try {
      return await work(this.#patience(row, since));
    } finally {
      this.#fetches.delete(fetch);
      this.#ended.add(fetch);
      this.#settling.add(fetch);
      setTimeout(() => this.#ended.delete(fetch), 0);
      setTimeout(() => {
        this.#settling.delete(fetch);
        this.#tellWaiting();
      }, settleMilliseconds);
    }
  }

  #tellWaiting(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const row of waiting) {
      // What is above brings what is below.
      if (!waiting.some((other) => other !== row && isWithin(row, other))) {
        this.tell(row);
      }
    }
  }
}

/** Whether a row is another, or stands below it. Rows are the same by their ids: they are made anew each time. */
function isWithin(row: Row | undefined, top: Row | undefined): boolean {
  if (top === undefined) {
    return true;
  }
  for (let each = row; each; each = each.parent) {
    if (each.id === top.id) {
      return true;
    }
  }
  return false;
}

function keyOf(row: Row | undefined): string {
  return row?.id ?? "";
}
