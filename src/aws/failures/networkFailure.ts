import type { Failure } from "../../core/failures/failures";
import { partitionOf, regionLongName } from "../../core/regions";
import { isTlsCode } from "../http/mayHaveArrived";
import { ProxyError } from "../http/proxyAgents";
import type { FailedCall } from "./call";

/** The failure that a system's error code comes to; `undefined` where the error has none that is the network's. */
export function networkFailure(error: unknown, call: FailedCall): Failure | undefined {
  const code = networkCode(error);
  const what = error instanceof ProxyError ? proxyText(error, call) : code && whatHappened(code, call);
  return code && what ? unreachable(code, what, call) : undefined;
}

/** No answer came within the time that a call may take. */
export function timeOutFailure(call: FailedCall): Failure {
  const seconds = call.stopped?.seconds;
  const within =
    seconds === undefined ? "in time" : `within ${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return unreachable("ETIMEDOUT", `${hostOf(call)} did not answer ${within}`, call);
}

function unreachable(code: string, what: string, call: FailedCall): Failure {
  return {
    kind: "network",
    code,
    message: `${what}.`,
    ...(call.endpoint ? { endpoint: call.endpoint } : {}),
  };
}

/** Node wraps the errors of several addresses in one, and the SDK the system's in its own. */
function networkCode(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 5) {
    return undefined;
  }
  if ("code" in error && typeof error.code === "string" && /^[A-Z][A-Z0-9_]{1,63}$/.test(error.code)) {
    return error.code;
  }
  if (error.name === "TimeoutError") {
    return "ETIMEDOUT";
  }
  // What VS Code's proxy agent throws, without a code.
  if (/Failed to establish a socket connection to proxies/.test(error.message)) {
    return "EPROXY";
  }
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return networkCode(inner, depth + 1);
}

function whatHappened(code: string, call: FailedCall): string | undefined {
  const host = hostOf(call);
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${host} was not found by name${unknownRegion(call)}`;
    case "ECONNREFUSED":
      return `${host} refused the connection. Nothing listens there, or a firewall blocks it`;
    case "ECONNRESET":
    case "EPIPE":
    case "ECONNABORTED":
    case "ERR_STREAM_PREMATURE_CLOSE":
      return `${host} closed the connection without an answer`;
    case "ETIMEDOUT":
    case "ERR_SOCKET_CONNECTION_TIMEOUT":
      return `${host} could not be reached in time`;
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EADDRNOTAVAIL":
      return `There is no way through the network to ${host}`;
    case "EPROXY":
      return `The proxy on the way to ${host} could not be reached`;
    default:
      if (isTlsCode(code)) {
        return `The certificate or the encryption of ${host} was not accepted (${code}). A proxy may be in between: AWS_CA_BUNDLE can name its certificate`;
      }
      return code.startsWith("HPE_") ? `${host} does not speak HTTP` : undefined;
  }
}

function proxyText({ proxy, cause }: ProxyError, call: FailedCall): string {
  const why = networkCode(cause);
  return `The proxy ${proxy} on the way to ${hostOf(call)} could not be reached${why ? ` (${why})` : ""}`;
}

function unknownRegion({ region, endpoint }: FailedCall): string {
  if (endpoint && !endpoint.endsWith(partitionOf(region).dnsSuffix)) {
    return "";
  }
  return regionLongName(region) === undefined ? `. Check the region's name: ${region}` : "";
}

function hostOf({ endpoint, region }: FailedCall): string {
  return endpoint ?? `The endpoint in ${region}`;
}
