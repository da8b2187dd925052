/** An error that a service answered with, as far as anything here reads it. */
export interface ServiceError {
  /** The wire's code: `AuthorizationAlreadyExists`, not the SDK's class name with "Fault" at its end. */
  readonly code: string;
  /** The service's own words. May quote what was sent. */
  readonly text: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly attempts: number;
}

/** Reads an error that the SDK made of a service's answer; `undefined` for any other. */
export function serviceErrorOf(error: unknown): ServiceError | undefined {
  if (!(error instanceof Error) || !("$metadata" in error) || !("$fault" in error)) {
    return undefined;
  }
  const metadata: object = typeof error.$metadata === "object" ? (error.$metadata ?? {}) : {};
  const status = "httpStatusCode" in metadata ? metadata.httpStatusCode : undefined;
  const requestId = "requestId" in metadata ? metadata.requestId : undefined;
  const attempts = "attempts" in metadata ? metadata.attempts : undefined;
  // Modelled errors carry the wire's code beside the class name; for others the name is the code.
  const code = "Code" in error && typeof error.Code === "string" ? error.Code : error.name;
  return {
    code: code.replace(/^Client\.|^Server\./, ""),
    text: error.message,
    attempts: typeof attempts === "number" ? attempts : 1,
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof requestId === "string" ? { requestId } : {}),
  };
}
