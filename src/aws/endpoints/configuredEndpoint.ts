import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { ServiceName } from "../../core/requests/request";
import type { Target } from "../../core/target";
import { failureOf } from "../failureOf";
import type { AwsHost } from "../host";
import { profileForTarget } from "../profileForTarget";
import { endpointOf } from "./endpointOf";

/** The endpoint that a service's requests for a target go to, when one is configured. Sends nothing. */
export async function configuredEndpoint(
  host: AwsHost,
  target: Target,
  service: ServiceName,
): Promise<Outcome<string | undefined>> {
  try {
    const config = await host.config();
    return succeeded(endpointOf(service, profileForTarget(target, config), config, host.environment).url);
  } catch (error) {
    const operation = { service, action: "any operation", writes: false };
    return failed(failureOf(error, { operation, ...target }));
  }
}
