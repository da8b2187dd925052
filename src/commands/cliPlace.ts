import type { CliCall, CliPlace } from "../core/formats/cli";
import { type Outcome, succeeded } from "../core/outcome";
import type { ServiceName } from "../core/requests/request";
import type { Target } from "../core/target";
import type { Services } from "./command";

/** Whom a copied line of the AWS CLI is to ask, and as whom: what this window would do. */
export async function cliPlace(
  target: Target,
  service: ServiceName,
  services: Pick<Services, "aws" | "state">,
): Promise<Outcome<CliPlace>> {
  const endpoint = await (await services.aws()).configuredEndpoint(target, service);
  return endpoint.ok
    ? succeeded({
        target,
        ...(endpoint.value === undefined ? {} : { endpoint: endpoint.value }),
        ...sandboxKeys(target.profile, services),
      })
    : endpoint;
}

/** A call as it is made in a target: at its endpoint, and with the sandbox's keys where the target is there. */
export async function callAt(
  target: Target,
  call: Omit<CliCall, "target">,
  services: Services,
): Promise<Outcome<CliCall>> {
  const place = await cliPlace(target, call.service, services);
  return place.ok ? succeeded({ ...call, ...place.value }) : place;
}

/**
 * The built-in sandbox's profiles are in no file that the CLI could read, so its keys, which are the same in
 * every sandbox and open nothing else, go along. A profile of the files is only ever named.
 */
function sandboxKeys(profile: string, { state }: Pick<Services, "state">) {
  const found = state.profiles.get(profile);
  if (found?.origin !== "sandbox") {
    return {};
  }
  const key = (name: string) => String(found.settings.get(name));
  return {
    environment: {
      AWS_ACCESS_KEY_ID: key("aws_access_key_id"),
      AWS_SECRET_ACCESS_KEY: key("aws_secret_access_key"),
    },
  };
}
