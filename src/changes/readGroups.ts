import type { CacheSecurityGroup } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { type GroupItem, storedName } from "../core/cacheSecurityGroups/items";
import { groupNotFound } from "../core/failures/failureScope";
import { failed, type Outcome, succeeded } from "../core/outcome";
import { type Target, targetAlone, targetKey } from "../core/target";
import type { ChangeServices } from "./services";

// Beyond this many groups one look at the whole list costs less than a look at each.
const groupsLookedAtOneByOne = 5;

/** What is known of an item's group: as it is, that there is none, or why it could not be read. */
export type ReadGroup = (item: GroupItem) => Outcome<CacheSecurityGroup | undefined>;

/** Reads the cache security groups that items are about, as they are now, and shows them. */
export async function readGroups(
  items: readonly GroupItem[],
  { state: { groups } }: ChangeServices,
): Promise<ReadGroup> {
  const wanted = new Map<string, { readonly target: Target; readonly names: Set<string> }>();
  for (const item of items) {
    const entry = wanted.get(targetKey(item)) ?? { target: targetAlone(item), names: new Set() };
    entry.names.add(storedName(item.cacheSecurityGroupName));
    wanted.set(targetKey(item), entry);
  }
  const looked = new Map<string, Outcome<CacheSecurityGroup | undefined>>();
  await Promise.all(
    [...wanted.values()].map(async ({ target, names }) => {
      if (names.size > groupsLookedAtOneByOne) {
        await groups.refresh(target);
        return;
      }
      await Promise.all(
        [...names].map(async (name) => {
          const answer = await groups.look(target, name);
          const isGone = !answer.ok && answer.failure.code === groupNotFound;
          looked.set(`${targetKey(target)}\n${name}`, isGone ? succeeded(undefined) : answer);
        }),
      );
    }),
  );
  return (item) => {
    const name = storedName(item.cacheSecurityGroupName);
    const one = looked.get(`${targetKey(item)}\n${name}`);
    if (one) {
      return one;
    }
    const { failure } = groups.get(item);
    return failure ? failed(failure) : succeeded(groups.find(item, name));
  };
}
