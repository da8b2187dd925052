import type { Failure } from "./failures";

/**
 * What an operation came to. Failures are data, not exceptions: they cross bundles, where `instanceof`
 * does not hold, and a caller cannot forget them.
 */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function succeeded<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
