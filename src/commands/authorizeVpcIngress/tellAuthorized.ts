import { cachesOfGroup, letsIn } from "../../core/reach/openedCaches";
import { type Rule, ruleKey } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import type { Target } from "../../core/target";
import { sourceNames } from "../../store/ruleNames";
import { ruleParams } from "../../tree/ruleParams";
import type { Services } from "../command";
import { copyAsCli } from "../copyAsCli";
import { tellEnd } from "../endOfChange";
import { sendRevokeVpc } from "../revokeVpcIngress/sendRevokeVpc";
import { goneInstead, type Undo } from "../undo";
import type { AuthorizeVpcPlan } from "./execute";

/** Says what was made, in one notification. */
export async function tellAuthorized(
  { target, groupId }: Pick<AuthorizeVpcPlan, "target" | "groupId">,
  rules: readonly Rule[],
  services: Services,
): Promise<void> {
  const { caches, vpc } = services.state;
  const [rule] = rules;
  if (!rule) {
    return;
  }
  const opened = cachesOfGroup(caches.get(target).value ?? [], groupId).filter((cache) =>
    rules.some((each) => letsIn(cache, each, vpc.facts(target).prefixLists)),
  );
  const where = opened.length > 0 ? opened.map(({ id }) => id).join(", ") : groupId;
  const who = rules.map((each) => ruleText(each, sourceNames(vpc, target, each))).join(", ");
  await tellEnd(
    {
      severity: "information",
      text: `${who} is allowed by the security group of ${where} in ${target.region} (${target.profile})`,
    },
    {
      undo: undoAuthorizeVpc(target, rules, services),
      copyAsCli: () => copyAsCli.run({ ...target, securityGroupId: groupId, ...ruleParams(rule) }, services),
    },
    services,
  );
}

/** Revokes again what was made, as long as it is still there and still the same. */
export function undoAuthorizeVpc(target: Target, rules: readonly Rule[], services: Services): Undo {
  return {
    obstacle: async () => {
      const groupIds = [...new Set(rules.map(({ groupId }) => groupId))];
      const read = await (await services.aws()).describeVpcRules(target, groupIds);
      if (!read.ok) {
        return goneInstead(read.failure, "the security group is not there any more");
      }
      const now = new Map(read.value.map((rule) => [rule.id, rule]));
      const gone = rules.find(({ id }) => !now.has(id));
      const changed = rules.find((rule) => {
        const found = now.get(rule.id);
        return found && ruleKey(found) !== ruleKey(rule);
      });
      const value = gone
        ? "somebody has revoked it already"
        : changed && "somebody has changed the rule since";
      return { ok: true, value };
    },
    run: async () => {
      const results = [];
      for (const rule of rules) {
        results.push(await sendRevokeVpc({ target, rule, interactive: true }, services));
      }
      return results.find(({ outcome }) => outcome === "failed") ?? { outcome: "done" };
    },
  };
}
