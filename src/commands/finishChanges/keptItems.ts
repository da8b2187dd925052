import type { GrantEndItem } from "../../changes/expiry/setGrantEnds";
import type { RuleEndItem } from "../../changes/expiry/setRuleEnds";
import type { MembershipItem } from "../../changes/membershipItem";
import type { PlannedRulesItem } from "../../changes/plannedRules";
import type { RuleItem } from "../../changes/revokeQuestion";
import type { RulesItem } from "../../changes/rulesItem";
import type { GivenEnd } from "../../core/expiry/givenEnd";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { cacheNamed } from "../../core/given/cacheNamed";
import { type Complete, type Field, ingressFields } from "../../core/given/fields";
import { ruleFields } from "../../core/given/ruleFields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { givenTags } from "../../core/rules/givenTags";
import type { RuleContent } from "../../core/rules/rule";
import { trafficOf } from "../../core/rules/traffic";
import type { Target } from "../../core/target";
import { givenEnd } from "../../store/given/expires";
import { readItems } from "../../store/given/fields";
import type { Params, Services } from "../command";

const groupOfRules = ["profile", "region", "securityGroupId"] as const;

/** Rules that were to be made in one group. */
export async function newRulesItem(params: Params, services: Services): Promise<Outcome<RulesItem>> {
  const group = await complete(params, groupOfRules, services);
  const tags = givenTags(params["tags"]);
  if (!group.ok || !tags.ok) {
    return group.ok ? failed(invalidParameter("tags", tags.ok ? "" : tags.message)) : group;
  }
  const { profile, region, securityGroupId: groupId } = group.value;
  const rules = rulesOf(params["rules"], region);
  if (!rules.ok) {
    return rules;
  }
  const cache = cacheNamed(params);
  const end = givenEnd(params, { profile, region }, services.state);
  if (!end.ok) {
    return end;
  }
  return succeeded({
    ...(end.value ? { expires: end.value } : {}),
    ...{ profile, region, groupId, rules: rules.value, tags: tags.tags ?? {} },
    tagsAreWanted: params["tagsAreWanted"] === true,
    ...(cache ? { cache } : {}),
  });
}

/** The same in the place of a grant. */
export async function plannedRulesItem(
  params: Params,
  services: Services,
): Promise<Outcome<PlannedRulesItem>> {
  const rules = await newRulesItem(params, services);
  const ingress = await complete(params, ingressFields, services);
  if (!rules.ok || !ingress.ok) {
    return rules.ok ? (ingress.ok ? failed(invalidParameter("items", "")) : ingress) : rules;
  }
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = ingress.value;
  return succeeded({
    ...rules.value,
    cacheSecurityGroupName,
    grant: { ec2SecurityGroupName, ec2SecurityGroupOwnerId },
  });
}

/** A rule that was to be revoked, and what it was read as where that is known. */
export async function revokedRuleItem(params: Params, services: Services): Promise<Outcome<RuleItem>> {
  const named = await complete(params, [...groupOfRules, "securityGroupRuleId"], services);
  if (!named.ok) {
    return named;
  }
  const { profile, region, securityGroupId: groupId, securityGroupRuleId: ruleId } = named.value;
  const item = { profile, region, groupId, ruleId };
  const tags = givenTags(params["tags"]);
  const read = params["rule"] === undefined ? undefined : rulesOf([params["rule"]], region);
  const content = read?.ok ? read.value[0] : undefined;
  return succeeded(
    content && tags.ok ? { ...item, rule: { ...content, id: ruleId, groupId, tags: tags.tags ?? {} } } : item,
  );
}

/** A group that was to be attached to a cache, or detached from it. */
export async function membershipItem(params: Params, services: Services): Promise<Outcome<MembershipItem>> {
  const named = await complete(params, groupOfRules, services);
  if (!named.ok) {
    return named;
  }
  const cache = cacheNamed(params);
  const { profile, region, securityGroupId: groupId } = named.value;
  return cache
    ? succeeded({ profile, region, cache, groupId })
    : failed(invalidParameter("cacheId", "The cache is missing"));
}

/** A rule whose end was to be set. */
export async function ruleEndItem(params: Params, services: Services): Promise<Outcome<RuleEndItem>> {
  const named = await complete(params, ["profile", "region", "securityGroupRuleId"], services);
  if (!named.ok) {
    return named;
  }
  const { profile, region, securityGroupRuleId: ruleId } = named.value;
  const end = endToSet(params, { profile, region }, services);
  return end.ok ? succeeded({ profile, region, ruleId, expires: end.value }) : end;
}

/** A grant whose end was to be set. */
export async function grantEndItem(params: Params, services: Services): Promise<Outcome<GrantEndItem>> {
  const named = await complete(params, ingressFields, services);
  const end = named.ok ? endToSet(params, named.value, services) : named;
  return named.ok && end.ok
    ? succeeded({ ...named.value, expires: end.value })
    : named.ok && !end.ok
      ? end
      : failed(invalidParameter("items", "The grant is missing"));
}

function endToSet(params: Params, target: Target, { state }: Services): Outcome<GivenEnd | null> {
  const end = params["expires"] === null ? succeeded(undefined) : givenEnd(params, target, state);
  return end.ok ? succeeded(end.value ?? null) : end;
}

async function complete<F extends Field>(
  params: Params,
  fields: readonly F[],
  { state }: Services,
): Promise<Outcome<Complete<F>>> {
  const read = await readItems([params], fields, state);
  const [only] = read.ok ? read.value : [];
  return only ? succeeded(only) : read.ok ? failed(invalidParameter("items", "It is empty")) : read;
}

function rulesOf(value: unknown, region: string): Outcome<readonly RuleContent[]> {
  const rules: RuleContent[] = [];
  for (const params of Array.isArray(value) ? value : []) {
    const given = ruleFields({ ...params }, region);
    if (!given.ok) {
      return given;
    }
    const { source, protocol, ports, description } = given.value;
    if (source) {
      const traffic = trafficOf(protocol, ports?.fromPort, ports?.toPort);
      rules.push({ ...traffic, source, ...(description === undefined ? {} : { description }) });
    }
  }
  return rules.length > 0 ? succeeded(rules) : failed(invalidParameter("rules", "The rules are missing"));
}
