import type { Failure } from "../../core/failures/failures";
import type { ProtocolError, ProtocolFault } from "../http/protocolError";
import type { FailedCall } from "./call";

/** The failure of an answer that is not the API's. */
export function protocolFailure(error: ProtocolError, call: FailedCall): Failure {
  const { httpStatusCode: status, requestId } = error.$metadata;
  if (error.fault === "proxyAuthentication") {
    return proxyRefusal(call);
  }
  const withStatus = status === undefined ? "" : ` (status ${status})`;
  const between = betweenFaults.has(error.fault)
    ? " A proxy, a sign-in page or another server may be in between."
    : "";
  return {
    kind: "protocol",
    message: `${call.endpoint ?? "The endpoint"} answered ${words[error.fault]}${withStatus}.${between}`,
    ...(status === undefined ? {} : { code: `HTTP ${status}` }),
    ...(requestId ? { requestId } : {}),
    ...(call.endpoint ? { endpoint: call.endpoint } : {}),
  };
}

/** Not the endpoint's answer but the proxy's, to a request that it did not pass on. */
function proxyRefusal(call: FailedCall): Failure {
  const to = call.endpoint ? ` to ${call.endpoint}` : "";
  return {
    kind: "network",
    code: "HTTP 407",
    message: `The proxy asks for a user name and password before it lets a request through${to}.`,
    ...(call.endpoint ? { endpoint: call.endpoint } : {}),
  };
}

const betweenFaults: ReadonlySet<ProtocolFault> = new Set([
  "webPage",
  "empty",
  "notXml",
  "notJson",
  "anotherAnswer",
  "redirect",
]);

const words: Readonly<Record<Exclude<ProtocolFault, "proxyAuthentication">, string>> = {
  webPage: "with a web page instead of the API's XML",
  empty: "with nothing",
  notXml: "with something else than the API's XML",
  notJson: "with something else than the API's JSON",
  anotherAnswer: "with something that is not the answer to this request",
  cutOff: "with an answer that breaks off",
  doctype: "with a DOCTYPE, which the API never sends",
  tooLarge: "with more than 32 MB",
  redirect: "with a redirection",
  serverFailed: "that it failed itself",
  refusedInside: "that it did not do what was asked",
  withoutResult: "without the result that was asked for",
  withoutName: "with a group that has no name",
  repeatedMarker: "with a page of the list that it had sent before",
  tooManyPages: "with a list that does not end",
};
