import type { Environment } from "./environment";
import { inMemoryProfile } from "./inMemoryProfiles";
import type { Profile } from "./profile";

// Names with spaces: in a config file such a name is written in quotes, which hardly anybody does.
export const environmentProfileName = "environment variables";
export const containerProfileName = "container credentials";

const fromVariables = {
  AWS_ACCESS_KEY_ID: "aws_access_key_id",
  AWS_SECRET_ACCESS_KEY: "aws_secret_access_key",
  AWS_SESSION_TOKEN: "aws_session_token",
  AWS_WEB_IDENTITY_TOKEN_FILE: "web_identity_token_file",
  AWS_ROLE_ARN: "role_arn",
  AWS_ROLE_SESSION_NAME: "role_session_name",
} as const;

/**
 * The profiles that the environment makes: one of its keys (or of its web identity, as in a Kubernetes pod), one
 * of the container's endpoint. To be given to `withProfiles` where the files have no profile of that name.
 */
export function environmentProfiles(environment: Environment): readonly Profile[] {
  const region = environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"];
  const withRegion: Record<string, string> = region ? { region } : {};
  const profiles: Profile[] = [];
  const hasKeys = Boolean(environment["AWS_ACCESS_KEY_ID"]);
  if (hasKeys || (environment["AWS_WEB_IDENTITY_TOKEN_FILE"] && environment["AWS_ROLE_ARN"])) {
    const settings = { ...withRegion };
    for (const [variable, setting] of Object.entries(fromVariables)) {
      const value = environment[variable];
      // Keys win over a web identity, as everywhere.
      if (value && setting.startsWith("aws_") === hasKeys) {
        settings[setting] = value;
      }
    }
    profiles.push(inMemoryProfile(environmentProfileName, "environment", settings));
  }
  if (
    environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] ||
    environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"]
  ) {
    profiles.push(inMemoryProfile(containerProfileName, "container", withRegion));
  }
  return profiles;
}
