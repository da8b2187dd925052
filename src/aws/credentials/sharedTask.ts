import type { Failure } from "../../core/failures/failures";
import { StoppedError } from "../deadline";
import { FailureError } from "../failures/failureError";
import type { Waiter } from "./waiter";

/**
 * One piece of work that several calls wait for: five regions opened at once ask for one MFA code. It goes on
 * while anybody waits, and is aborted when the last one leaves.
 */
export class SharedTask<T> implements Waiter {
  readonly #controller = new AbortController();
  readonly #waiting = new Set<Waiter>();
  readonly #result: Promise<T>;
  #pauses = 0;
  /** What to say to those whose time ends meanwhile: what it is that takes so long. */
  holdup: (() => Failure | undefined) | undefined;

  constructor(work: (wait: SharedTask<T>) => Promise<T>) {
    this.#result = work(this);
    // The last one waiting may be gone before it rejects.
    this.#result.catch(() => undefined);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for the result as long as `waiter` lasts. */
  async join(waiter: Waiter): Promise<T> {
    this.#waiting.add(waiter);
    if (this.#pauses > 0) {
      waiter.pause();
    }
    try {
      return await waiter.race(this.#result);
    } catch (error) {
      const holdup = error instanceof StoppedError && error.reason === "timedOut" && this.holdup?.();
      throw holdup ? new FailureError(holdup) : error;
    } finally {
      this.#waiting.delete(waiter);
      if (this.#pauses > 0) {
        waiter.resume();
      }
      if (this.#waiting.size === 0) {
        this.#controller.abort();
      }
    }
  }

  pause(): void {
    if (this.#pauses++ === 0) {
      for (const waiter of this.#waiting) {
        waiter.pause();
      }
    }
  }

  resume(): void {
    if (--this.#pauses === 0) {
      for (const waiter of this.#waiting) {
        waiter.resume();
      }
    }
  }

  race<V>(promise: Promise<V>): Promise<V> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => reject(this.signal.reason);
      this.signal.addEventListener("abort", onAbort, { once: true });
      promise.then(resolve, reject).finally(() => this.signal.removeEventListener("abort", onAbort));
    });
  }
}
