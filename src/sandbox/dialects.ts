/** What EC2 calls the things that go wrong everywhere, by the name they have in the other services. */
const ec2Words = new Map([
  ["AccessDenied", "UnauthorizedOperation"],
  ["AccessDeniedException", "UnauthorizedOperation"],
  ["ExpiredToken", "RequestExpired"],
  ["InternalFailure", "InternalError"],
  ["InvalidClientTokenId", "AuthFailure"],
  ["ServiceUnavailable", "Unavailable"],
  ["SignatureDoesNotMatch", "AuthFailure"],
  ["Throttling", "RequestLimitExceeded"],
]);

/** What services that speak JSON call them. */
const jsonWords = new Map([
  ["AccessDenied", "AccessDeniedException"],
  ["AuthFailure", "UnrecognizedClientException"],
  ["ExpiredToken", "ExpiredTokenException"],
  ["IncompleteSignature", "IncompleteSignatureException"],
  ["InternalError", "InternalServerException"],
  ["InternalFailure", "InternalServerException"],
  ["InvalidClientTokenId", "UnrecognizedClientException"],
  ["MissingAuthenticationToken", "MissingAuthenticationTokenException"],
  ["RequestLimitExceeded", "ThrottlingException"],
  ["SignatureDoesNotMatch", "InvalidSignatureException"],
  ["Throttling", "ThrottlingException"],
  ["Unavailable", "ServiceUnavailable"],
  ["UnauthorizedOperation", "AccessDeniedException"],
]);

const otherWords = new Map([
  ["AuthFailure", "InvalidClientTokenId"],
  ["InternalError", "InternalFailure"],
  ["RequestLimitExceeded", "Throttling"],
  ["Unavailable", "ServiceUnavailable"],
  ["UnauthorizedOperation", "AccessDenied"],
]);

export function isJsonService(service: string): boolean {
  return service === "scheduler" || service === "ssm";
}

/** The code as the service itself would say it, so that one `--fail '*=Throttling'` is right for all of them. */
export function inWordsOf(service: string, code: string): string {
  const words = service === "ec2" ? ec2Words : isJsonService(service) ? jsonWords : otherWords;
  return words.get(code) ?? code;
}
