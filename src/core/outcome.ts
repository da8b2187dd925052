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
      /**
       * Of a change whose answer was lost: a look found it made. Whoever did not look before does not know by whom: by
       * the attempt whose answer was lost, or by somebody else before it.
       */
      readonly found?: true;
    }
  | { readonly ok: false; readonly failure: Failure };

export function succeeded<T>(
  value: T,
  requestId?: string,
  { wasFound = false }: { readonly wasFound?: boolean } = {},
): Outcome<T> {
  return {
    ok: true,
    value,
    ...(requestId === undefined ? {} : { requestId }),
    ...(wasFound ? { found: true } : {}),
  };
}

export function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
