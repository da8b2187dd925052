import type { Credentials as Answered } from "@aws-sdk/client-sts";
import type { Profile } from "../../profiles/profile";
import { FailureError } from "../failures/failureError";
import type { Credentials } from "./credentials";

/** The keys in an answer of STS. */
export function temporaryCredentials(answered: Answered | undefined, profile: Profile): Credentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answered ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) {
    throw new FailureError({
      kind: "protocol",
      message: `STS answered without the credentials that profile ${profile.name} asked for`,
    });
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration ? { expiration: Expiration } : {}),
  };
}
