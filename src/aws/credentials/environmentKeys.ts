import type { Environment } from "../../profiles/environment";
import type { Profile } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import type { Credentials } from "./credentials";
import { sendableKeys } from "./sendableKeys";

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
  const names = {
    accessKeyId: "AWS_ACCESS_KEY_ID",
    secretAccessKey: "AWS_SECRET_ACCESS_KEY",
    sessionToken: "AWS_SESSION_TOKEN",
  };
  const keys = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  return sendableKeys(keys, names, `the environment, which profile ${profile.name} uses,`);
}
