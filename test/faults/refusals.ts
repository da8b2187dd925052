import { inWordsOf } from "../../src/sandbox/dialects";
import type { Answered as Service } from "../../src/sandbox/service";
import { allServices } from "../../src/sandbox/services";
import type { RefusalName } from "../wire/changes/sentRequest";
import { type Answered, type Attempt, type Strike, send } from "./attempt";
import type { Operation } from "./operation";

/** An error of a service's own, in its own protocol. */
export function refusedBy(service: Service, code: string, status: number, message = "No"): Answered {
  const error = { code: inWordsOf(service.name, code), message, status };
  const head = service.failureHead?.(error) ?? { status, headers: {} };
  return {
    status: head.status,
    headers: { "content-type": service.contentType, ...head.headers },
    body: Buffer.from(service.failure(error, "11111111-2222")),
  };
}

/** The same of the operation's service. */
export function refusal(
  { service }: Pick<Operation, "service">,
  code: string,
  status: number,
  message?: string,
): Answered {
  const found = allServices.find(({ name }) => name === service);
  if (!found) {
    throw new Error(`The sandbox has no service ${service}`);
  }
  return refusedBy(found, code, status, message);
}

/** The service refuses. Nothing was done. */
export function refuse(code: string, status = 400, message?: string): Strike {
  return (attempt) => send(attempt, refusal(attempt.operation, code, status, message));
}

/** The service refuses for a reason that each operation has its own code for. */
export function refuseAs(name: RefusalName): Strike {
  return (attempt) => refuse(codeOf(attempt, name))(attempt);
}

/** Nobody's refusal: the code is missing. */
export const refuseWithoutCode: Strike = (attempt) => {
  const { body } = refusal(attempt.operation, "X", 400);
  const text = body.toString("utf8").replace(/<Code>.*?<\/Code>|"__type":"X",?/, "");
  const { "content-type": type = "" } = refusal(attempt.operation, "X", 400).headers;
  send(attempt, { status: 400, headers: { "content-type": type }, body: Buffer.from(text) });
};

function codeOf({ operation }: Attempt, name: RefusalName): string {
  return operation.refusals[name][1];
}
