import { findGrant, type GrantName } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { count } from "../core/plural";
import type { Rule } from "../core/rules/rule";
import { shownLines } from "../core/shownText";
import { targetAlone } from "../core/target";
import { readGroups } from "../store/readGroups";
import type { Change, Judged } from "./change";
import { authorizeRules } from "./rules";
import { keptRules, type RulesItem } from "./rulesItem";
import type { ChangeServices } from "./services";

/** Rules that are to let in to a cache whom a grant of the first generation lets in. */
export interface PlannedRulesItem extends RulesItem {
  readonly cacheSecurityGroupName: string;
  readonly grant: GrantName;
}

/** Rules in the place of grants: made as others are, as long as the grant that each stands for is still there. */
export function authorizePlannedRules(services: ChangeServices): Change<PlannedRulesItem, readonly Rule[]> {
  const rules = authorizeRules<PlannedRulesItem>(services);
  return {
    ...rules,
    command: "planVpcRules",
    title: "Plan VPC Rules",
    doing: (number) => `Making ${count(number, "rule")}`,
    done: "made",
    look: async (items) => {
      const [judged, read] = await Promise.all([rules.look(items), readGroups(items, services.state)]);
      return judged.map((each): Judged<PlannedRulesItem, readonly Rule[]> => {
        const group = read(each.item);
        return group.ok && !isGranted(group.value, each.item)
          ? { ...each, verdict: revokedSince(each.item) }
          : each;
      });
    },
    question: (judged) => {
      const [first] = judged;
      const { cacheSecurityGroupName = "", region = "", profile = "" } = first?.item ?? {};
      return {
        message: `Make ${count(
          judged.reduce((sum, { item }) => sum + item.rules.length, 0),
          "rule",
        )}?`,
        detail: shownLines([
          `Each lets in the security group that was found under the name of a grant of ${cacheSecurityGroupName} (${region}, profile ${profile}). The grants stay as they are.`,
        ]),
        action: "Make Rules",
      };
    },
    kept: (item) => ({
      ...keptRules(item),
      ...item.grant,
      cacheSecurityGroupName: item.cacheSecurityGroupName,
    }),
    fields: (item) => ({ ...targetAlone(item), ...item.grant, securityGroupId: item.groupId }),
  };
}

function isGranted(group: Parameters<typeof findGrant>[0] | undefined, { grant }: PlannedRulesItem): boolean {
  const found = group && findGrant(group, grant);
  return found !== undefined && found.status !== "revoking";
}

function revokedSince({ grant, cacheSecurityGroupName }: PlannedRulesItem) {
  const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner } = grant;
  return {
    kind: "impossible",
    failure: {
      kind: "changedSince",
      message: `${cacheSecurityGroupName} does not let in ${name} of account ${owner} any more. No rule was made for it`,
    },
  } as const;
}
