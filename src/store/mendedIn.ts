import type { Failure } from "../core/failures/failures";
import type { Profile } from "../profiles/profile";

/** One of the AWS files, as context values and commands name it. */
export type AwsFile = "configFile" | "credentialsFile";

/** Which of the AWS files mends what is wrong with the credentials: where no sign-in does. */
export function mendedIn({ kind, remedy }: Failure, profile: Profile | undefined): AwsFile | undefined {
  if (kind !== "credentials" || remedy !== undefined || profile?.origin !== "files") {
    return undefined;
  }
  return profile.inCredentialsFile ? "credentialsFile" : "configFile";
}
