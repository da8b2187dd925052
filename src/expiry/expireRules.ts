import type { Change } from "../changes/change";
import { type RuleItem, ruleWords } from "../changes/revokeQuestion";
import { revokeRules } from "../changes/rules";
import type { ChangeServices } from "../changes/services";
import { connectionsLiveOn } from "../core/expiry/endWords";
import type { Rule } from "../core/rules/rule";

/** Revoke VPC Ingress of rules whose time is over: nobody is asked, and nothing is made again. */
export function expireRules(services: ChangeServices): Change<RuleItem, Rule | undefined> {
  const { question: _, undo: __, ...revoke } = revokeRules(services);
  return {
    ...revoke,
    title: "Expired Grants",
    // Another machine was quicker, or whoever it was to be left to: it says so.
    unchanged: () => "",
    doing: (number) => `${revoke.doing(number)} that expired`,
    end: async (item) => {
      const late = item.end?.by === "schedule";
      const how = late ? "EventBridge Scheduler had not revoked it: it is now" : "It is revoked";
      return {
        severity: late ? "warning" : "information",
        text: `${ruleWords(item, services)} has expired in ${item.groupId}, ${item.region} (${item.profile}). ${how}. ${connectionsLiveOn}`,
        canUndo: false,
      };
    },
  };
}
