import type { Failure } from "../core/failures/failures";

/** The failures without repetition: a network that is down says so at each question. */
export function distinctFailures(failures: readonly Failure[]): readonly Failure[] {
  return failures.filter(
    ({ message }, index) => failures.findIndex((each) => each.message === message) === index,
  );
}
