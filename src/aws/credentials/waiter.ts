/** Somebody who waits, for a limited time, and whose clock stands still while a person is asked something. */
export interface Waiter {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  pause(): void;
  resume(): void;
  race<T>(promise: Promise<T>): Promise<T>;
}
