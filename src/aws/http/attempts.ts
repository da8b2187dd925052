/** How an attempt ended that was not the last word: the SDK tries again after these. */
export type AttemptEnd =
  | { readonly answered: true; readonly code: string; readonly status: number; readonly requestId?: string }
  | { readonly answered: false; readonly error: unknown };

/** What became of the attempts of one request, first and retried. */
export class Attempts {
  count = 0;
  /** Whether the service may have received one of them, so that a change may have been made. */
  received = false;
  /** Host and port that were asked. */
  endpoint: string | undefined;
  /** How the latest attempt failed; nothing while one is under way. */
  failed: AttemptEnd | undefined;

  /** Begins with the call's next request. */
  reset(): void {
    this.count = 0;
    this.received = false;
    this.failed = undefined;
  }

  begin(endpoint: string): void {
    this.count++;
    this.endpoint = endpoint;
    this.failed = undefined;
  }
}

const byCall = new WeakMap<AbortSignal, Attempts>();

/**
 * The attempts of the call under way that a signal belongs to: the signal is the one thing of a call that the SDK hands
 * down to its request handler.
 */
export function attemptsOf(signal: AbortSignal): Attempts {
  let attempts = byCall.get(signal);
  if (!attempts) {
    attempts = new Attempts();
    byCall.set(signal, attempts);
  }
  return attempts;
}

// What a connection can fail with before a byte of the request is on its way.
const beforeSending = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "EPROXY",
]);

/** Whether an attempt that failed like this may have reached the service all the same. */
export function mayHaveArrived(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "string") {
    // The handler's own time-out for connecting has no code, and says so in its text alone.
    return !(error instanceof Error && error.name === "TimeoutError" && /connect/i.test(error.message));
  }
  return !beforeSending.has(code) && !isTlsCode(code);
}

/** The codes of Node and OpenSSL for a certificate or a handshake that is refused. */
export function isTlsCode(code: string): boolean {
  return /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO$)/.test(
    code,
  );
}
