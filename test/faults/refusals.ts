import { inWordsOf } from "../../src/sandbox/dialects";
import { services } from "../../src/sandbox/services";
import type { RefusalName } from "../wire/changes/sentRequest";
import { type Attempt, type Strike, say } from "./attempt";
import type { Operation } from "./operation";

/** An error of the service's own, in its own protocol. */
export function refusal(
  { service }: Pick<Operation, "service">,
  code: string,
  status: number,
  message = "No",
): string {
  const found = services.find(({ name }) => name === service);
  return found?.failure({ code: inWordsOf(service, code), message, status }, "11111111-2222") ?? "";
}

/** The service refuses. Nothing was done. */
export function refuse(code: string, status = 400, message?: string): Strike {
  return (attempt) => say(refusal(attempt.operation, code, status, message), status)(attempt);
}

/** The service refuses for a reason that each operation has its own code for. */
export function refuseAs(name: RefusalName): Strike {
  return (attempt) => refuse(codeOf(attempt, name))(attempt);
}

function codeOf({ operation }: Attempt, name: RefusalName): string {
  return operation.refusals[name][1];
}
