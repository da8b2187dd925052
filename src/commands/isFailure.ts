import { type Failure, failureKinds } from "../core/failures/failures";
import { isObject } from "../core/isObject";

/** Whether what a caller handed over has the form of a failure. */
export function isFailure(value: unknown): value is Failure {
  return (
    isObject(value) &&
    failureKinds.some((kind) => kind === value["kind"]) &&
    typeof value["message"] === "string" &&
    ["label", "code", "requestId", "field", "action", "remedy", "endpoint"].every(
      (name) => value[name] === undefined || typeof value[name] === "string",
    )
  );
}
