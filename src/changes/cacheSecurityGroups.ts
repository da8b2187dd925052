import { toApiShape } from "../core/cacheSecurityGroups/apiShape";
import { type CacheSecurityGroup, grantKey } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { groupIsGone } from "../core/cacheSecurityGroups/groupIsGone";
import { type GroupItem, groupKey, storedName } from "../core/cacheSecurityGroups/items";
import { count } from "../core/plural";
import { targetAlone } from "../core/target";
import { readGroups } from "../store/readGroups";
import { type Change, inverse, type Judged, type Verdict } from "./change";
import { type DeletedGroupItem, defaultStays, isDefault } from "./deletedGroup";
import { deleteQuestion, named } from "./deleteQuestion";
import type { ChangeServices } from "./services";
import { unread } from "./unread";

/** A cache security group to be made. */
export interface NewGroupItem extends GroupItem {
  readonly description: string;
}

/** CreateCacheSecurityGroup. Undo deletes the group again, as long as nobody has put anything into it. */
export function createGroups(services: ChangeServices): Change<NewGroupItem, CacheSecurityGroup> {
  const { groups } = services.state;
  return {
    ...common,
    command: "createCacheSecurityGroup",
    title: "Create Cache Security Group",
    doing: (number) => `Creating ${count(number, "cache security group")}`,
    done: "created",
    undone: "somebody has made it again",
    look: async (items) => {
      const read = await readGroups(items, services.state);
      return items.map((item): Judged<NewGroupItem, CacheSecurityGroup> => {
        const found = read(item);
        if (!found.ok) {
          return { item, verdict: unread(found.failure) };
        }
        // Another's group of the same name has hardly the same description: then it is not the one to be made.
        return { item, verdict: found.value ? alreadyThere(item, found.value) : { kind: "toDo" } };
      });
    },
    send: (item) => {
      const { cacheSecurityGroupName: name, description } = item;
      const target = targetAlone(item);
      return groups.change(target, { name }, async () =>
        (await services.aws()).createCacheSecurityGroup(target, { name, description }),
      );
    },
    alreadySo: () => false,
    unchanged: ({ cacheSecurityGroupName }) => `${cacheSecurityGroupName} was there already`,
    end: async (item, group) => {
      const row = ["cacheSecurityGroup", item.profile, item.region, group.name] as const;
      services.showRow(...row);
      services.made?.(...row);
      return { severity: "information", text: `${group.name} was created in ${where(item)}`, canUndo: true };
    },
    undo: (made) =>
      inverse(
        deleteGroups(services),
        made.map(({ item, answer: { name, description } }) => ({
          ...targetAlone(item),
          cacheSecurityGroupName: name,
          read: { description, grants: [] },
        })),
      ),
    value: (_, group) => toApiShape(group),
    fields: (item) => ({ ...nameOf(item), description: item.description }),
  };
}

/** DeleteCacheSecurityGroup. There is no way back: the grants go with the group. */
export function deleteGroups(services: ChangeServices): Change<DeletedGroupItem, undefined> {
  const { groups } = services.state;
  return {
    ...common,
    command: "deleteCacheSecurityGroup",
    title: "Delete Cache Security Group",
    doing: (number) => `Deleting ${count(number, "cache security group")}`,
    done: "deleted",
    undone: "it is not there any more",
    look: async (items) => {
      const read = await readGroups(
        items.filter((item) => !isDefault(item)),
        services.state,
      );
      return items.map((item): Judged<DeletedGroupItem, undefined> => {
        if (isDefault(item)) {
          return { item, verdict: { kind: "impossible", failure: defaultStays } };
        }
        const found = read(item);
        if (!found.ok) {
          return { item, verdict: unread(found.failure) };
        }
        return found.value ? toDelete(item, found.value) : { item, verdict: gone(item) };
      });
    },
    send: (item) => {
      const target = targetAlone(item);
      const name = storedName(item.cacheSecurityGroupName);
      return groups.change(target, { name }, async () =>
        (await services.aws()).deleteCacheSecurityGroup(target, name),
      );
    },
    alreadySo: ({ kind }) => kind === "notFound",
    question: deleteQuestion,
    unchanged: ({ cacheSecurityGroupName }) => `${cacheSecurityGroupName} is not there any more`,
    end: async (item) => ({
      severity: "information",
      text: `${item.cacheSecurityGroupName} was deleted in ${where(item)}`,
      canUndo: false,
    }),
    value: () => undefined,
    fields: nameOf,
  };
}

const common = {
  key: groupKey,
  scope: (item: GroupItem) => storedName(item.cacheSecurityGroupName),
  // A group in use stays so for longer than anybody waits.
  isPassing: ({ kind }: { readonly kind: string }) => kind === "throttled",
};

function nameOf({ profile, region, cacheSecurityGroupName }: GroupItem): GroupItem {
  return { profile, region, cacheSecurityGroupName };
}

function where({ region, profile }: GroupItem): string {
  return `${region} (${profile})`;
}

function alreadyThere(item: NewGroupItem, group: CacheSecurityGroup): Verdict<CacheSecurityGroup> {
  return group.description === item.description && group.grants.length === 0
    ? { kind: "alreadySo", why: "It is there", answer: group }
    : {
        kind: "impossible",
        failure: {
          kind: "alreadyExists",
          field: "cacheSecurityGroupName",
          message: `There is a cache security group ${group.name} in ${item.region} already. Nothing was sent`,
        },
      };
}

function gone(item: GroupItem): Verdict<undefined> {
  return { kind: "alreadySo", why: "It is not there", answer: undefined, missing: groupIsGone(item) };
}

/** As it is now; changed where it lets in somebody that it was not read to, or is another group by now. */
function toDelete(item: DeletedGroupItem, group: CacheSecurityGroup): Judged<DeletedGroupItem, undefined> {
  const { description, grants } = group;
  const known = new Set(item.read?.grants.map(grantKey));
  const more = grants.filter((grant) => !known.has(grantKey(grant)));
  const changed = !item.read
    ? undefined
    : more.length > 0
      ? `${group.name} lets in ${named(more)} now`
      : description === item.read.description
        ? undefined
        : `${group.name} is another group by now`;
  return {
    item: { ...item, read: { description, grants } },
    verdict: { kind: "toDo", ...(changed === undefined ? {} : { changed }) },
  };
}
