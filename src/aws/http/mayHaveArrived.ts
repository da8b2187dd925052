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
