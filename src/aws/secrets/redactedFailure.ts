import type { Failure } from "../../core/failures/failures";

/**
 * A failure that holds no secret, wherever it came from: every one that leaves this side goes through here. Words
 * lose what is secret in them; what names something, a code or an id, is left out where it holds a secret.
 */
export function redactedFailure(failure: Failure, redact: (text: string) => string): Failure {
  const safe = (text: string | undefined): text is string => text !== undefined && redact(text) === text;
  const { label, code, requestId, field, action, remedy, endpoint, ...rest } = failure;
  return {
    ...rest,
    message: redact(failure.message),
    ...(label === undefined ? {} : { label: redact(label) }),
    ...(safe(code) ? { code } : code === undefined ? {} : { code: "UnknownError" }),
    ...(safe(requestId) ? { requestId } : {}),
    ...(safe(field) ? { field } : {}),
    ...(safe(action) ? { action } : {}),
    ...(safe(remedy) ? { remedy } : {}),
    ...(safe(endpoint) ? { endpoint } : {}),
  };
}
