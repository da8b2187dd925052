import type { GroupItem } from "../../core/batchItem";
import { type CommandResult, cancelled } from "../../core/commandResult";
import { count } from "../../core/plural";
import { targetAlone } from "../../core/target";
import type { Params, Services } from "../command";
import { groupItems } from "../many/items";
import { listedByTarget } from "../many/listed";
import { refuse } from "../tellFailure";
import { deleteItems, isDefault } from "./deleteItems";

/** Deletes several groups. Asks once, in one modal, unless `confirmed` stands for the answer. */
export async function deleteSeveral(
  given: readonly Params[],
  confirmed: boolean,
  services: Services,
): Promise<CommandResult> {
  const items = await groupItems(given, services.state);
  if (!items.ok) {
    return refuse(items.failure, services);
  }
  const toDelete = items.value.filter((item) => !isDefault(item));
  if (!confirmed && toDelete.length > 0 && !(await confirmAll(toDelete, items.value, services))) {
    return cancelled;
  }
  return deleteItems(items.value, !confirmed, services);
}

/**
 * A modal that names the groups and what they let in. Where any lets somebody in, the number of groups is to be
 * typed besides: the name of one would say nothing about the others, and all names are more than anybody types.
 */
async function confirmAll(
  items: readonly GroupItem[],
  selected: readonly GroupItem[],
  { state: { groups }, ui }: Services,
): Promise<boolean> {
  await Promise.all(items.map((item) => groups.load(targetAlone(item))));
  const grantsOf = (item: GroupItem) =>
    groups.find(item, item.cacheSecurityGroupName.toLowerCase())?.grants.length;
  const about = (item: GroupItem) => {
    const grants = grantsOf(item);
    return grants === undefined ? "not read" : grants === 0 ? "lets nobody in" : count(grants, "grant");
  };
  const kept =
    selected.length > items.length ? "\n\nThe groups named default stay: each region keeps its own." : "";
  const confirmed = await ui.confirm({
    message: `Delete ${count(items.length, "cache security group")}?`,
    detail: `${listedByTarget(items, (item) => `${item.cacheSecurityGroupName}: ${about(item)}`)}${kept}`,
    action: "Delete",
  });
  const inhabited = items.filter((item) => grantsOf(item) !== 0);
  if (!confirmed || inhabited.length === 0) {
    return confirmed;
  }
  const number = String(items.length);
  const typed = await ui.input({
    at: { title: `Delete ${count(items.length, "cache security group")}` },
    prompt: `${inhabited.length} of them may let somebody in. Type the number of groups to delete: ${number}`,
    check: (text) =>
      text.trim() === number
        ? { verdict: "ok" }
        : { verdict: "error", message: `Type ${number} to delete ${count(items.length, "group")}` },
  });
  return typed.kind === "answer";
}
