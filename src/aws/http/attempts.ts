/** How an attempt ended that was not the last word: the SDK tries again after these. */
export type AttemptEnd =
  | { readonly answered: true; readonly code: string; readonly status: number; readonly requestId?: string }
  | { readonly answered: false; readonly error: unknown };

/** A difference between two clocks that may well be none, in milliseconds. */
const likely = 2_000;

/**
 * What became of the attempts of one call. Whether one of them may have been carried out is kept for the whole of
 * it: nothing that a later attempt is answered says anything about an earlier one.
 */
export class Attempts {
  /** Of the request that is under way: how often it was sent. */
  count = 0;
  /** Host and port that were asked. */
  endpoint: string | undefined;
  /** How the latest attempt failed; nothing while one is under way. */
  failed: AttemptEnd | undefined;
  /** How far AWS's clock is ahead of this machine's, in milliseconds, as an answer has told it. */
  ahead: number | undefined;
  /** Whether a look has told that the change was made, and no answer. */
  wasFound = false;
  #isUnderWay = false;
  #mayBeDone = false;
  #isLook = false;

  /** Whether an attempt may have been carried out: it was sent, and was not refused. */
  get inDoubt(): boolean {
    return this.#mayBeDone || this.#isUnderWay;
  }

  /** Begins with the call's next request. */
  reset(): void {
    this.count = 0;
    this.failed = undefined;
  }

  begin(endpoint: string): void {
    this.count++;
    this.endpoint = endpoint;
    this.failed = undefined;
    this.#isUnderWay = !this.#isLook;
  }

  /** An attempt is over. `mayBeDone` unless it was refused, or never arrived. */
  end({ mayBeDone }: { readonly mayBeDone: boolean }): void {
    this.#isUnderWay = false;
    this.#mayBeDone ||= mayBeDone && !this.#isLook;
  }

  /** Takes the time that an answer says it was made at. It has no fraction, and the way back takes some time. */
  noteDate(date: string | undefined): void {
    const ahead = Date.parse(date ?? "") + 500 - Date.now();
    if (!Number.isNaN(ahead)) {
      this.ahead = Math.abs(ahead) < likely ? 0 : ahead;
    }
  }

  /** It has become known that none of them was carried out. */
  settle(): void {
    this.#mayBeDone = false;
  }

  /** Asks something in between: what becomes of that says nothing about the change. */
  async look<T>(ask: () => Promise<T>): Promise<T> {
    const { count, endpoint, failed } = this;
    this.#isLook = true;
    try {
      return await ask();
    } finally {
      this.#isLook = false;
      Object.assign(this, { count, endpoint, failed });
    }
  }
}

const byCall = new WeakMap<AbortSignal, Attempts>();

/**
 * The attempts of the call under way that a signal belongs to: the signal is the one thing of a call that the SDK hands
 * down to its request handler.
 */
export function attemptsOf(signal: AbortSignal): Attempts {
  let attempts = byCall.get(signal);
  if (!attempts) {
    attempts = new Attempts();
    byCall.set(signal, attempts);
  }
  return attempts;
}
