import type { AccessSource } from "../../store/reachable/accessSource";
import type { ReachMatch } from "../../store/reachable/matches";
import type { NotKnown } from "../../store/reachable/notKnown";
import { rowId } from "../../tree/row";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, PickNote } from "../../ui/ui";
import type { Services } from "../command";

/** Shows the list, what is not known last, and the row of what is chosen in it. */
export async function showReach(
  matches: readonly ReachMatch[],
  notKnown: readonly NotKnown[],
  { label }: AccessSource,
  { ui, tree }: Services,
): Promise<void> {
  const nothing = notKnown.length === 0 ? "Nothing that is loaded lets in" : "Nothing that is known lets in";
  const answer = await ui.pick<ReachMatch>({
    at: { title: "What Can This Reach?" },
    placeholder: `${label}: allowed by security groups. Choose one to show it in the tree`,
    items: [
      ...(matches.length === 0 ? [note("info", `${nothing} ${label}`)] : matches.map(entry)),
      ...(notKnown.length === 0 ? [] : [{ separator: "not known" }, ...notKnown.map(unknown)]),
    ],
  });
  if (answer.kind === "answer") {
    await tree.show(rowOf(answer.value));
  }
}

function entry(match: ReachMatch): PickEntry<ReachMatch> {
  return {
    key: entryKey("match", rowOf(match), match.securityGroupRuleId ?? match.why),
    label: match.cache?.id ?? match.cacheSecurityGroupName ?? "",
    description: [match.ports.join(", "), match.region, match.profile].filter(Boolean).join(" · "),
    detail: match.why,
    icon: match.cache ? "database" : "shield",
    value: match,
  };
}

function unknown({ cache, profile, region, why, failed }: NotKnown): PickNote {
  const place = `${region} · ${profile}`;
  return note(failed ? "warning" : "question", cache ? `${cache.id} · ${place}` : place, why);
}

function note(icon: string, label: string, detail?: string): PickNote {
  return { icon, label, ...(detail === undefined ? {} : { detail }), note: true };
}

function rowOf({ profile, region, cache, securityGroupId, cacheSecurityGroupName = "" }: ReachMatch): string {
  if (!cache) {
    return rowId("cacheSecurityGroup", profile, region, cacheSecurityGroupName);
  }
  return securityGroupId === undefined
    ? rowId("cache", profile, region, cache.kind, cache.id)
    : rowId("vpcSecurityGroup", profile, region, cache.kind, cache.id, securityGroupId);
}
