import type { Environment } from "../../profiles/environment";
import { type Profile, type SharedConfig, textOf } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import type { ServiceId } from "./serviceId";

/** A URL, and the setting or the variable that it stands in. */
export interface ConfiguredUrl {
  readonly url: string;
  readonly setting: string;
}

/**
 * The endpoint URL that is configured for a service, in botocore's order (`ConfiguredEndpointProvider`): the
 * environment's for the service, the environment's for all, the `services` section's, the profile's own.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function configuredUrl(
  service: ServiceId,
  profile: Profile,
  config: SharedConfig,
  environment: Environment,
): ConfiguredUrl | undefined {
  for (const setting of [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, "AWS_ENDPOINT_URL"]) {
    const url = environment[setting];
    if (url) {
      return { url, setting };
    }
  }
  const url = textOf(profile.settings, "endpoint_url");
  return (
    servicesUrl(service, profile, config) ??
    (url === undefined ? undefined : { url, setting: "endpoint_url" })
  );
}

/** A profile that names a section which is missing is wrong: going on would send its requests to AWS. */
function servicesUrl(service: ServiceId, profile: Profile, config: SharedConfig): ConfiguredUrl | undefined {
  const name = profile.settings.get("services");
  if (name === undefined) {
    return undefined;
  }
  const section = typeof name === "string" ? config.services.get(name) : undefined;
  if (!section || section.size === 0) {
    const named = typeof name === "string" ? `services = ${name}, which is [services ${name}]` : "services";
    throw credentialsError(
      `Profile ${profile.name} names a services section that is missing or empty: ${named} in the config file. ` +
        "Without it there is no telling where its requests should go, so nothing was sent",
    );
  }
  const settings = section.get(service);
  const url = typeof settings === "object" ? settings.get("endpoint_url") : undefined;
  return url ? { url, setting: `endpoint_url of ${service} in [services ${String(name)}]` } : undefined;
}
