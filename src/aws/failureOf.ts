import type { Failure } from "../core/failures/failures";
import { codeForm } from "../core/failures/forms";
import { StoppedError } from "./deadline";
import { answeredFailure } from "./failures/answeredFailure";
import { aftermath, type FailedCall } from "./failures/call";
import { FailureError } from "./failures/failureError";
import { networkFailure, timeOutFailure } from "./failures/networkFailure";
import { protocolFailure } from "./failures/protocolFailure";
import { serviceErrorOf } from "./failures/serviceError";
import { ProtocolError } from "./http/protocolError";

/**
 * What a call that failed comes to, in the catalogue's kinds and words, whatever the SDK threw. Total: any value
 * gives a failure. The messages quote no more of an error than is known to be harmless.
 */
export function failureOf(error: unknown, call: FailedCall): Failure {
  const failure = knownFailure(error, call);
  const inDoubt = call.operation.writes && call.attempts?.inDoubt === true;
  // What was found to be wrong from here says itself that nothing was sent.
  const message = isOwn(error) && !inDoubt ? failure.message : `${failure.message}${aftermath(call)}`;
  return { ...failure, message, ...(inDoubt ? { inDoubt } : {}) };
}

function isOwn(error: unknown): error is FailureError {
  try {
    return error instanceof FailureError;
  } catch {
    return false;
  }
}

/** Anything can be thrown, and looking at it can throw too: even asking what it is. */
function knownFailure(error: unknown, call: FailedCall): Failure {
  try {
    return wordsFor(error, call);
  } catch {
    return unexpected(undefined, call);
  }
}

function wordsFor(error: unknown, call: FailedCall): Failure {
  if (error instanceof FailureError) {
    return error.failure;
  }
  if (call.stopped || error instanceof StoppedError) {
    return stoppedFailure(call);
  }
  if (error instanceof ProtocolError) {
    return protocolFailure(error, call);
  }
  const answered = serviceErrorOf(error, call.redact);
  if (answered) {
    return answeredFailure(answered, call);
  }
  return networkFailure(error, call) ?? unparsed(error, call) ?? unexpected(error, call);
}

function stoppedFailure(call: FailedCall): Failure {
  if (call.stopped?.reason !== "timedOut") {
    return { kind: "cancelled", message: "Cancelled." };
  }
  const last = call.attempts?.failed;
  // The time ended in a pause between two attempts: what the first one came to says more.
  if (last?.answered) {
    return answeredFailure({ ...last, text: "", attempts: call.attempts?.count ?? 1 }, call);
  }
  const { stopped: _, ...unstopped } = call;
  return last ? wordsFor(last.error, unstopped) : timeOutFailure(call);
}

/** What the SDK could not parse: it hangs the answer on the error, whose text may quote it. */
function unparsed(error: unknown, call: FailedCall): Failure | undefined {
  return error instanceof Error && "$response" in error
    ? protocolFailure(new ProtocolError("notXml"), call)
    : undefined;
}

function unexpected(error: unknown, call: FailedCall): Failure {
  const named: unknown = error instanceof Error ? error.name : typeof error;
  const name = typeof named === "string" && codeForm.test(named) ? named : "Error";
  return {
    kind: "unexpected",
    code: name,
    message: `${call.operation.action} for profile ${call.profile} in ${call.region} failed in a way that is not foreseen (${name}).`,
  };
}
