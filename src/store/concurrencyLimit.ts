import { type Target, targetKey } from "../core/target";

/** Changes sent at a time in one target when there are many: few enough to leave others their share of its rate. */
export const changesAtATime = 3;

interface Queue {
  open: number;
  readonly waiting: (() => void)[];
}

/** Lets only so many go at a time in each target, whoever sends them. */
export class ConcurrencyLimit {
  readonly width: number;
  readonly #queues = new Map<string, Queue>();

  constructor(width = changesAtATime) {
    this.width = width;
  }

  /** Waits for a lane. Resolves to the function that leaves it, or to `undefined` when the signal aborts first. */
  async enter(target: Target, signal: AbortSignal): Promise<(() => void) | undefined> {
    const key = targetKey(target);
    const queue = this.#queues.get(key) ?? { open: this.width, waiting: [] };
    this.#queues.set(key, queue);
    while (queue.open === 0 && !signal.aborted) {
      await nextTurn(queue, signal);
    }
    if (signal.aborted) {
      // The turn that this one was given goes to the next.
      queue.waiting.shift()?.();
      return undefined;
    }
    queue.open -= 1;
    return () => {
      queue.open += 1;
      queue.waiting.shift()?.();
    };
  }
}

function nextTurn(queue: Queue, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const turn = () => {
      signal.removeEventListener("abort", turn);
      const at = queue.waiting.indexOf(turn);
      if (at >= 0) {
        queue.waiting.splice(at, 1);
      }
      resolve();
    };
    queue.waiting.push(turn);
    signal.addEventListener("abort", turn, { once: true });
  });
}
