import type { CommandResult } from "../../core/commandResult";
import { count } from "../../core/plural";
import type { Rule, RuleContent } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import type { Target } from "../../core/target";
import { makeRules } from "../authorizeVpcIngress/execute";
import type { Services } from "../command";
import { revokeEach } from "./revokeEach";
import { runEach } from "./runEach";

/** Rules to be made in one group: one of many. */
export interface RulesItem extends Target {
  readonly groupId: string;
  readonly rules: readonly RuleContent[];
  readonly tags: Readonly<Record<string, string>>;
  readonly tagsAreWanted: boolean;
}

/** Makes rules in many groups. Undo revokes those that were made, and no others. */
export async function makeEach(
  items: readonly RulesItem[],
  interactive: boolean,
  services: Services,
): Promise<CommandResult> {
  const made = new Map<RulesItem, readonly Rule[]>();
  return runEach(
    items,
    {
      title: "Authorize VPC Ingress",
      doing: `Authorizing in ${count(items.length, "security group")}`,
      done: "authorized",
      send: async (item) => {
        const { profile, region } = item;
        const outcome = await makeRules({ ...item, target: { profile, region }, reviewed: false }, services);
        if (!outcome.ok) {
          return outcome;
        }
        if (outcome.value.isNew) {
          made.set(item, outcome.value.rules);
          return outcome;
        }
        return { ok: false, failure: { kind: "alreadyAuthorized", message: "It was allowed already" } };
      },
      alreadySo: ({ kind }) => (kind === "alreadyAuthorized" ? "unchanged" : undefined),
      shape: ({ profile, region, groupId, rules }) => ({
        profile,
        region,
        securityGroupId: groupId,
        rules: rules.map((rule) => ruleText(rule)),
      }),
    },
    {
      interactive,
      again: (some) => makeEach(some, true, services),
      undo: (done) =>
        revokeEach(
          done.flatMap((item) =>
            (made.get(item) ?? []).map((rule) => ({ profile: item.profile, region: item.region, rule })),
          ),
          true,
          services,
        ),
    },
    services,
  );
}
