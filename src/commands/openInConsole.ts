import { type CommandResult, done, failedResult } from "../core/commandResult";
import { consoleAddress } from "../core/consoleAddress";
import { invalidParameter } from "../core/failures/invalidParameter";
import { partitionOf } from "../core/regions";
import { type Target, targetAlone } from "../core/target";
import { type GivenVpc, vpcFields } from "../store/given/vpcFields";
import { shownRegions } from "../store/state";
import type { Command, Params, Services } from "./command";
import { withRead } from "./heads";
import { withTarget } from "./steps/withProfile";

/** Opens the page of the AWS Console about what a row stands for, or about its region. */
export const openInConsole: Command = {
  id: "openInConsole",
  run: (params, services) =>
    withRead(vpcFields(params, services), (given) =>
      withTarget("Open in AWS Console", withRegionOf(params, services), services, (target) =>
        open({ ...given, ...target }, services),
      ),
    ),
};

/** A profile's row names no region: its first is meant. */
function withRegionOf(params: Params, { state }: Services): Params {
  const { profile, region } = params;
  const [first] = typeof profile === "string" && region === undefined ? shownRegions(state, profile) : [];
  return first === undefined ? params : { ...params, region: first };
}

async function open(
  given: Target & Pick<GivenVpc, "cache" | "securityGroupId">,
  { state, aws, ui }: Services,
): Promise<CommandResult> {
  const { cache, securityGroupId, region, profile } = given;
  const target = targetAlone(given);
  const service = securityGroupId === undefined ? "elasticache" : "ec2";
  const endpoint = await (await aws()).configuredEndpoint(target, service);
  if (!endpoint.ok) {
    return failedResult(endpoint.failure);
  }
  if (endpoint.value !== undefined) {
    const why = `Profile ${profile} asks ${endpoint.value}: the AWS Console shows nothing of that`;
    return failedResult(invalidParameter("profile", why));
  }
  const engine = cache && state.caches.find(target, cache)?.engine;
  const address = consoleAddress({ region, securityGroupId, cacheId: cache?.id, engine });
  if (address === undefined) {
    const { partition } = partitionOf(region);
    return failedResult(invalidParameter("region", `The AWS Console of ${partition} is not known here`));
  }
  await ui.openExternal(address);
  return done(address);
}
