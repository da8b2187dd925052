import { isJson } from "./asked";
import type { End, Fault, Shown } from "./fault";
import type { Operation } from "./operation";

/** What a fault comes to with one operation. */
export interface Expected extends Omit<End, "failure"> {
  readonly failure: Shown | undefined;
  readonly isMade: boolean;
  /** Of a change: whether what was wanted is done all the same, in another way. */
  readonly otherwise: boolean;
}

/** What it comes to with operations of this kind, and where that is otherwise with this one. */
export function expectedOf(fault: Fault, operation: Operation): Expected {
  const { kind, service, name } = operation;
  const end: End = { ...(kind === "change" ? fault.change : fault.read) };
  const own = operation.kind === "change" ? operation.traits : [operation.shownIn];
  for (const key of [kind, ...(isJson(operation) ? ["json"] : []), ...own, service, name]) {
    Object.assign(end, fault.but?.[key]);
  }
  const failure = typeof end.failure === "function" ? end.failure(operation) : end.failure;
  const isMade = end.isMade ?? failure === undefined;
  const traits = operation.kind === "change" ? operation.traits : [];
  const isGone = failure?.[0] === "notFound" && traits.includes("goneIsWell");
  const otherwise = !isMade && !fault.elsewhere && (isGone || traits.includes("elseSwept"));
  const inDoubt = traits.includes("holdsNothing") ? false : (end.inDoubt ?? false);
  return { ...end, failure, isMade, otherwise, inDoubt };
}

/** How a line of the log names an end. A dry run is answered by an error that means yes. */
export function endWords({ failure, status }: Expected, { kind }: Operation): string {
  return failure?.join(" ") ?? String(status ?? (kind === "dryRun" ? 412 : 200));
}
