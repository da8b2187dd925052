/** Work that can pause wherever it yields, and comes to a value. */
export type Pieces<T> = Generator<undefined, T, undefined>;

/** Does the work at once: for little of it. */
export function atOnce<T>(work: Pieces<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) {
      return value;
    }
  }
}

/** Milliseconds for which nobody else of the process gets a turn. */
const longestTurn = 10;

/** Does the work in turns, so that others of the process have theirs in between. */
export async function inTurns<T>(work: Pieces<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + longestTurn;
    do {
      const { done, value } = work.next();
      if (done) {
        return value;
      }
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
