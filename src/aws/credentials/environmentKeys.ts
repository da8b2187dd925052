import type { Environment } from "../../profiles/environment";
import type { Profile } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import type { Credentials } from "./credentials";

/** `AWS_ACCESS_KEY_ID` and its companions, for a role whose `credential_source` is Environment. */
export function environmentKeys(profile: Profile, environment: Environment): Credentials {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = environment;
  if (!accessKeyId || !secretAccessKey) {
    throw credentialsError(
      `Profile ${profile.name} takes its credentials from the environment, where AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set`,
    );
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}
