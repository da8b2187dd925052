import { type Failure, failureKinds } from "../core/failures/failures";

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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
