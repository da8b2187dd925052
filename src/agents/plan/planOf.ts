import type { GrantItem } from "../../changes/expiry/grantEnd";
import type { Ending } from "../../changes/expiry/ruleEnd";
import type { RuleItem } from "../../changes/revokeQuestion";
import type { RulesItem } from "../../changes/rulesItem";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { GivenEnd } from "../../core/expiry/givenEnd";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { ingressFields, isComplete, itemsOf, ofItem } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { Rule } from "../../core/rules/rule";
import { type Target, targetAlone } from "../../core/target";
import { givenEnd } from "../../store/given/expires";
import { readFields } from "../../store/given/fields";
import { wholeRule } from "../../store/given/rule";
import { wholeRules } from "../../store/given/wholeRules";
import type { AgentServices } from "../services";
import { type IngressPlan, type Planning, planned } from "./ingressPlan";
import { goneRuleWords, grantWords, newRulesWords } from "./itemWords";

/** More would not fit into an answer with what was found of each. */
const mostItems = 50;

type Operation = "authorize" | "revoke";
type Generation = "grants" | "rules";

/** The plan that params stand for: of grants in cache security groups, or of rules in VPC security groups. */
export async function planOf(params: Params, services: AgentServices): Promise<Outcome<IngressPlan>> {
  const { operation, items: _, ...shared } = params;
  const items = itemsOf(params);
  if (operation !== "authorize" && operation !== "revoke") {
    return failed(invalidParameter("operation", 'operation is to be "authorize" or "revoke"'));
  }
  if (!items.ok) {
    return items;
  }
  const all = items.value?.map((item) => ({ ...shared, ...item })) ?? [shared];
  if (all.length === 0 || all.length > mostItems) {
    return failed(invalidParameter("items", `A plan has 1 to ${mostItems} items; this has ${all.length}`));
  }
  const [generation, other] = [...new Set(all.map(generationOf))];
  if (other !== undefined) {
    const both = "A plan is of cache security groups or of VPC security groups, not of both: make two";
    return failed(invalidParameter("items", both));
  }
  if (operation === "revoke" && all.some(({ expires }) => expires !== undefined)) {
    return failed(invalidParameter("expires", "expires is for what is authorized: a revoke has no end"));
  }
  const many = items.value !== undefined;
  return generation === "grants"
    ? planGrants(operation, all, many, services)
    : planRules(operation, all, many, services);
}

/** The first generation's names tell it. */
function generationOf(params: Params): Generation {
  const names = ["cacheSecurityGroupName", "ec2SecurityGroupName", "ec2SecurityGroupOwnerId"];
  return names.some((name) => params[name] !== undefined) ? "grants" : "rules";
}

type All = readonly Params[];

function planGrants(operation: Operation, all: All, many: boolean, services: AgentServices) {
  const { authorizeGrants, revokeGrants } = services.changes;
  const isAuthorized = operation === "authorize";
  const change = isAuthorized ? authorizeGrants(services) : revokeGrants(services);
  const planning: Planning<GrantItem, CacheSecurityGroup> = { change, words: grantWords(isAuthorized) };
  const read = (params: Params) => wholeIngress(params, services);
  return planAll(planning, all, many, services, isAuthorized ? ending(read, services) : read);
}

function planRules(operation: Operation, all: All, many: boolean, services: AgentServices) {
  const { authorizeRules, revokeRules } = services.changes;
  const readCaches = (target: Target) => services.state.caches.refresh(target);
  if (operation === "authorize") {
    const planning: Planning<RulesItem, readonly Rule[]> = {
      change: authorizeRules(services),
      words: (item) => newRulesWords(item, services),
      readCaches,
    };
    const read = (params: Params) => wholeRules(params, services);
    return planAll(planning, all, many, services, ending(read, services));
  }
  const planning: Planning<RuleItem, Rule | undefined> = {
    change: revokeRules(services),
    words: (item) => goneRuleWords(item, services),
    readCaches,
    dryRun: async (item) => {
      const answer = await (await services.aws()).dryRunRevokeVpcIngress(targetAlone(item), item);
      return answer.ok ? undefined : answer.failure;
    },
  };
  return planAll(planning, all, many, services, (params) => wholeRule(params, services));
}

/** Reads every item, and plans them. The first that is wrong is the failure, with its number where there are several. */
async function planAll<Item extends Target & Ending, Answer>(
  planning: Planning<Item, Answer>,
  all: All,
  many: boolean,
  services: AgentServices,
  read: (params: Params) => Promise<Outcome<Item>>,
): Promise<Outcome<IngressPlan>> {
  const items: Item[] = [];
  for (const [index, params] of all.entries()) {
    const item = await read(params);
    if (!item.ok) {
      return failed(many ? ofItem(index, item.failure) : item.failure);
    }
    items.push(item.value);
  }
  return succeeded(await planned(planning, items, many, services));
}

async function wholeIngress(params: Params, { state }: AgentServices): Promise<Outcome<GrantItem>> {
  const given = await readFields(params, ingressFields, state);
  if (!given.ok) {
    return given;
  }
  if (isComplete(given.value, ingressFields)) {
    return succeeded(given.value);
  }
  const missing = ingressFields.find((field) => given.value[field] === undefined) ?? "items";
  return failed(invalidParameter(missing, `${missing} is missing`));
}

/** Reads an item with when it ends, where that is said. The profile's longest is held by the change's own look. */
function ending<Item extends Target>(
  read: (params: Params) => Promise<Outcome<Item>>,
  { state }: AgentServices,
): (params: Params) => Promise<Outcome<Item & { readonly expires?: GivenEnd }>> {
  return async (params) => {
    const item = await read(params);
    if (!item.ok) {
      return item;
    }
    const end = givenEnd(params, item.value, state);
    return end.ok ? succeeded({ ...item.value, ...(end.value ? { expires: end.value } : {}) }) : end;
  };
}
