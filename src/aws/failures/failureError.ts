import type { Failure } from "../../core/failures/failures";

/** Carries a failure that is known at its cause up to the call that reports it. Never leaves the AWS side. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    const message = /[.?]$/.test(failure.message) ? failure.message : `${failure.message}.`;
    super(message);
    this.name = "FailureError";
    this.failure = { ...failure, message };
  }
}

/** The credentials or the settings of a profile do not serve. The message names the profile. */
export function credentialsError(
  message: string,
  more: Pick<Failure, "remedy" | "code" | "label"> = {},
): FailureError {
  return new FailureError({ kind: "credentials", message, ...more });
}
