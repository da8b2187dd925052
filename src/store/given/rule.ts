import { invalidParameter } from "../../core/failures/invalidParameter";
import { ofItem } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { Target } from "../../core/target";
import type { State } from "../state";
import { readFields } from "./fields";
import { prepareGroup } from "./prepareGroup";
import { type GivenVpc, vpcFields } from "./vpcFields";

/** What params say of a rule that is there. */
export interface GivenRuleId extends GivenVpc {
  readonly ruleId?: string;
}

/** A rule by its id, in its group. */
interface RuleInGroup extends Target {
  readonly groupId: string;
  readonly ruleId: string;
}

/** The group of params, and the id of a rule in it. */
export async function givenRule(
  params: Params,
  services: { readonly state: State },
): Promise<Outcome<GivenRuleId>> {
  const rule = await readFields(params, ["securityGroupRuleId"], services.state);
  if (!rule.ok) {
    return rule;
  }
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { securityGroupRuleId: ruleId } = rule.value;
  const withRule = ruleId === undefined ? given.value : { ...given.value, ruleId };
  if (withRule.cache === undefined || withRule.securityGroupId !== undefined) {
    return succeeded(withRule);
  }
  const prepared = await prepareGroup(withRule, services);
  return prepared.ok ? succeeded({ ...withRule, ...prepared.value }) : prepared;
}

/** The rule that params name whole. */
export async function wholeRule(
  params: Params,
  services: { readonly state: State },
): Promise<Outcome<RuleInGroup>> {
  const given = await givenRule(params, services);
  if (!given.ok) {
    return given;
  }
  const { profile, region, securityGroupId: groupId, ruleId } = given.value;
  if (profile === undefined || region === undefined || groupId === undefined || ruleId === undefined) {
    const field = ruleId === undefined ? "securityGroupRuleId" : "securityGroupId";
    return failed(invalidParameter(field, "The rule, its group, its profile or its region is missing"));
  }
  return succeeded({ profile, region, groupId, ruleId });
}

/** Each once: the same rule stands below every cache that has its group. */
export async function givenRules(
  items: readonly Params[],
  services: { readonly state: State },
): Promise<Outcome<readonly RuleInGroup[]>> {
  const rules = new Map<string, RuleInGroup>();
  for (const [index, params] of items.entries()) {
    const rule = await wholeRule(params, services);
    if (!rule.ok) {
      return failed(ofItem(index, rule.failure));
    }
    const { profile, region, groupId, ruleId } = rule.value;
    rules.set([profile, region, groupId, ruleId].join("\n"), rule.value);
  }
  return succeeded([...rules.values()]);
}
