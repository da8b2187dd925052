import type { CommandResult } from "../../core/commandResult";
import { count } from "../../core/plural";
import type { Rule } from "../../core/rules/rule";
import type { Target } from "../../core/target";
import type { Services } from "../command";
import { makeEach } from "./makeEach";
import { runEach } from "./runEach";

/** A rule to be revoked: one of many. */
export interface RuleItem extends Target {
  readonly rule: Rule;
}

/** Revokes many rules by their ids. Undo makes those that went again, with their descriptions and tags. */
export async function revokeEach(
  items: readonly RuleItem[],
  interactive: boolean,
  services: Services,
): Promise<CommandResult> {
  return runEach(
    items,
    {
      title: "Revoke VPC Ingress",
      doing: `Revoking ${count(items.length, "rule")}`,
      done: "revoked",
      send: async ({ profile, region, rule }) => {
        const target = { profile, region };
        const { groupId, id: ruleId = "" } = rule;
        const answer = await (await services.aws()).revokeVpcIngress(target, { groupId, ruleId });
        if (answer.ok || answer.failure.kind === "notFound") {
          services.state.vpc.remove(target, groupId, ruleId);
        }
        return answer;
      },
      alreadySo: ({ kind }, again) => (kind === "notFound" && again ? "done" : undefined),
      shape: ({ profile, region, rule }) => ({
        profile,
        region,
        securityGroupId: rule.groupId,
        securityGroupRuleId: rule.id,
      }),
    },
    {
      interactive,
      again: (some) => revokeEach(some, true, services),
      undo: (done) =>
        makeEach(
          done.map(({ profile, region, rule: { id: _, groupId, tags, ...content } }) => ({
            profile,
            region,
            groupId,
            rules: [content],
            tags,
            tagsAreWanted: false,
          })),
          true,
          services,
        ),
    },
    services,
  );
}
