import { distinctItems, type Ended, type GroupItem } from "../../core/batchItem";
import type { CommandResult } from "../../core/commandResult";
import type { Services } from "../command";
import { deleteEach } from "../many/deleteEach";
import { endBatch } from "../many/endBatch";
import { inOrder, runBatch } from "../many/runBatch";
import { invalidParameter } from "../params";
import { refuse } from "../tellFailure";

/** Deletes many groups. The result has an entry for each of the items, in their order. */
export async function deleteItems(
  items: readonly GroupItem[],
  interactive: boolean,
  services: Services,
): Promise<CommandResult> {
  const kept: readonly Ended<GroupItem>[] = items.filter(isDefault).map((item) => ({
    item,
    end: {
      outcome: "failed",
      failure: invalidParameter("CacheSecurityGroupName", "Each region keeps its group named default"),
    },
  }));
  const toDo = distinctItems(items).filter((item) => !isDefault(item));
  const ran = await runBatch({ change: deleteEach, items: toDo, interactive }, services);
  if (!ran.ok) {
    return refuse(ran.failure, services);
  }
  const results = inOrder(items, [...kept, ...ran.value.results]);
  return endBatch(
    deleteEach,
    { results, wasCancelled: ran.value.wasCancelled },
    { interactive, again: (some) => deleteItems(some, true, services) },
    services,
  );
}

/** AWS makes it with the region and never lets it go. */
export function isDefault({ cacheSecurityGroupName }: GroupItem): boolean {
  return cacheSecurityGroupName.toLowerCase() === "default";
}
