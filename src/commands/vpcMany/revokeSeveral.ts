import { type CommandResult, cancelled } from "../../core/commandResult";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { count } from "../../core/plural";
import { ruleText } from "../../core/rules/ruleText";
import { sourceNames } from "../../store/ruleNames";
import type { Params, Services } from "../command";
import { listedByTarget } from "../many/listed";
import { invalidParameter, textParam } from "../params";
import { refuse } from "../tellFailure";
import { vpcFields } from "../vpc/fields";
import { readRules } from "../vpc/look";
import { type RuleItem, revokeEach } from "./revokeEach";

/** Revokes several rules. Asks once, in one modal, unless `confirmed` stands for the answer. */
export async function revokeSeveral(
  given: readonly Params[],
  confirmed: boolean,
  services: Services,
): Promise<CommandResult> {
  const items = await ruleItems(given, services);
  if (!items.ok) {
    return refuse(items.failure, services);
  }
  const groups = new Set(items.value.map(({ rule }) => rule.groupId));
  const { vpc } = services.state;
  const question = {
    message: `Revoke ${count(items.value.length, "rule")} from ${count(groups.size, "security group")}?`,
    detail: `These will not let anybody in any more:\n\n${listedByTarget(
      items.value,
      (item) =>
        `${ruleText(item.rule, sourceNames(vpc, item, item.rule))}, from ${vpc.group(item, item.rule.groupId)?.name ?? item.rule.groupId}`,
    )}`,
    action: "Revoke",
  };
  if (!confirmed && items.value.length > 0 && !(await services.ui.confirm(question))) {
    return cancelled;
  }
  return revokeEach(items.value, !confirmed, services);
}

/** The rules as they are now, each once: the same rule stands below every cache that has its group. */
async function ruleItems(
  given: readonly Params[],
  services: Services,
): Promise<Outcome<readonly RuleItem[]>> {
  const items = new Map<string, RuleItem>();
  for (const [index, params] of given.entries()) {
    const wrong = (message: string) => failed(invalidParameter("items", `Item ${index + 1}: ${message}`));
    const fields = await vpcFields(params, services);
    const id = textParam(params, "securityGroupRuleId");
    if (!fields.ok || !id.ok) {
      return fields.ok ? wrong("securityGroupRuleId is to be text") : fields;
    }
    const { profile, region, securityGroupId } = fields.value;
    if (
      profile === undefined ||
      region === undefined ||
      securityGroupId === undefined ||
      id.value === undefined
    ) {
      return wrong("profile, region, securityGroupId or securityGroupRuleId is missing");
    }
    const target = { profile, region };
    let rule = services.state.vpc.findRule(target, securityGroupId, id.value);
    if (!rule) {
      const read = await readRules(target, securityGroupId, services);
      rule = read.ok ? read.value.find((each) => each.id === id.value) : undefined;
    }
    if (!rule) {
      return failed({
        kind: "notFound",
        message: `Item ${index + 1}: there is no rule ${id.value} in ${securityGroupId}. Nothing was changed`,
      });
    }
    items.set(JSON.stringify([profile, region, id.value]), { profile, region, rule });
  }
  return succeeded([...items.values()]);
}
