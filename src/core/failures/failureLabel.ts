import { type Failure, firstSentence } from "./failures";

/**
 * What happened, in so few words that a narrow row shows them whole. The row stands below the profile and the region
 * that it is about, so that those are not named again.
 *
 * @param names what the message may name: a full stop within them does not end its first sentence
 */
export function failureLabel(failure: Failure, names: readonly string[] = []): string {
  return failure.label ?? ofKind(failure) ?? firstSentence(failure.message, names);
}

function ofKind(failure: Failure): string | undefined {
  switch (failure.kind) {
    case "classicRetired":
      return "Retired by AWS";
    case "regionDisabled":
      return "Region not enabled";
    case "accessDenied":
      return failure.action === undefined ? undefined : `You may not do ${failure.action}`;
    case "throttled":
      if (/unavailable/i.test(failure.code ?? "")) {
        return "Service not available";
      }
      return /^(?:Internal|ServiceFailure)/.test(failure.code ?? "") ? "Service failed" : "Throttled by AWS";
    case "network":
      return networkLabel(failure);
    case "protocol":
      return `Not an answer of AWS${from(failure)}`;
    case "alreadyAuthorized":
    case "notFound":
    case "changedSince":
    case "invalidState":
    case "invalidParameter":
    case "alreadyExists":
    case "quota":
    case "credentials":
    case "readOnly":
    case "protected":
    case "cancelled":
    case "unexpected":
      return undefined;
  }
}

function networkLabel(failure: Failure): string {
  switch (failure.code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `Host not found${failure.endpoint ? `: ${failure.endpoint}` : ""}`;
    case "ETIMEDOUT":
    case "ERR_SOCKET_CONNECTION_TIMEOUT":
      return `No answer in time${from(failure)}`;
    case "HTTP 407":
      return "Proxy wants a password";
    case "EPROXY":
      return "Proxy not reached";
    default:
      return `No connection${failure.endpoint ? ` to ${failure.endpoint}` : ""}`;
  }
}

function from({ endpoint }: Failure): string {
  return endpoint === undefined ? "" : ` from ${endpoint}`;
}
