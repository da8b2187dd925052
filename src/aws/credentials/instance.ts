import { fromInstanceMetadata } from "@aws-sdk/credential-providers";
import type { Profile } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import type { Credentials } from "./credentials";

/**
 * What the metadata service of an EC2 instance gives, asked only by a role whose `credential_source` says so.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
 */
export async function instanceCredentials(profile: Profile): Promise<Credentials> {
  try {
    return await fromInstanceMetadata({ timeout: 1_000, maxRetries: 1 })();
  } catch {
    throw credentialsError(
      `Profile ${profile.name} takes its credentials from an EC2 instance, whose metadata service gave none here`,
    );
  }
}
