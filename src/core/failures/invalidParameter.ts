import type { Failure } from "./failures";

/** A failure for a value that a caller gave. `field` as it is spelled in `params`. Nothing has been sent. */
export function invalidParameter(field: string, message: string): Failure {
  return { kind: "invalidParameter", field, message: `${message}. Nothing was sent` };
}
