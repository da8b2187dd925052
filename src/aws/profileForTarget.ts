import type { Target } from "../core/target";
import type { Profile, SharedConfig } from "../profiles/profile";
import { credentialsError, FailureError } from "./failures/failureError";

/** The target's profile. Throws where there is none, where half of what is said about it cannot be read, and where the region could not be part of a host name. */
export function profileForTarget({ profile: name, region }: Target, config: SharedConfig): Profile {
  const profile = config.profiles.get(name);
  if (!profile) {
    throw credentialsError(`There is no profile ${name} in the AWS configuration`);
  }
  if (profile.origin === "files" && config.unreadConfig !== undefined) {
    throw credentialsError(
      `${config.unreadConfig} cannot be read, so it is not known where the requests of profile ${name} are to go. Nothing was sent`,
    );
  }
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(region)) {
    throw new FailureError({
      kind: "invalidParameter",
      message: whyNoRegion(region),
    });
  }
  return profile;
}

/** In a file of settings a line that is indented goes on with the one before. */
function whyNoRegion(region: string): string {
  if (region === "") {
    return "No region was named";
  }
  const goesOn = region.includes("\n")
    ? ". In the file the line below it is indented, and so a part of it"
    : "";
  return `${region} cannot be the name of a region${goesOn}. Nothing was sent`;
}
