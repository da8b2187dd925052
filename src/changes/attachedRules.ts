import { type Cache, isSameCache } from "../core/caches/cache";
import { firstSentence } from "../core/failures/failures";
import { cacheOpenness } from "../core/reach/cacheOpenness";
import { willBeOpen } from "../core/reach/openWords";
import { ruleText } from "../core/rules/ruleText";
import { targetAlone } from "../core/target";
import { knownPrefixLists } from "../store/knownPrefixLists";
import { sourceNames, vpcGroupName } from "../store/ruleNames";
import type { MembershipItem } from "./membershipItem";
import type { ChangeServices } from "./services";

const general = "Whatever the rules of the group let in gets to reach this cache.";

/** What comes of attaching groups, by their rules as they are now: a cache that will be open is named. */
export async function whatAttachingOpens(
  items: readonly MembershipItem[],
  services: ChangeServices,
): Promise<readonly string[]> {
  const lines = await Promise.all(items.map((item) => whatOneOpens(item, services)));
  return [...new Set(lines.flat())];
}

async function whatOneOpens(item: MembershipItem, services: ChangeServices): Promise<readonly string[]> {
  const { groupId } = item;
  const { caches, vpc } = services.state;
  const target = targetAlone(item);
  const cache = (caches.get(target).value ?? []).find((each) => isSameCache(each, item.cache));
  const [there] = await Promise.all([vpc.look(target, [groupId]), vpc.load(target)]);
  const name = vpcGroupName(vpc, target, groupId);
  if (!there.ok) {
    const why = firstSentence(there.failure.message, { ...target, name });
    return [`What ${name} lets in is not known, and it may be everybody. ${why}.`];
  }
  if (!cache) {
    return [general];
  }
  const { known } = await knownPrefixLists(target, there.value, services.state, await services.aws());
  const own = there.value.filter((rule) => rule.groupId === groupId);
  const rulesOf = (id: string) => (id === groupId ? own : vpc.rules(target, id));
  const before = cacheOpenness(cache, rulesOf, known).answer;
  const { answer, rules } = cacheOpenness(withGroup(cache, groupId), rulesOf, known);
  switch (answer) {
    case "no":
      return [general];
    case "notKnown":
      return before === "notKnown"
        ? [general, `Whether ${cache.id} is open is not known.`]
        : [general, willBeOpen([cache.id], false)];
    case "yes": {
      const by = rules.filter((rule) => rule.groupId === groupId);
      const words = by.map((rule) => ruleText(rule, sourceNames(vpc, target, rule))).join(", ");
      return [
        by.length > 0 ? `${name} lets in ${words}.` : general,
        before === "yes" ? `${cache.id} is open already.` : willBeOpen([cache.id]),
      ];
    }
  }
}

/** The cache as it will be. */
function withGroup(cache: Cache, id: string): Cache {
  return { ...cache, securityGroups: [...(cache.securityGroups ?? []), { id, status: "active" }] };
}
