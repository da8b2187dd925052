import { type CommandResult, cancelled, done } from "../../core/commandResult";
import { targetAlone } from "../../core/target";
import type { Expiring } from "../../store/expiry/expiring";
import type { Findable } from "../../tree/findable";
import type { PickItem } from "../../ui/ui";
import type { Services } from "../command";
import { nothingToDo } from "../heads";
import { expiringEntry, expiringParams, expiringValue } from "./entries";

type Next = "show" | "setExpiry" | "revokeVpcIngress" | "revokeIngress";

/** Asks what is to be done with what ends, and does it. */
export async function whatThen(chosen: Expiring, services: Services): Promise<CommandResult | "back"> {
  const { label } = expiringEntry(chosen, services.state);
  const answer = await services.ui.pick<Next>({
    at: { title: `What Expires: ${label}`, canGoBack: true },
    placeholder: "What to do",
    items: [
      item("show", "Show in Tree", "list-tree"),
      item("setExpiry", "Set Expiry…", "clock"),
      chosen.kind === "rule"
        ? item("revokeVpcIngress", "Revoke VPC Ingress…", "trash")
        : item("revokeIngress", "Revoke Ingress…", "trash"),
    ],
  });
  if (answer.kind !== "answer") {
    return answer.kind === "back" ? "back" : cancelled;
  }
  return answer.value === "show"
    ? show(chosen, services)
    : services.runCommand(answer.value, expiringParams(chosen));
}

function item(next: Next, label: string, icon: string): PickItem<Next> {
  return { key: next, label, icon, value: next };
}

/** Opens the way to its row. What the tree would show of its target is read before, unless that was done. */
async function show(chosen: Expiring, services: Services): Promise<CommandResult> {
  const { state, tree } = services;
  const target = targetAlone(chosen);
  await Promise.all([state.groups.load(target), state.caches.load(target)]);
  await state.vpc.load(target);
  const row = (await tree.findable()).find((each) => isRowOf(chosen, each));
  if (!row) {
    const text =
      chosen.kind === "rule"
        ? "The tree shows no cache with the group of this rule"
        : "The tree does not show this grant";
    return nothingToDo(text, services, expiringValue(chosen, state));
  }
  await tree.show(row.id);
  return done(expiringValue(chosen, state));
}

/** Whether a row is that of what ends: it has all of the fields that name it. */
function isRowOf(chosen: Expiring, { kind, params }: Findable): boolean {
  const of: Readonly<Record<string, unknown>> = { ...params };
  return (
    kind === chosen.kind &&
    Object.entries(expiringParams(chosen)).every(([field, value]) => of[field] === value)
  );
}
