import { paramOf } from "../../core/requests/paramNames";
import { FailureError } from "../failures/failureError";

/**
 * The input of a request, refused where half a character, an unpaired surrogate, stands in it. That cannot be
 * sent, and the SDK's serializer that fails at it keeps what it has written so far and puts it before the next
 * request's parameters.
 */
export function unbroken<I extends object>(input: I): I {
  const name = brokenField(input);
  if (name === undefined) {
    return input;
  }
  const field = paramOf(name);
  throw new FailureError({
    kind: "invalidParameter",
    ...(field === undefined ? {} : { field }),
    message: `${name} holds half of a character, which cannot be sent. Nothing was sent.`,
  });
}

/** The name of the innermost parameter that holds one; entries of a list go by the list's name. */
function brokenField(value: object, list = ""): string | undefined {
  for (const [key, each] of Object.entries(value)) {
    const name = Array.isArray(value) ? list : key;
    const found =
      typeof each === "object" && each !== null
        ? brokenField(each, name)
        : typeof each === "string" && /\p{Surrogate}/u.test(each)
          ? name
          : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
