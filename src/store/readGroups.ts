import type { CacheSecurityGroup } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { type GroupItem, groupKey, storedName } from "../core/cacheSecurityGroups/items";
import { groupNotFound } from "../core/failures/failureScope";
import { failed, type Outcome, succeeded } from "../core/outcome";
import { namesByTarget } from "../core/target";
import type { State } from "./state";

// Beyond this many groups one look at the whole list costs less than a look at each.
const groupsLookedAtOneByOne = 5;

/** What is known of an item's group: as it is, that there is none, or why it could not be read. */
export type ReadGroup = (item: GroupItem) => Outcome<CacheSecurityGroup | undefined>;

/** Reads the cache security groups that items are about, as they are now, and shows them. */
export async function readGroups(
  items: readonly GroupItem[],
  { groups }: Pick<State, "groups">,
): Promise<ReadGroup> {
  const looked = new Map<string, Outcome<CacheSecurityGroup | undefined>>();
  const wanted = namesByTarget(items, (item) => storedName(item.cacheSecurityGroupName));
  await Promise.all(
    wanted.map(async ({ target, names }) => {
      if (names.length > groupsLookedAtOneByOne) {
        await groups.refresh(target);
        return;
      }
      await Promise.all(
        names.map(async (cacheSecurityGroupName) => {
          const answer = await groups.look(target, cacheSecurityGroupName);
          const isGone = !answer.ok && answer.failure.code === groupNotFound;
          looked.set(groupKey({ ...target, cacheSecurityGroupName }), isGone ? succeeded(undefined) : answer);
        }),
      );
    }),
  );
  return (item) => {
    const { failure } = groups.get(item);
    return (
      looked.get(groupKey(item)) ??
      (failure ? failed(failure) : succeeded(groups.find(item, item.cacheSecurityGroupName)))
    );
  };
}
