import { count } from "../core/plural";
import { shownLines } from "../core/shownText";
import type { Target } from "../core/target";
import { vpcGroupWords } from "../store/ruleNames";
import { whatAttachingOpens } from "./attachedRules";
import type { Judged, Question } from "./change";
import type { MembershipItem } from "./membershipItem";
import type { ChangeServices } from "./services";

export type Direction = "attach" | "detach";

/** Shows the list before and after, and what comes of it. */
export async function membershipQuestion(
  judged: readonly Judged<MembershipItem, readonly string[]>[],
  direction: Direction,
  services: ChangeServices,
): Promise<Question> {
  const items = judged.map(({ item }) => item);
  const consequences = direction === "attach" ? await whatAttachingOpens(items, services) : [lost];
  const action = direction === "attach" ? "Attach" : "Detach";
  const [only] = judged;
  if (only && judged.length === 1) {
    const { item } = only;
    const name = vpcGroupWords(services.state.vpc, item, item.groupId);
    return {
      message: `${action} ${name} ${direction === "attach" ? "to" : "from"} ${item.cache.id}?`,
      detail: shownLines([...beforeAndAfter(item, services), ...consequences, place(item)]),
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
      ...consequences,
    ]),
    action,
  };
}

function beforeAndAfter(item: MembershipItem, { state: { vpc } }: ChangeServices): readonly string[] {
  const name = (groupId: string) => vpcGroupWords(vpc, item, groupId);
  const { before = [], after = [] } = item;
  return [`Before: ${before.map(name).join(", ")}`, `After: ${after.map(name).join(", ")}`];
}

const lost = "What only the rules of this group let in will not reach the cache any more.";

function place({ region, profile }: Target): string {
  return `${region}, profile ${profile}`;
}
