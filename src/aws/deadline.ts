export type StopReason = "timedOut" | "cancelled";

/** Thrown to whoever waits on a deadline that has come. */
export class StoppedError extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(reason);
    this.name = "StoppedError";
    this.reason = reason;
  }
}

/**
 * The time that a call may take, and its cancellation, as one signal. The clock stands still while a person is
 * asked something.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #milliseconds: number;
  readonly #outer: AbortSignal | undefined;
  readonly #onOuter = (): void => this.#stop("cancelled");
  #left: number;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #pauses = 0;
  #stopped: StopReason | undefined;

  constructor(seconds: number, outer?: AbortSignal) {
    this.#milliseconds = Math.min(Math.max(seconds * 1000, 1), 2 ** 31 - 1);
    this.#left = this.#milliseconds;
    this.#outer = outer;
    outer?.addEventListener("abort", this.#onOuter, { once: true });
    if (outer?.aborted) {
      this.#stop("cancelled");
    } else {
      this.#start();
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why it stopped, if it did. */
  get stopped(): StopReason | undefined {
    return this.#stopped;
  }

  get seconds(): number {
    return this.#milliseconds / 1000;
  }

  /** What is left of the time. */
  get secondsLeft(): number {
    const left = this.#pauses > 0 ? this.#left : this.#left - (Date.now() - this.#startedAt);
    return Math.max(left, 0) / 1000;
  }

  /** Waits for the promise, but no longer than this. What comes after is dropped. */
  race<T>(promise: Promise<T>): Promise<T> {
    const { promise: stopped, reject } = withResolvers<T>();
    const onAbort = (): void => reject(new StoppedError(this.#stopped ?? "cancelled"));
    if (this.signal.aborted) {
      onAbort();
    }
    this.signal.addEventListener("abort", onAbort, { once: true });
    return Promise.race([promise, stopped]).finally(() => this.signal.removeEventListener("abort", onAbort));
  }

  pause(): void {
    if (this.#pauses++ === 0) {
      this.#left -= Date.now() - this.#startedAt;
      clearTimeout(this.#timer);
    }
  }

  resume(): void {
    if (--this.#pauses === 0) {
      this.#start();
    }
  }

  /** Gives the whole time once more: the next page of a list is a new request. */
  restart(): void {
    clearTimeout(this.#timer);
    this.#left = this.#milliseconds;
    if (this.#pauses === 0) {
      this.#start();
    }
  }

  /** Lets go of the timer and of the outer signal. */
  end(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener("abort", this.#onOuter);
  }

  #start(): void {
    if (!this.#stopped) {
      this.#startedAt = Date.now();
      this.#timer = setTimeout(() => this.#stop("timedOut"), Math.max(this.#left, 0));
    }
  }

  #stop(reason: StopReason): void {
    this.#stopped ??= reason;
    this.end();
    this.#controller.abort(new StoppedError(this.#stopped));
  }
}

function withResolvers<T>(): { promise: Promise<T>; reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<T>((_resolve, rejectPromise) => {
    reject = rejectPromise;
  });
  // Nobody may be waiting any more when it is rejected.
  promise.catch(() => undefined);
  return { promise, reject };
}
