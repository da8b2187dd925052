import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { ServiceName } from "../../core/requests/request";
import type { Target } from "../../core/target";
import type { CallParts } from "../call/parts";
import { failureOf } from "../failureOf";
import { profileForTarget } from "../profileForTarget";
import { redactedFailure } from "../secrets/redactedFailure";
import { endpointOf } from "./endpointOf";

/** The endpoint that a service's requests for a target go to, when one is configured. Sends nothing. */
export async function configuredEndpoint(
  { host, secrets }: Pick<CallParts, "host" | "secrets">,
  target: Target,
  service: ServiceName,
): Promise<Outcome<string | undefined>> {
  try {
    const config = await host.config();
    secrets.addConfigured(config, host.environment, host.network?.());
    return succeeded(endpointOf(service, profileForTarget(target, config), config, host.environment).url);
  } catch (error) {
    const operation = { service, action: "any operation", writes: false };
    return failed(
      redactedFailure(failureOf(error, { operation, ...target }), (text) => secrets.redact(text)),
    );
  }
}
