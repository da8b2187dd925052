import { joined } from "../../core/joined";
import { count } from "../../core/plural";
import type { AccessSource } from "../../store/reachable/accessSource";
import type { ReachMatch } from "../../store/reachable/matches";
import type { NotKnown } from "../../store/reachable/notKnown";
import { loadedTargets } from "../../store/refreshTarget";
import { shownTargets } from "../../store/state";
import { rowId } from "../../tree/row";
import { note } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, PickNote } from "../../ui/ui";
import type { Services } from "../command";
import { further, loadRest } from "../further";

/** What is reached, and what may be for all that is known. */
export interface Reach {
  readonly value: readonly ReachMatch[];
  readonly notKnown: readonly NotKnown[];
}

/**
 * Shows the list with where was looked, what is not known last, and the row of what is chosen in it. `again`: looks
 * once more, where the rest was read too.
 */
export async function showReach(
  { value, notKnown }: Reach,
  again: () => Promise<Reach>,
  source: AccessSource,
  services: Services,
): Promise<void> {
  const { label } = source;
  const { ui, tree, state } = services;
  const nothing = notKnown.length === 0 ? "Nothing that is loaded lets in" : "Nothing that is known lets in";
  const shown = Math.max(shownTargets(state).length, loadedTargets(state).length);
  const answer = await ui.pick<ReachMatch | "further">({
    at: { title: "What Can This Reach?" },
    placeholder: `${label}: allowed by security groups. Choose one to show it in the tree`,
    items: [
      ...(value.length === 0 ? [note("info", `${nothing} ${label}`)] : value.map(entry)),
      ...(notKnown.length === 0 ? [] : [{ separator: "not known" }, ...notKnown.map(unknown)]),
      // A heading without entries below it would not be shown.
      note("eye", `Looked in ${loadedTargets(state).length} of ${count(shown, "target")}`),
      ...further(services),
    ],
  });
  if (answer.kind !== "answer") {
    return;
  }
  if (answer.value === "further") {
    await loadRest(services);
    await showReach(await again(), again, source, services);
    return;
  }
  await tree.show(rowOf(answer.value));
}

function entry(match: ReachMatch): PickEntry<ReachMatch> {
  return {
    key: entryKey("match", rowOf(match), match.securityGroupRuleId ?? match.why),
    label: match.cache?.id ?? match.cacheSecurityGroupName ?? "",
    description: joined(match.ports.join(", "), match.region, match.profile),
    detail: match.why,
    icon: match.cache ? "database" : "shield",
    value: match,
  };
}

function unknown({ cache, profile, region, why, failed }: NotKnown): PickNote {
  return note(failed ? "warning" : "question", joined(cache?.id, region, profile), why);
}

function rowOf({ profile, region, cache, securityGroupId, cacheSecurityGroupName = "" }: ReachMatch): string {
  if (!cache) {
    return rowId("cacheSecurityGroup", profile, region, cacheSecurityGroupName);
  }
  return securityGroupId === undefined
    ? rowId("cache", profile, region, cache.kind, cache.id)
    : rowId("vpcSecurityGroup", profile, region, cache.kind, cache.id, securityGroupId);
}
