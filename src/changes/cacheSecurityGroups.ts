import { toApiShape } from "../core/cacheSecurityGroups/apiShape";
import {
  type CacheSecurityGroup,
  type Grant,
  grantKey,
} from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { type GroupItem, groupKey, storedName } from "../core/cacheSecurityGroups/items";
import { groupNotFound } from "../core/failures/failureScope";
import { firstSentence } from "../core/failures/failures";
import { invalidParameter } from "../core/failures/invalidParameter";
import { count } from "../core/plural";
import { targetAlone } from "../core/target";
import { type Change, inverse, type Judged, type Question, type Verdict } from "./change";
import { listedByTarget } from "./listed";
import { readGroups } from "./readGroups";
import type { ChangeServices } from "./services";
import { unread } from "./unread";

/** A cache security group to be made. */
export interface NewGroupItem extends GroupItem {
  readonly description: string;
}

/** A cache security group to be deleted, and what it was read as: whom it lets in goes with it. */
export interface DeletedGroupItem extends GroupItem {
  readonly read?: Pick<CacheSecurityGroup, "description" | "grants">;
}

/** CreateCacheSecurityGroup. Undo deletes the group again, as long as nobody has put anything into it. */
export function createGroups(services: ChangeServices): Change<NewGroupItem, CacheSecurityGroup> {
  const { groups } = services.state;
  return {
    ...common,
    title: "Create Cache Security Group",
    doing: (number) => `Creating ${count(number, "cache security group")}`,
    done: "created",
    undone: "somebody has made it again",
    look: async (items) => {
      const read = await readGroups(items, services);
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
      services.showRow("cacheSecurityGroup", item.profile, item.region, group.name);
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
    title: "Delete Cache Security Group",
    doing: (number) => `Deleting ${count(number, "cache security group")}`,
    done: "deleted",
    undone: "it is not there any more",
    look: async (items) => {
      const read = await readGroups(
        items.filter((item) => !isDefault(item)),
        services,
      );
      return items.map((item): Judged<DeletedGroupItem, undefined> => {
        if (isDefault(item)) {
          const failure = invalidParameter(
            "cacheSecurityGroupName",
            "Each region keeps its group named default",
          );
          return { item, verdict: { kind: "impossible", failure } };
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

/** AWS makes it with the region and never lets it go. */
export function isDefault({ cacheSecurityGroupName }: GroupItem): boolean {
  return storedName(cacheSecurityGroupName) === "default";
}

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
  const { cacheSecurityGroupName, region, profile } = item;
  return {
    kind: "alreadySo",
    why: "It is not there",
    answer: undefined,
    missing: {
      kind: "notFound",
      code: groupNotFound,
      message: `There is no cache security group ${cacheSecurityGroupName} in ${region} (${profile}). Nothing was sent`,
    },
  };
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

function deleteQuestion(
  open: readonly Judged<DeletedGroupItem, undefined>[],
  decided: readonly Judged<DeletedGroupItem, undefined>[],
): Question {
  const [only] = open;
  const question = only && open.length === 1 ? questionOfOne(only) : questionOfMany(open);
  const kept = decided.some(({ item }) => isDefault(item))
    ? "\n\nThe groups named default stay: each region keeps its own."
    : "";
  return { ...question, detail: `${question.detail}${kept}` };
}

/** A modal that names what goes. A group that may let somebody in asks for its name besides. */
function questionOfOne({ item, verdict }: Judged<DeletedGroupItem, undefined>): Question {
  const name = storedName(item.cacheSecurityGroupName);
  const question = {
    message: `Delete the cache security group ${name}?`,
    detail: `${whatGoes(item, verdict)} (${item.region}, profile ${item.profile}).`,
    action: "Delete",
  };
  const lets = verdict.kind === "notKnown" ? "may let" : "lets";
  return isEmpty({ item, verdict })
    ? question
    : {
        ...question,
        typed: {
          title: `Delete ${name}`,
          prompt: `${name} ${lets} somebody in. Type its name to delete it`,
          text: name,
          wrong: `Type ${name} to delete it`,
        },
      };
}

/**
 * A modal that names the groups and what they let in. Where any lets somebody in, the number of groups is to be
 * typed besides: the name of one would say nothing about the others, and all names are more than anybody types.
 */
function questionOfMany(judged: readonly Judged<DeletedGroupItem, undefined>[]): Question {
  const about = ({ item, verdict }: Judged<DeletedGroupItem, undefined>) => {
    const { length } = item.read?.grants ?? [];
    return verdict.kind === "notKnown"
      ? "not read"
      : length === 0
        ? "lets nobody in"
        : count(length, "grant");
  };
  const text = new Map(judged.map((each) => [each.item, about(each)]));
  const question = {
    message: `Delete ${count(judged.length, "cache security group")}?`,
    detail: listedByTarget(
      judged.map(({ item }) => item),
      (item) => `${item.cacheSecurityGroupName}: ${text.get(item)}`,
    ),
    action: "Delete",
  };
  const inhabited = judged.filter((each) => !isEmpty(each));
  const number = String(judged.length);
  return inhabited.length === 0
    ? question
    : {
        ...question,
        typed: {
          title: `Delete ${count(judged.length, "cache security group")}`,
          prompt: `${inhabited.length} of them may let somebody in. Type the number of groups to delete: ${number}`,
          text: number,
          wrong: `Type ${number} to delete ${count(judged.length, "group")}`,
        },
      };
}

/** Whether it is known to let nobody in. */
function isEmpty({ item, verdict }: Judged<DeletedGroupItem, undefined>): boolean {
  return verdict.kind !== "notKnown" && item.read?.grants.length === 0;
}

function whatGoes({ read }: DeletedGroupItem, verdict: Verdict): string {
  if (verdict.kind === "notKnown") {
    return `Whom it lets in could not be read: ${firstSentence(verdict.failure.message)}`;
  }
  const grants = read?.grants ?? [];
  return grants.length === 0
    ? "It lets nobody in"
    : `It goes with its ${grants.length === 1 ? "grant" : `${grants.length} grants`}: ${named(grants)}`;
}

function named(grants: readonly Grant[]): string {
  const names = grants
    .slice(0, 5)
    .map((grant) => `${grant.ec2SecurityGroupName} of ${grant.ec2SecurityGroupOwnerId}`);
  return `${names.join(", ")}${grants.length > 5 ? "…" : ""}`;
}
