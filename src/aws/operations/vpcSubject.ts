import type { VpcIngress } from "../../core/rules/ipPermission";
import { sourceText } from "../../core/rules/ruleText";
import type { Subject } from "../failures/call";

/** What a failure of the change has to name. */
export function subjectOf({ groupId, rules }: VpcIngress): Subject {
  const [rule] = rules;
  return { securityGroupId: groupId, ...(rule ? { source: sourceText(rule.source) } : {}) };
}
