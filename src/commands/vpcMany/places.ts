import type { Cache } from "../../core/caches/cache";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { cachesOfGroup } from "../../core/reach/openedCaches";
import { type PortRange, portRanges } from "../../core/rules/ports";
import { type Target, targetKey } from "../../core/target";
import type { Params, Services } from "../command";
import { invalidParameter } from "../params";
import { vpcFields } from "../vpc/fields";
import { prepareGroup } from "../vpc/prepareGroup";

/** A group that is to let somebody in, and the ports of the cache that it was chosen for. */
export interface AuthorizePlace {
  readonly target: Target;
  readonly groupId: string;
  readonly ports: readonly PortRange[];
  readonly cache?: Cache;
}

/**
 * The groups that several rows stand for, each once. A cache with several groups is opened through the one that
 * opens the fewest others. All must be in one target: a source is one region's.
 */
export async function placesOf(
  items: readonly Params[],
  services: Services,
): Promise<Outcome<readonly AuthorizePlace[]>> {
  const places = new Map<string, AuthorizePlace>();
  for (const [index, params] of items.entries()) {
    const place = await placeOf(params, services);
    if (!place.ok) {
      return failed({ ...place.failure, message: `Item ${index + 1}: ${place.failure.message}` });
    }
    places.set(JSON.stringify([place.value.groupId, place.value.ports]), place.value);
  }
  const found = [...places.values()];
  return new Set(found.map(({ target }) => targetKey(target))).size > 1
    ? failed(invalidParameter("items", "Caches of one profile and one region can be opened at a time"))
    : succeeded(found);
}

async function placeOf(params: Params, services: Services): Promise<Outcome<AuthorizePlace>> {
  const fields = await vpcFields(params, services);
  if (!fields.ok) {
    return fields;
  }
  const { profile, region } = fields.value;
  const prepared = await prepareGroup(fields.value, services);
  if (!prepared.ok) {
    return prepared;
  }
  if (profile === undefined || region === undefined) {
    return failed(invalidParameter("profile", "profile or region is missing"));
  }
  const target = { profile, region };
  const { state } = services;
  const all = state.caches.get(target).value ?? [];
  const cache = fields.value.cache && state.caches.find(target, fields.value.cache);
  const groupId = prepared.value.securityGroupId ?? (cache && leastShared(cache, all));
  if (groupId === undefined) {
    return failed(invalidParameter("securityGroupId", "The security group is missing"));
  }
  const caches = cache ? [cache] : cachesOfGroup(all, groupId);
  const ports = [...new Set(caches.flatMap((each) => each.ports ?? []))];
  const why = cache ? `${cache.id} has none yet` : `no cache has ${groupId}`;
  return ports.length === 0
    ? failed(invalidParameter("fromPort", `The port is not known: ${why}`))
    : succeeded({ target, groupId, ports: portRanges(ports), ...(cache ? { cache } : {}) });
}

function leastShared(cache: Cache, all: readonly Cache[]): string | undefined {
  const ids = (cache.securityGroups ?? []).filter(({ status }) => status !== "removing").map(({ id }) => id);
  return ids.sort((a, b) => cachesOfGroup(all, a).length - cachesOfGroup(all, b).length)[0];
}
