import { grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { cacheKey } from "../../core/caches/cache";
import { firstSentence } from "../../core/failures/failures";
import { joined } from "../../core/joined";
import { count } from "../../core/plural";
import { ruleKey } from "../../core/rules/rule";
import type { ImpossibleRule, PlannedRule } from "../../core/rules/rulePlan";
import { portWords } from "../../core/rules/traffic";
import type { RulePlan } from "../../store/readRulePlan";
import { vpcGroupName } from "../../store/ruleNames";
import { section } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickManyEntry } from "../../ui/ui";
import { targetOf } from "../steps/targetStep";
import type { PlanContext } from "./context";

type Choice = PlannedRule | undefined;

/** The plan with check boxes: what is to be made, what is there, what cannot be and why. */
export async function askPlan(
  context: PlanContext,
  plan: RulePlan,
  title: string,
): Promise<readonly PlannedRule[] | "cancelled"> {
  const answer = await context.services.ui.pickMany<Choice>({
    at: { title: `${title}: the plan` },
    placeholder:
      "The rules to make. What is checked was found in the cache's own VPC by its name: look at each",
    items: entries(context, plan),
    atLeastOne: true,
  });
  return answer.kind === "answer" ? answer.value.flatMap((rule) => rule ?? []) : "cancelled";
}

/** What is checked beforehand: found in the cache's own VPC, and not there yet. */
export function isChosen({ sameVpc, there }: PlannedRule): boolean {
  return sameVpc && there === undefined;
}

function entries(
  context: PlanContext,
  { rules, impossible, interfaces }: RulePlan,
): readonly PickManyEntry<Choice>[] {
  const { vpc } = context.services.state;
  const toDo = rules.filter(({ there }) => there !== "equal");
  const equal = rules.filter(({ there }) => there === "equal");
  const item = (rule: PlannedRule) => {
    const { cache, grant, source, groupId, rule: content, sameVpc, there } = rule;
    const used = interfaces.get(source.id);
    return {
      key: entryKey("rule", grantKey(grant), cacheKey(cache), ruleKey(content)),
      label: `${grant.ec2SecurityGroupName} → ${cache.id}`,
      description: `${source.id} on tcp ${portWords(content)}`,
      detail: joined(
        `into ${vpcGroupName(vpc, targetOf(context), groupId)}`,
        sameVpc
          ? `in the same VPC, ${source.vpcId}`
          : `in ${source.vpcId}: counts only where the VPCs are peered`,
        used === undefined || !sameVpc ? "" : count(used, "network interface"),
        there === "broader" ? "a broader rule is there already" : "",
      ),
      picked: isChosen(rule),
      ...(there === "equal" ? { fixed: true } : {}),
      value: rule,
    };
  };
  return [
    ...section("to make", toDo.map(item)),
    ...section("there already", equal.map(item)),
    ...section("impossible", impossible.map(impossibleItem)),
  ];
}

function impossibleItem({ grant, cache, reason }: ImpossibleRule) {
  return {
    key: entryKey("impossible", grantKey(grant), cacheKey(cache)),
    label: `${grant.ec2SecurityGroupName} → ${cache.id}`,
    description: `of ${grant.ec2SecurityGroupOwnerId}`,
    detail: firstSentence(reason, { ...grant, ...cache }),
    icon: "circle-slash",
    picked: false,
    fixed: true,
    value: undefined,
  };
}
