import type { Rule } from "../../core/rules/rule";
import type { Target } from "../../core/target";
import { executeAuthorizeVpc } from "../authorizeVpcIngress/execute";
import type { Services } from "../command";
import { tellFailure } from "../tellFailure";
import type { Undo } from "../undo";
import { lookFor, readRules } from "../vpc/look";

/** Makes the rule again, with its description and tags, as long as nobody else has. It gets another id. */
export function undoRevokeVpc(target: Target, rule: Rule, services: Services): Undo {
  const { id: _, groupId, tags, ...content } = rule;
  return {
    obstacle: async () => {
      const there = await readRules(target, groupId, services);
      if (!there.ok) {
        return there;
      }
      const [equal] = lookFor([content], there.value).equal;
      return { ok: true, value: equal && "somebody has made the same rule again" };
    },
    run: async () => {
      const result = await executeAuthorizeVpc(
        {
          target,
          groupId,
          rules: [content],
          tags,
          tagsAreWanted: false,
          reviewed: false,
          interactive: true,
        },
        services,
      );
      if (result.outcome === "failed") {
        tellFailure(result.failure, services);
      }
      return result;
    },
  };
}
