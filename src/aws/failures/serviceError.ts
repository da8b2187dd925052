import { codeForm, idForm } from "../../core/failures/forms";

/** An error that a service answered with, as far as anything here reads it. */
export interface ServiceError {
  /** The wire's code: `AuthorizationAlreadyExists`, not the SDK's class name with "Fault" at its end. */
  readonly code: string;
  /** The service's own words, without the secrets that they quote. */
  readonly text: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly attempts: number;
}

/** More of a service's words than this is not read. */
const longestText = 8_192;

/**
 * Reads an error that the SDK made of a service's answer; `undefined` for any other. Secrets are taken out here,
 * before anything is cut: the first half of a token is a secret too.
 */
export function serviceErrorOf(
  error: unknown,
  redact: (text: string) => string = (text) => text,
): ServiceError | undefined {
  if (!(error instanceof Error) || !("$metadata" in error) || !("$fault" in error)) {
    return undefined;
  }
  const metadata: object = typeof error.$metadata === "object" ? (error.$metadata ?? {}) : {};
  const status = "httpStatusCode" in metadata ? metadata.httpStatusCode : undefined;
  const requestId = "requestId" in metadata ? metadata.requestId : undefined;
  const attempts = "attempts" in metadata ? metadata.attempts : undefined;
  // Modelled errors carry the wire's code beside the class name; for others the name is the code.
  const code = "Code" in error && typeof error.Code === "string" ? error.Code : error.name;
  const known = formed(code, codeForm, redact);
  return {
    code: known?.replace(/^Client\.|^Server\./, "") ?? unnamedCode,
    text: typeof error.message === "string" ? redact(error.message.slice(0, longestText)) : "",
    attempts: typeof attempts === "number" ? attempts : 1,
    ...(typeof status === "number" ? { status } : {}),
    ...withRequestId(requestIdOf(requestId, redact)),
  };
}

/** In place of a code that is none. */
const unnamedCode = "UnknownError";

function withRequestId(requestId: string | undefined): Pick<ServiceError, "requestId"> {
  return requestId === undefined ? {} : { requestId };
}

/** A request id, as far as it is one. Of an answer that is no error, too: it is logged and kept like any other. */
export function requestIdOf(id: unknown, redact: (text: string) => string): string | undefined {
  return formed(id, idForm, redact);
}

/** A text of the form, that holds no secret. */
function formed(text: unknown, form: RegExp, redact: (text: string) => string): string | undefined {
  return typeof text === "string" && form.test(text) && redact(text) === text ? text : undefined;
}
