import type { Failure } from "../../core/failures/failures";
import type { FailedCall } from "./call";
import { meansExpired } from "./codes";
import type { ServiceError } from "./serviceError";
import { isClockSkew } from "./serviceText";

/** What is wrong with the credentials that a service refused, and what mends it. */
export function credentialsText(
  error: ServiceError,
  call: FailedCall,
): Pick<Failure, "message" | "label" | "remedy"> {
  const { profile, remedy } = call;
  const mend = remedy
    ? `Run ${remedy}, then refresh.`
    : `Put valid credentials where profile ${profile} takes its own from, then refresh.`;
  const withRemedy = (label: string, message: string): Pick<Failure, "message" | "label" | "remedy"> => ({
    label,
    message: `${message} ${mend}`,
    ...(remedy ? { remedy } : {}),
  });
  if (meansExpired(error.code, error.text)) {
    return withRemedy(
      remedy ? "Sign-in expired" : "Credentials expired",
      `The credentials of profile ${profile} have expired.`,
    );
  }
  if (isClockSkew(error)) {
    return {
      label: "Computer's clock is off",
      message: `The clock of this computer is too far off for AWS to accept a request of profile ${profile}. Set the clock, then refresh.`,
    };
  }
  switch (error.code) {
    case "SignatureDoesNotMatch":
    case "InvalidSignatureException":
      return withRemedy(
        "Secret key not accepted",
        `The secret access key of profile ${profile} does not belong to its access key ID.`,
      );
    default:
      return withRemedy(
        "Access key not accepted",
        `AWS does not accept the access key of profile ${profile}. It may have been deleted.`,
      );
  }
}
