import type { Cache } from "../../core/caches/cache";
import { groupIdsOf } from "../../core/caches/membershipChange";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { ofItem } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import { cachesOfGroup } from "../../core/reach/openedCaches";
import { type PortRange, portRanges } from "../../core/rules/ports";
import { type Target, targetKey } from "../../core/target";
import type { State } from "../state";
import { prepareGroup } from "./prepareGroup";
import { vpcFields } from "./vpcFields";

/** A group that is to let somebody in, and the ports of the cache that it was chosen for. */
export interface GroupOfRow {
  readonly target: Target;
  readonly groupId: string;
  readonly ports: readonly PortRange[];
  readonly cache?: Cache;
}

/**
 * The groups that several rows stand for, each once. A cache with several groups is opened through the one that
 * opens the fewest others.
 */
export async function groupsOfRows(
  items: readonly Params[],
  services: { readonly state: State },
): Promise<Outcome<readonly GroupOfRow[]>> {
  const groups = new Map<string, GroupOfRow>();
  for (const [index, params] of items.entries()) {
    const group = await groupOfRow(params, services);
    if (!group.ok) {
      return failed(ofItem(index, group.failure));
    }
    const { target, groupId, ports } = group.value;
    groups.set(JSON.stringify([targetKey(target), groupId, ports]), group.value);
  }
  return succeeded([...groups.values()]);
}

async function groupOfRow(params: Params, services: { readonly state: State }): Promise<Outcome<GroupOfRow>> {
  const group = await groupGiven(params, services);
  if (!group.ok || group.value.ports.length > 0) {
    return group;
  }
  const { cache, groupId } = group.value;
  const why = cache ? `${cache.id} has none yet` : `no cache has ${groupId}`;
  return failed(invalidParameter("fromPort", `The port is not known: ${why}`));
}

/** The group that params stand for. No ports where none are known: of a cache that has none yet, say. */
export async function groupGiven(
  params: Params,
  services: { readonly state: State },
): Promise<Outcome<GroupOfRow>> {
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
  const ports = portRanges([...new Set(caches.flatMap((each) => each.ports ?? []))]);
  return succeeded({ target, groupId, ports, ...(cache ? { cache } : {}) });
}

function leastShared(cache: Cache, all: readonly Cache[]): string | undefined {
  return [...groupIdsOf(cache)].sort(
    (a, b) => cachesOfGroup(all, a).length - cachesOfGroup(all, b).length,
  )[0];
}
