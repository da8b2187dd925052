import type { Failure } from "./failures/failures";

/**
 * What an operation came to. Failures are data, not exceptions: they cross bundles, where `instanceof`
 * does not hold, and a caller cannot forget them.
 */
export type Outcome<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** AWS's request id of the last answer, where it had one; of a change that a look had to settle, the change's. */
      readonly requestId?: string;
    }
  | { readonly ok: false; readonly failure: Failure };

export function succeeded<T>(value: T, requestId?: string): Outcome<T> {
  return requestId === undefined ? { ok: true, value } : { ok: true, value, requestId };
}

export function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
