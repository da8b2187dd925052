import { FailureError } from "../failures/failureError";

/**
 * The input of a request, refused where half a character, an unpaired surrogate, stands in it. That cannot be
 * sent, and the SDK's serializer that fails at it keeps what it has written so far and puts it before the next
 * request's parameters.
 */
export function unbroken<I extends object>(input: I): I {
  for (const [field, value] of Object.entries(input)) {
    if (isBroken(value)) {
      throw new FailureError({
        kind: "invalidParameter",
        field,
        message: `${field} holds half of a character, which cannot be sent. Nothing was sent.`,
      });
    }
  }
  return input;
}

function isBroken(value: unknown): boolean {
  if (typeof value === "object" && value !== null) {
    return Object.values(value).some(isBroken);
  }
  return typeof value === "string" && /\p{Surrogate}/u.test(value);
}
