import type { End, Fault } from "./fault";
import type { Operation } from "./operation";

/** What a fault comes to with an operation: what its kind does, and where it is otherwise. */
export function expectedOf(fault: Fault, operation: Operation): End {
  const general = operation.kind === "change" ? fault.change : fault.read;
  return {
    ...general,
    ...fault.but?.[operation.kind],
    ...fault.but?.[operation.service],
    ...fault.but?.[operation.name],
  };
}

/** How a line of the log names an end. */
export function endWords({ failure }: End, { kind }: Operation): string {
  return failure ? failure.join(" ") : kind === "dryRun" ? "412" : "200";
}
