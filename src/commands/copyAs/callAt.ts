import type { CliCall } from "../../core/formats/cli";
import { type Outcome, succeeded } from "../../core/outcome";
import type { Target } from "../../core/target";
import { cliPlace } from "../cliPlace";
import type { Services } from "../command";

/** A call as it is made in a target: at its endpoint, and with the sandbox's keys where the target is there. */
export async function callAt(
  target: Target,
  call: Omit<CliCall, "target">,
  services: Services,
): Promise<Outcome<CliCall>> {
  const place = await cliPlace(target, call.service, services);
  return place.ok ? succeeded({ ...call, ...place.value }) : place;
}
