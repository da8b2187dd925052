/** How many calls are under way at one endpoint at a time: as many as there are connections to it. */
const width = 20;

type Begin = () => void;

/**
 * The calls to one endpoint. Those that wait are taken from the profiles in turn, so that a click in one is not behind
 * the hundreds of a refresh of all the others. One begins in each turn of the event loop: writing and signing a request
 * takes a millisecond, and hundreds of them in a row would hold up everything else in the process.
 */
class Lane {
  #open = width;
  /** Whether one has begun in this turn. */
  #hasBegun = false;
  readonly #waiting = new Map<string, Set<Begin>>();

  /** Waits until it is the call's turn. Gives what ends it. Rejects with the signal's reason where that aborts first. */
  enter(profile: string, signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const begin = (): void => {
        signal.removeEventListener("abort", giveUp);
        this.#open -= 1;
        this.#hasBegun = true;
        setImmediate(() => {
          this.#hasBegun = false;
          this.#next();
        });
        resolve(() => {
          this.#open += 1;
          this.#next();
        });
      };
      const giveUp = (): void => {
        this.#forget(profile, begin);
        reject(signal.reason);
      };
      const queue = this.#waiting.get(profile) ?? new Set();
      this.#waiting.set(profile, queue.add(begin));
      signal.addEventListener("abort", giveUp, { once: true });
      this.#next();
    });
  }

  #next(): void {
    if (this.#open === 0 || this.#hasBegun) {
      return;
    }
    for (const [profile, queue] of this.#waiting) {
      for (const begin of queue) {
        this.#forget(profile, begin);
        if (queue.size > 0) {
          // Behind the others, until it is this one's turn again.
          this.#waiting.delete(profile);
          this.#waiting.set(profile, queue);
        }
        begin();
        return;
      }
    }
  }

  #forget(profile: string, begin: Begin): void {
    const queue = this.#waiting.get(profile);
    queue?.delete(begin);
    if (queue?.size === 0) {
      this.#waiting.delete(profile);
    }
  }
}

/** The calls under way, by the endpoint that they go to. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  /** `endpoint`: its URL, or what stands for it. See `Lane.enter`. */
  enter(endpoint: string, profile: string, signal: AbortSignal): Promise<() => void> {
    const lane = this.#lanes.get(endpoint) ?? new Lane();
    this.#lanes.set(endpoint, lane);
    return lane.enter(profile, signal);
  }
}
