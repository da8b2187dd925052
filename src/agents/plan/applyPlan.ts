import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import { escapeMarkdown } from "../../core/formats/escapeMarkdown";
import { inputOf } from "../input";
import type { IngressPlan, PlannedItem } from "./ingressPlan";
import { verdictCounts } from "./planCacheIngress";
import type { PlanStore } from "./planStore";

type Plans = PlanStore<IngressPlan>;

/**
 * Carries a plan out, by its id alone. Whether somebody has said yes is not asked here: a confirmation can be switched
 * off, so the guards are asked, each plan is taken once, and what differs from it is not sent.
 */
export async function applyPlan(input: unknown, plans: Plans, signal: AbortSignal): Promise<CommandResult> {
  const params = inputOf(input, ["planId"]);
  const plan = params.ok ? plans.find(params.value["planId"]) : params;
  if (!plan.ok) {
    return failedResult(plan.failure);
  }
  // What a guard refuses is not applied: it may be once somebody has let go of the guard.
  const refusal = await plan.value.refusal();
  if (refusal) {
    return failedResult(refusal);
  }
  if (signal.aborted) {
    return cancelled;
  }
  const taken = plans.take(params.ok ? params.value["planId"] : undefined);
  return taken.ok ? taken.value.apply(signal) : failedResult(taken.failure);
}

/** What is asked before a plan is applied: its own review, as Markdown. */
export interface Confirmation {
  readonly title: string;
  readonly message: string;
}

/** The question for a plan that can be applied; a call without one is refused, and asks nothing. */
export function confirmationOf(input: unknown, plans: Plans): Confirmation | undefined {
  const params = inputOf(input, ["planId"]);
  const plan = params.ok ? plans.find(params.value["planId"]) : params;
  if (!plan.ok) {
    return undefined;
  }
  const { title, items } = plan.value;
  return {
    title: `${title}?`,
    message: [
      escapeMarkdown(`${verdictCounts(plan.value)}. Names in it are from AWS, as others wrote them.`),
      ...items.map((item) => `- ${escapeMarkdown(lineOf(item))}`),
    ].join("\n\n"),
  };
}

function lineOf({ words: { text, warnings }, verdict, target: { profile, region } }: PlannedItem): string {
  const found = verdict.kind === "toDo" ? "" : ` (${foundWords(verdict)})`;
  return [`${text}${found}, as profile ${profile} in ${region}`, ...warnings].join(". ");
}

function foundWords(verdict: PlannedItem["verdict"]): string {
  switch (verdict.kind) {
    case "toDo":
      return "to do";
    case "alreadySo":
      return `left as it is: ${verdict.why}`;
    case "impossible":
      return `not sent: ${verdict.failure.message}`;
    case "notKnown":
      return `how it is now is not known: ${verdict.failure.message}`;
  }
}
