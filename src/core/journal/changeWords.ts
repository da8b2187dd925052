import { type HistoryEntry, windowEnded } from "../history";
import { isObject } from "../isObject";

/** A change as it is read and said: what it was about, and what it did where it was carried out. */
export interface ChangeWords {
  readonly label: string;
  readonly spoken: string;
  /** "authorized" */
  readonly done: string;
}

type What = HistoryEntry["what"];

/** Each operation that the history knows, by its name at AWS. One that it does not know is named as it is. */
const known: Readonly<Record<string, (what: What) => ChangeWords>> = {
  AuthorizeCacheSecurityGroupIngress: (what) => grant(what, "authorized"),
  RevokeCacheSecurityGroupIngress: (what) => grant(what, "revoked"),
  CreateCacheSecurityGroup: (what) => group(what, "created"),
  DeleteCacheSecurityGroup: (what) => group(what, "deleted"),
  AuthorizeSecurityGroupIngress: (what) => {
    const [sources, into] = [sourcesOf(what).join(", "), text(what["GroupId"])];
    return { label: `${sources} → ${into}`, spoken: `${sources} in VPC group ${into}`, done: "authorized" };
  },
  RevokeSecurityGroupIngress: (what) => {
    const [rules, of] = [textsIn(what["SecurityGroupRuleIds"]).join(", "), text(what["GroupId"])];
    return { label: `${rules} of ${of}`, spoken: `Rule ${rules} of VPC group ${of}`, done: "revoked" };
  },
  ModifyCacheCluster: (what) => membership(what, "CacheClusterId"),
  ModifyReplicationGroup: (what) => membership(what, "ReplicationGroupId"),
  ModifyServerlessCache: (what) => membership(what, "ServerlessCacheName"),
};

/** What a change was, in words. */
export function changeWords({ action, what }: Pick<HistoryEntry, "action" | "what">): ChangeWords {
  const words = Object.hasOwn(known, action) ? known[action]?.(what) : undefined;
  const named = Object.values(what).filter((value) => typeof value === "string");
  return words ?? { label: named.join(" · ") || action, spoken: [action, ...named].join(", "), done: action };
}

/** How a change ended: "authorized", "failed, AccessDenied", "in doubt, the window ended before the answer". */
export function endWords({ action, what, outcome, failure }: Omit<HistoryEntry, "time" | "target">): string {
  const code = failure?.code === undefined ? "" : `, ${failure.code}`;
  switch (outcome) {
    case "done":
      return changeWords({ action, what }).done;
    case "unchanged":
      return "was so already";
    case "underWay":
      return "under way";
    case "failed":
      return `failed${code}`;
    case "inDoubt":
      return failure?.kind === windowEnded ? "in doubt, its window ended" : `in doubt${code}`;
  }
}

function grant(what: What, done: string): ChangeWords {
  const [source, into] = [text(what["EC2SecurityGroupName"]), text(what["CacheSecurityGroupName"])];
  const owner = text(what["EC2SecurityGroupOwnerId"]);
  return {
    label: `${source} → ${into}`,
    spoken: `EC2 security group ${source} of account ${owner} in cache security group ${into}`,
    done,
  };
}

function group(what: What, done: string): ChangeWords {
  const name = text(what["CacheSecurityGroupName"]);
  return { label: name, spoken: `Cache security group ${name}`, done };
}

/** The API replaces the whole list of a cache's VPC groups. */
function membership(what: What, field: string): ChangeWords {
  const [cache, groups] = [text(what[field]), textsIn(what["SecurityGroupIds"]).join(", ")];
  return { label: cache, spoken: `Cache ${cache}`, done: `VPC groups set to ${groups}` };
}

/** Whom the rules of AuthorizeSecurityGroupIngress let in. */
function sourcesOf(what: What): readonly string[] {
  const names = ["GroupId", "CidrIp", "CidrIpv6", "PrefixListId"];
  return list(what["IpPermissions"])
    .filter(isObject)
    .flatMap((permission) => Object.values(permission).flatMap(list).filter(isObject))
    .flatMap((source) => names.map((name) => source[name]))
    .filter((name) => typeof name === "string");
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsIn(value: unknown): readonly string[] {
  return list(value).filter((each) => typeof each === "string");
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "?";
}
