import { type Profile, type ProfileSettings, textOf } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import type { Credentials } from "./credentials";
import { sendableKeys } from "./sendableKeys";
import { sectionOf } from "./settingWords";

/** `aws_access_key_id`, `aws_secret_access_key` and perhaps `aws_session_token`, all from one place. */
export function staticKeys(profile: Profile, settings: ProfileSettings): Credentials {
  const accessKeyId = textOf(settings, "aws_access_key_id");
  const secretAccessKey = textOf(settings, "aws_secret_access_key");
  const older = textOf(settings, "aws_security_token");
  const sessionToken = older ?? textOf(settings, "aws_session_token");
  if (!accessKeyId || !secretAccessKey) {
    const given = accessKeyId ? "aws_access_key_id" : "aws_secret_access_key";
    const missing = accessKeyId ? "aws_secret_access_key" : "aws_access_key_id";
    throw credentialsError(
      `Profile ${profile.name} has no ${missing} in ${sectionOf(profile, given)}${accessKeyId || secretAccessKey ? `, only ${given}` : ""}`,
    );
  }
  const names = {
    accessKeyId: "aws_access_key_id",
    secretAccessKey: "aws_secret_access_key",
    sessionToken: older ? "aws_security_token" : "aws_session_token",
  };
  const keys = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  return sendableKeys(keys, names, `profile ${profile.name}`);
}
