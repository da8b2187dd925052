import type { CacheName } from "../core/caches/cache";
import { count } from "../core/plural";
import { shownLines } from "../core/shownText";
import type { Target } from "../core/target";
import type { Judged, Question } from "./change";
import type { ChangeServices } from "./services";

/** A VPC security group to be attached to a cache, or detached from it. */
export interface MembershipItem extends Target {
  readonly cache: CacheName;
  readonly groupId: string;
  /** The cache's groups as they were read, and as they are to be. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

export type Direction = "attach" | "detach";
/** Shows the list before and after. */
export function membershipQuestion(
  judged: readonly Judged<MembershipItem, readonly string[]>[],
  direction: Direction,
  services: ChangeServices,
): Question {
  const action = direction === "attach" ? "Attach" : "Detach";
  const [only] = judged;
  if (only && judged.length === 1) {
    const { item } = only;
    const name = nameIn(item, services);
    return {
      message: `${action} ${name(item.groupId)} ${direction === "attach" ? "to" : "from"} ${item.cache.id}?`,
      detail: shownLines([...beforeAndAfter(item, services), consequence(direction), place(item)]),
      action,
    };
  }
  return {
    message: `${action} ${count(judged.length, "security group")}?`,
    detail: shownLines([
      ...judged.flatMap(({ item }) => [
        `${item.cache.id} (${place(item)})`,
        ...beforeAndAfter(item, services),
      ]),
      consequence(direction),
    ]),
    action,
  };
}

function beforeAndAfter(item: MembershipItem, services: ChangeServices): readonly string[] {
  const name = nameIn(item, services);
  const { before = [], after = [] } = item;
  return [`Before: ${before.map(name).join(", ")}`, `After: ${after.map(name).join(", ")}`];
}

function consequence(direction: Direction): string {
  return direction === "attach"
    ? "Whatever the rules of the group let in gets to reach this cache."
    : "What only the rules of this group let in will not reach the cache any more.";
}

function place({ region, profile }: Target): string {
  return `${region}, profile ${profile}`;
}

function nameIn(target: Target, { state: { vpc } }: ChangeServices): (groupId: string) => string {
  return (groupId) => {
    const name = vpc.group(target, groupId)?.name;
    return name === undefined ? groupId : `${name} (${groupId})`;
  };
}
