import type { Environment } from "../../profiles/environment";
import type { Profile, SharedConfig } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import { type ConfiguredUrl, configuredUrl } from "./configuredUrl";
import type { ServiceId } from "./serviceId";

/** Where the requests of one profile to one service go. */
export interface Endpoint {
  /** Configured by the user. Without it, the service's own endpoint of the region. */
  readonly url?: string;
  readonly fips: boolean;
  readonly dualstack: boolean;
}

/**
 * Resolves a profile's endpoint as botocore does. The SDK must never do it itself: it would send one profile's
 * requests to the endpoint of `[default]`. The built-in sandbox's profiles listen to nothing but their own
 * settings. Throws where the configuration is wrong.
 */
export function endpointOf(
  service: ServiceId,
  profile: Profile,
  config: SharedConfig,
  environment: Environment,
): Endpoint {
  const variables = profile.origin === "sandbox" ? {} : environment;
  const flag = (variable: string, setting: string): boolean =>
    isTrue(variables[variable] ?? profile.settings.get(setting));
  const fips = flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
  const dualstack = flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
  if (flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")) {
    return { fips, dualstack };
  }
  const configured = configuredUrl(service, profile, config, variables);
  // An endpoint of one's own has no variants: botocore takes it as it is, and the SDK would refuse the two together.
  return configured === undefined
    ? { fips, dualstack }
    : { url: checkedUrl(configured, profile), fips: false, dualstack: false };
}

// botocore.utils.ensure_boolean: nothing but "true", in any case, is true.
function isTrue(value: unknown): boolean {
  return typeof value === "string" && value.toLowerCase() === "true";
}

function checkedUrl({ url, setting }: ConfiguredUrl, profile: Profile): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.hostname === "") {
    throw credentialsError(
      `The endpoint URL of profile ${profile.name} is not one: ${shownSetting(setting, url)}. ` +
        "It needs http:// or https:// and a host; nothing was sent",
    );
  }
  return url;
}

/** A user, a password or a query in a URL is nobody's business. */
function shownSetting(setting: string, url: string): string {
  return /[@?]/.test(url) ? `that of ${setting}` : `${setting} = ${url}`;
}
