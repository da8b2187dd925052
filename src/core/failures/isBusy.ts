import type { Failure } from "./failures";

/** Refused for now: too many requests, or what is to be changed is busy with another change. */
export function isBusy({ kind }: Failure): boolean {
  return kind === "throttled" || kind === "invalidState";
}
