import { distinctItems, type Ended, type IngressItem } from "../../core/batchItem";
import type { CommandResult } from "../../core/commandResult";
import { authorizeItems } from "../authorizeMany/authorizeItems";
import type { Services } from "../command";
import { endBatch } from "../many/endBatch";
import { revokeEach } from "../many/revokeEach";
import { inOrder, readAgain, runBatch } from "../many/runBatch";
import { refuse } from "../tellFailure";

export interface RevokeHow {
  /** Whether somebody is there to answer a guard. */
  readonly interactive: boolean;
  /** Looks first, and leaves alone what is gone already: to undo, the state must still be the one to undo. */
  readonly look: boolean;
}

/** Revokes many. The result has an entry for each of the items, in their order. */
export async function revokeItems(
  items: readonly IngressItem[],
  how: RevokeHow,
  services: Services,
): Promise<CommandResult> {
  const { groups } = services.state;
  if (how.look) {
    await readAgain(items, services);
  }
  const isGone = (item: IngressItem) =>
    how.look &&
    groups.get(item).failure === undefined &&
    revokeEach.isSo(item, groups.find(item, item.cacheSecurityGroupName.toLowerCase()));
  const distinct = distinctItems(items);
  const gone: readonly Ended<IngressItem>[] = distinct
    .filter(isGone)
    .map((item) => ({ item, end: { outcome: "unchanged" } }));
  const toDo = distinct.filter((item) => !isGone(item));
  const ran = await runBatch({ change: revokeEach, items: toDo, interactive: how.interactive }, services);
  if (!ran.ok) {
    return refuse(ran.failure, services);
  }
  const results = inOrder(items, [...gone, ...ran.value.results]);
  return endBatch(
    revokeEach,
    { results, wasCancelled: ran.value.wasCancelled },
    {
      interactive: how.interactive,
      again: (some) => revokeItems(some, { ...how, interactive: true }, services),
      undo: (done) => authorizeItems(done, { interactive: true }, services),
    },
    services,
  );
}
