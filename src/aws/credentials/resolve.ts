import { credentialsError } from "../failures/failureError";
import type { Secrets } from "../secrets";
import { credentialKind } from "./credentialKind";
import { staticKeys } from "./staticKeys";
import type { Resolve } from "./store";

/** Gets a profile's credentials from where its settings say, and from nowhere else. */
export function resolver(secrets: Secrets): Resolve {
  return async (profile, request) => {
    const kind = credentialKind(profile, request.use);
    switch (kind.kind) {
      case "static": {
        const keys = staticKeys(profile, kind.keys);
        secrets.addCredentials(keys);
        return keys;
      }
      default:
        throw credentialsError(`Profile ${profile.name} has no credentials`);
    }
  };
}
