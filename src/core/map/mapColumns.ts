import type { CacheSecurityGroup } from "../cacheSecurityGroups/cacheSecurityGroup";
import { asksNobody, noAuth } from "../caches/authentication";
import { type Cache, type CacheName, portsText } from "../caches/cache";
import { joined } from "../joined";
import { count } from "../plural";
import { shownText } from "../shownText";
import { type Target, targetKey } from "../target";
import type { MapColumn, Otherwise } from "./mapData";
import type { TargetFacts } from "./targetFacts";

/** The key of a cache's column. */
export function cacheColumnKey(target: Target, { kind, id }: CacheName): string {
  return [targetKey(target), kind, id].join("\n");
}

/** The key of a cache security group's column. */
export function groupColumnKey(target: Target, name: string): string {
  return [targetKey(target), "cacheSecurityGroup", name].join("\n");
}

/** The column of a cache, with the VPC and the tags of the VPC groups that it has. */
export function cacheColumn(facts: TargetFacts, cache: Cache, otherwise: Otherwise): MapColumn {
  const { target, shown } = facts;
  const groups = (cache.securityGroups ?? []).flatMap(({ id }) => facts.vpcGroup(id) ?? []);
  const vpc = groups.find(({ vpcId }) => vpcId !== undefined)?.vpcId;
  const tags = groups.flatMap((group) => Object.entries(group.tags));
  const unguarded = asksNobody(cache.authentication) === "yes" ? noAuth : "";
  return {
    ...{ key: cacheColumnKey(target, cache), kind: "cache", ...target },
    label: shownText(cache.id),
    detail: shownText(joined(cache.engine, portsText(cache), unguarded)),
    ...(shown.account === undefined ? {} : { account: shown.account }),
    ...(vpc === undefined ? {} : { vpc }),
    tags: [...new Set(tags.map(([name, value]) => shownText(`${name}=${value}`)))],
    ...{ otherwise, isStale: facts.areCachesStale },
  };
}

/** The column of a cache security group. */
export function groupColumn(facts: TargetFacts, { name, grants }: CacheSecurityGroup): MapColumn {
  const { target, shown } = facts;
  return {
    ...{ key: groupColumnKey(target, name), kind: "cacheSecurityGroup", ...target },
    label: shownText(name),
    // Whoever has grants is a cache security group: its name for that would not fit.
    detail: count(grants.length, "grant"),
    ...(shown.account === undefined ? {} : { account: shown.account }),
    ...{ tags: [], otherwise: "no", isStale: facts.areGroupsStale },
  };
}
