import { endLine, endTerms, endWords } from "../../core/expiry/endWords";
import { expiryOf } from "../../core/expiry/expiry";
import type { Searched } from "../../core/find/query";
import { joined } from "../../core/joined";
import type { Params } from "../../core/params";
import { cidrOf } from "../../core/rules/cidr";
import { sourceParams } from "../../core/rules/ruleParams";
import { sourceLabel } from "../../core/rules/ruleText";
import { trafficWords } from "../../core/rules/traffic";
import { targetAlone } from "../../core/target";
import type { Expiring } from "../../store/expiry/expiring";
import { sourceNames, vpcGroupName } from "../../store/ruleNames";
import type { State } from "../../store/state";
import { entryKey } from "../../ui/entryKey";
import type { PickItem } from "../../ui/ui";

/** An entry of the list of what ends. What has ended and is there all the same has the bell of its row. */
export function expiringEntry(each: Expiring, state: State): PickItem<Expiring> {
  const { end, profile, region } = each;
  const isOver = end.at <= state.ends.now(each);
  return {
    key: entryKey(each.kind, profile, region, ...names(each)),
    label: labelOf(each, state),
    description: joined(
      wordsOf(each, state),
      ...(each.kind === "rule" && each.rule ? trafficWords(each.rule) : []),
      placeOf(each, state),
      each.kind === "rule" ? each.rule?.description : undefined,
      profile,
      region,
    ),
    detail: endLine(each.end, state.ends.now(each)),
    icon: isOver ? "bell" : "clock",
    value: each,
  };
}

/** What a search for words looks at of it. */
export function searchedOf(each: Expiring, state: State): Searched {
  const { label, description = "" } = expiringEntry(each, state);
  const source = each.kind === "rule" ? each.rule?.source : undefined;
  const isBlock = source?.kind === "cidrIp" || source?.kind === "cidrIpv6";
  const tags = Object.entries(each.kind === "rule" ? (each.rule?.tags ?? {}) : {});
  return {
    shown: `${label} ${description}`,
    terms: [...names(each), ...endTerms(each.end), ...tags.map(([key, value]) => `${key}=${value}`)],
    hosts: [],
    blocks: isBlock ? [cidrOf(source.cidr)].flatMap((block) => block ?? []) : [],
    above: "",
  };
}

/** The fields that name it in the params of Set Expiry and Revoke. */
export function expiringParams(each: Expiring): Params {
  const target = targetAlone(each);
  if (each.kind === "rule") {
    return { ...target, securityGroupId: each.groupId, securityGroupRuleId: each.ruleId };
  }
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = each;
  return { ...target, cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId };
}

/** What a caller gets of it. */
export function expiringValue(each: Expiring, state: Pick<State, "ends">): object {
  return {
    ...expiringParams(each),
    ...(each.kind === "rule" && each.rule ? sourceParams(each.rule.source) : {}),
    expiry: expiryOf(each.end, each.kind === "rule" ? [each.ruleId] : []),
    isOver: each.end.at <= state.ends.now(each),
    isThere: each.isThere,
  };
}

function labelOf(each: Expiring, { vpc }: State): string {
  if (each.kind === "grant") {
    return `${each.ec2SecurityGroupName} of account ${each.ec2SecurityGroupOwnerId}`;
  }
  const { rule, ruleId } = each;
  return rule ? sourceLabel(rule.source, sourceNames(vpc, targetAlone(each), rule)) : ruleId;
}

/** Of what nobody has read, no one knows whether it is still there. */
function wordsOf({ end, isThere, ...target }: Expiring, { ends }: State): string {
  const now = ends.now(target);
  if (end.at > now) {
    return joined(endWords(end.at, now), isThere ? "" : "as this machine remembers");
  }
  return isThere ? endWords(end.at, now) : "expired, not known whether it is still there";
}

function placeOf(each: Expiring, { vpc }: State): string {
  return each.kind === "grant"
    ? each.cacheSecurityGroupName
    : vpcGroupName(vpc, targetAlone(each), each.groupId);
}

function names(each: Expiring): readonly string[] {
  return each.kind === "grant"
    ? [each.cacheSecurityGroupName, each.ec2SecurityGroupName, each.ec2SecurityGroupOwnerId]
    : [each.ruleId, each.groupId];
}
