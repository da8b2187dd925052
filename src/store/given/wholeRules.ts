import type { CacheName } from "../../core/caches/cache";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { RuleContent } from "../../core/rules/rule";
import { hasPorts } from "../../core/rules/traffic";
import type { Target } from "../../core/target";
import type { State } from "../state";
import { groupGiven } from "./groupsOfRows";
import { givenVpcIngress } from "./vpcIngress";

/** Rules that params name whole, in one group. */
interface WholeRules extends Target {
  readonly groupId: string;
  readonly rules: readonly RuleContent[];
  readonly tags: Readonly<Record<string, string>>;
  readonly tagsAreWanted: boolean;
  readonly cache?: CacheName;
}

/**
 * The rules that params stand for, with nobody to ask: on the ports of the cache where none are given, in the group
 * of the cache that opens the fewest others where none is.
 */
export async function wholeRules(
  params: Params,
  services: { readonly state: State },
): Promise<Outcome<WholeRules>> {
  const given = await givenVpcIngress(params, services);
  if (!given.ok) {
    return given;
  }
  const { source, protocol, ports: asked, description, tags } = given.value;
  if (source === undefined) {
    const fields = "cidrIp, cidrIpv6, sourceSecurityGroupId or prefixListId";
    return failed(invalidParameter("cidrIp", `The source is missing: ${fields}`));
  }
  const group = await groupGiven(params, services);
  if (!group.ok) {
    return group;
  }
  const { target, groupId, cache, ports: known } = group.value;
  const content = { source, protocol, ...(description ? { description } : {}) };
  const ports = asked ? [asked] : known;
  if (hasPorts(protocol) && ports.length === 0) {
    return failed(invalidParameter("fromPort", "The port is missing, and no cache with the group tells one"));
  }
  return succeeded({
    ...target,
    groupId,
    rules: hasPorts(protocol) ? ports.map((range) => ({ ...content, ...range })) : [{ ...content, ...asked }],
    tags: tags ?? {},
    tagsAreWanted: tags !== undefined,
    ...(cache ? { cache: { kind: cache.kind, id: cache.id } } : {}),
  });
}
