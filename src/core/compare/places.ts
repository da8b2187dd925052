import type { CacheSecurityGroup } from "../cacheSecurityGroups/cacheSecurityGroup";
import { grantKey } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Cache } from "../caches/cache";
import { letsIn, portsCovered } from "../reach/openedCaches";
import { portRanges } from "../rules/ports";
import type { KnownPrefixLists } from "../rules/prefixLists";
import { type Rule, sourceKey } from "../rules/rule";
import { type SourceNames, sourceLabel } from "../rules/ruleText";
import type { LetIn, Place } from "./moment";

/** What is known of rules beside the caches. */
export interface Rules {
  /** `undefined` where they were not read. */
  readonly ofGroup: (groupId: string) => readonly Rule[] | undefined;
  readonly namesOf: (rule: Rule) => SourceNames;
  readonly lists: KnownPrefixLists;
  /** Why some could not be read, where some could not. */
  readonly failure?: string;
}

/** A cache, with the sources that its groups' rules let in on its ports. */
export function cachePlace(cache: Cache, rules: Rules): Place {
  const name = { cacheKind: cache.kind, cacheId: cache.id };
  if (cache.isPublic) {
    return { name, letsIn: [{ key: "public", text: "anybody on the internet with elasticache:Connect" }] };
  }
  const groups = cache.securityGroups?.filter(({ status }) => status !== "removing");
  const read = groups?.map(({ id }) => rules.ofGroup(id));
  const here = (read ?? []).flatMap((some) => some ?? []).filter((rule) => letsIn(cache, rule, rules.lists));
  const notKnown = whyNotKnown(cache, read, rules);
  return {
    name,
    letsIn: distinct(here.map((rule) => letInBy(rule, cache, rules))),
    ...(notKnown === undefined ? {} : { notKnown }),
  };
}

function whyNotKnown(
  { securityGroups, ports }: Cache,
  read: readonly (readonly Rule[] | undefined)[] | undefined,
  { failure }: Rules,
): string | undefined {
  if (securityGroups === undefined) {
    return "its security groups are not known";
  }
  if (ports === undefined) {
    return "its port is not known yet";
  }
  // A list that was read before, and not now, may be another by now.
  return failure ?? (read?.includes(undefined) ? "its rules were not read" : undefined);
}

/** By the ports of the cache that the rule covers: what else it covers lets nobody in here. */
function letInBy(rule: Rule, cache: Cache, { namesOf }: Rules): LetIn {
  const ports = portRanges(portsCovered(cache, rule))
    .map(({ fromPort, toPort }) => (fromPort === toPort ? `${fromPort}` : `${fromPort}-${toPort}`))
    .join(", ");
  return {
    key: `${sourceKey(rule.source)} ${ports}`,
    text: `${sourceLabel(rule.source, namesOf(rule))} on ${ports}`,
  };
}

/** A cache security group, with the EC2 security groups that it lets in. */
export function groupPlace({ name, grants }: CacheSecurityGroup): Place {
  return {
    name: { cacheSecurityGroupName: name },
    letsIn: grants
      .filter(({ status }) => status !== "revoking")
      .map((grant) => ({
        key: grantKey(grant),
        text: `${grant.ec2SecurityGroupName} of account ${grant.ec2SecurityGroupOwnerId}`,
      })),
  };
}

function distinct(all: readonly LetIn[]): readonly LetIn[] {
  return [...new Map(all.map((each) => [each.key, each])).values()];
}
