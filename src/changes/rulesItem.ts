import type { CacheName } from "../core/caches/cache";
import { endText } from "../core/expiry/givenEnd";
import type { RuleContent } from "../core/rules/rule";
import { ruleParams } from "../core/rules/ruleParams";
import { type Target, targetAlone } from "../core/target";
import type { Ending } from "./expiry/ruleEnd";

/** Rules to be made in one group: one request, all of them or none. */
export interface RulesItem extends Target, Ending {
  readonly groupId: string;
  readonly rules: readonly RuleContent[];
  readonly tags: Readonly<Record<string, string>>;
  /** Whether the tags were asked for: then the rules are not made without them. */
  readonly tagsAreWanted: boolean;
  /** Whether the permission was asked for already: a dry run proves the same twice. */
  readonly isPermitted?: boolean;
  /** The cache that the way to the rules leads through in the tree. */
  readonly cache?: CacheName;
}

/** What the journal keeps of them: as the fields of Authorize VPC Ingress have it, but for several rules. */
export function keptRules({
  groupId,
  rules,
  tags,
  tagsAreWanted,
  cache,
  expires,
  ...item
}: RulesItem): object {
  return {
    ...targetAlone(item),
    securityGroupId: groupId,
    rules: rules.map(ruleParams),
    tags,
    tagsAreWanted,
    ...(cache ? { cacheKind: cache.kind, cacheId: cache.id } : {}),
    ...(expires ? { expires: endText(expires) } : {}),
  };
}
