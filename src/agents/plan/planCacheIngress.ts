import { failedResult } from "../../core/commandResult";
import { count } from "../../core/plural";
import { targetKey } from "../../core/target";
import { dataNote } from "../answer";
import { type Listed, packed } from "../fit";
import { inputOf } from "../input";
import type { AgentServices } from "../services";
import type { IngressPlan, PlannedItem } from "./ingressPlan";
import { planOf } from "./planOf";
import type { PlanStore } from "./planStore";

const fields = [
  "operation",
  "profile",
  "region",
  "cacheSecurityGroupName",
  "ec2SecurityGroupName",
  "ec2SecurityGroupOwnerId",
  "securityGroupId",
  "cacheKind",
  "cacheId",
  "sourceSecurityGroupId",
  "sourceOwnerId",
  "cidrIp",
  "cidrIpv6",
  "prefixListId",
  "ipProtocol",
  "fromPort",
  "toPort",
  "description",
  "tags",
  "securityGroupRuleId",
  "expires",
  // Stands for no answer here: a plan asks nothing.
  "confirmed",
  "items",
];

/** Looks at what was asked for, and keeps it under an id. The answer is made for a number of characters. */
export async function planCacheIngress(
  input: unknown,
  plans: PlanStore<IngressPlan>,
  services: AgentServices,
): Promise<(room: number) => object> {
  const params = inputOf(input, fields);
  const wrong = params.ok ? wrongItem(params.value["items"]) : undefined;
  const plan = !params.ok ? params : (wrong ?? (await planOf(params.value, services)));
  if (!plan.ok) {
    return () => failedResult(plan.failure);
  }
  const { planId, expiresAt } = plans.add(plan.value);
  const refusal = await plan.value.refusal();
  return (room) => {
    const items = packed(plan.value.items.map(listed), room - 600);
    const left = plan.value.items.length - items.length;
    return {
      planId,
      summary: [
        `${plan.value.title}: ${verdictCounts(plan.value)}.`,
        "Nothing was changed.",
        refusal
          ? `Applying it would be refused: ${refusal.message}.`
          : "apply_cache_ingress_plan with the planId looks again, and makes what is to do.",
        ...(left > 0 ? [`${count(left, "more item")} of the plan did not fit in here.`] : []),
        dataNote,
      ].join(" "),
      items,
      expiresAt: new Date(expiresAt).toISOString(),
    };
  };
}

function wrongItem(items: unknown) {
  const wrong = Array.isArray(items) ? items.map((item) => inputOf(item, fields.slice(1, -1))) : [];
  return wrong.find((each) => !each.ok);
}

export function verdictCounts({ items, done }: IngressPlan): string {
  const words = {
    toDo: "to do",
    alreadySo: `already ${done}`,
    impossible: "impossible",
    notKnown: "not known",
  };
  const targets = new Set(items.map(({ target }) => targetKey(target))).size;
  const counts = Object.entries(words).flatMap(([kind, word]) => {
    const { length } = items.filter(({ verdict }) => verdict.kind === kind);
    return length === 0 ? [] : [`${length} ${word}`];
  });
  return `${counts.join(", ")}, in ${count(targets, "target")}`;
}

function listed({ fields: named, verdict, words: said }: PlannedItem): Listed {
  return {
    whole: { ...named, verdict: toldVerdict(verdict), ...said },
    brief: {
      ...named,
      verdict: { kind: verdict.kind },
      ...(said.expires === undefined ? {} : { expires: said.expires }),
    },
  };
}

/** Without what the request would be answered with: that is not asked for, and long. */
function toldVerdict(verdict: PlannedItem["verdict"]): object {
  switch (verdict.kind) {
    case "toDo":
      return { kind: verdict.kind };
    case "alreadySo":
      return { kind: verdict.kind, why: verdict.why };
    case "impossible":
    case "notKnown":
      return { kind: verdict.kind, failure: verdict.failure };
  }
}
