import type { Settings } from "../settings";
import type { Failure } from "./failures";

/** Read-only mode's answer to any change, before anything is asked or sent. */
export function readOnlyFailure(settings: Settings): Failure | undefined {
  return settings.readOnly
    ? {
        kind: "readOnly",
        message: "Read-only mode is on, so nothing was changed. The setting is elasticacheAccess.readOnly",
      }
    : undefined;
}

/** A protected profile's answer where its name was not typed. */
export function protectedFailure(profile: string): Failure {
  return {
    kind: "protected",
    message: `${profile} is a protected profile, so nothing was changed. The setting is elasticacheAccess.protectedProfiles`,
  };
}
