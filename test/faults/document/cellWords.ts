import { type Expected, expectedOf } from "../expected";
import type { Fault } from "../fault";
import type { Operation } from "../operation";

/** What a read shows of a fault. */
export function readWords(fault: Fault, operation: Operation): string {
  const { failure, isNews } = expectedOf(fault, operation);
  return failure ? failureWords(failure) : isNews ? "the answer, as it is" : "the answer";
}

/** Whether AWS has made a change. */
export function madeWords(fault: Fault, operation: Operation): string {
  return expectedOf(fault, operation).isMade ? "yes" : "no";
}

/** How a change ends, and whether a look is what tells. */
export function changeWords(fault: Fault, operation: Operation): string {
  const { failure, isMade, otherwise, inDoubt = false } = expectedOf(fault, operation);
  const isSo = failure?.[0] === "alreadyAuthorized" && operation.action.startsWith("Authorize");
  const end = isMade
    ? "done"
    : otherwise
      ? "done in another way"
      : isSo
        ? "unchanged"
        : failure
          ? failureWords(failure)
          : "";
  if (!inDoubt) {
    return end;
  }
  return fault.elsewhere ? `${end}, in doubt` : `${end}, looked up`;
}

/** How often one request is sent. */
export function sentWords(fault: Fault, operation: Operation): string {
  const { attempts, afterAnswers = false, failure }: Expected = expectedOf(fault, operation);
  if (afterAnswers && !failure) {
    return "from the start again";
  }
  return attempts === 1 ? "once" : `${attempts} times`;
}

function failureWords([kind, code]: NonNullable<Expected["failure"]>): string {
  return code === undefined ? `\`${kind}\`` : `\`${kind}\` ${code}`;
}
