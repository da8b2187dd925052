import { asksNobody } from "../../core/caches/authentication";
import type { Cache, GroupMembership } from "../../core/caches/cache";
import type { Searched } from "../../core/find/query";
import type { Rule } from "../../core/rules/rule";
import { sourceText } from "../../core/rules/ruleText";
import { trafficWords } from "../../core/rules/traffic";
import type { Target } from "../../core/target";
import type { ThreeValued } from "../../core/threeValued";
import { sourceNames } from "../../store/ruleNames";
import type { State } from "../../store/state";
import type { Listed } from "../fit";
import { searchedCache } from "./searchedCache";

/** Whom a cache lets in, in one word. */
export type Access = "public" | "open" | "restricted" | "notKnown";

export interface ListedCache extends Listed {
  readonly access: Access;
  /** Whether it asks nobody who they are. */
  readonly asksNobody: ThreeValued;
  readonly searched: Searched;
}

/** More rules of one group are counted. */
const mostRules = 20;

/** A cache with whom it lets in, and the ids to ask on with. */
export function listedCache(target: Target, cache: Cache, state: State): ListedCache {
  const access = accessOf(target, cache, state);
  const nobody = asksNobody(cache.authentication);
  const brief = {
    ...target,
    cacheKind: cache.kind,
    cacheId: cache.id,
    access,
    withoutAuthentication: nobody,
  };
  return {
    access,
    asksNobody: nobody,
    brief,
    whole: {
      ...brief,
      engine: cache.engine,
      status: cache.status,
      ports: cache.ports ?? "notKnown",
      encryptionInTransit: cache.encryptionInTransit,
      securityGroups:
        cache.securityGroups?.map((membership) => listedMembership(target, membership, state)) ??
        (cache.isPublic ? [] : "notKnown"),
      ...(cache.cacheSecurityGroups.length > 0 ? { cacheSecurityGroups: cache.cacheSecurityGroups } : {}),
    },
    searched: searchedCache(target, cache, access, state),
  };
}

function accessOf(target: Target, cache: Cache, { vpc }: State): Access {
  if (cache.isPublic) {
    return "public";
  }
  const { answer } = vpc.openness(target, cache);
  return answer === "yes" ? "open" : answer === "no" ? "restricted" : "notKnown";
}

/** A VPC group of a cache, with the rules in it that let somebody in, on whatever ports. */
function listedMembership(target: Target, { id, status }: GroupMembership, state: State): object {
  const name = state.vpc.group(target, id)?.name;
  const rules = state.vpc.rules(target, id);
  const more = (rules?.length ?? 0) - mostRules;
  return {
    securityGroupId: id,
    ...(name === undefined ? {} : { name }),
    ...(status === "active" ? {} : { status }),
    letsIn: rules?.slice(0, mostRules).map((rule) => listedRule(target, rule, state)) ?? "notKnown",
    ...(more > 0 ? { moreRules: more } : {}),
  };
}

/** With the id by which it is revoked, and when it ends where that is known. */
function listedRule(target: Target, rule: Rule, { vpc, ends }: State): object {
  const end = ends.ofRule(target, rule);
  return {
    source: sourceText(rule.source, sourceNames(vpc, target, rule)),
    traffic: trafficWords(rule).filter(Boolean).join(" "),
    ...(rule.id === undefined ? {} : { securityGroupRuleId: rule.id }),
    ...(end ? { expires: new Date(end.at).toISOString() } : {}),
    ...(rule.description === undefined ? {} : { description: rule.description }),
  };
}
