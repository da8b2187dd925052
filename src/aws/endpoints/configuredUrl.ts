import type { Environment } from "../../profiles/environment";
import { type Profile, type SharedConfig, textOf } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import type { ServiceId } from "./serviceId";

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
): string | undefined {
  return (
    (environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ||
      environment["AWS_ENDPOINT_URL"] ||
      servicesUrl(service, profile, config)) ??
    textOf(profile.settings, "endpoint_url")
  );
}

/** A profile that names a section which is missing is wrong: going on would send its requests to AWS. */
function servicesUrl(service: ServiceId, profile: Profile, config: SharedConfig): string | undefined {
  const name = profile.settings.get("services");
  if (name === undefined) {
    return undefined;
  }
  const section = typeof name === "string" ? config.services.get(name) : undefined;
  if (!section || section.size === 0) {
    throw credentialsError(
      `Profile ${profile.name} names a services section that is missing or empty. ` +
        "Without it there is no telling where its requests should go, so nothing was sent",
    );
  }
  const settings = section.get(service);
  const url = typeof settings === "object" ? settings.get("endpoint_url") : undefined;
  return url || undefined;
}
