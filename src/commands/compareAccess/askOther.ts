import type { Moment } from "../../core/compare/moment";
import { count } from "../../core/plural";
import { type Target, targetKey } from "../../core/target";
import { shownTargets } from "../../store/state";
import { note } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickItem } from "../../ui/ui";
import type { Services } from "../command";
import { targetEntry } from "../steps/targetStep";

/** What a target is compared with: itself at a moment, and at a later one or now; or another target. */
export type Other = { readonly moment: Moment; readonly until?: Moment } | { readonly target: Target };

/** Asks for it: the moments that were kept stand first. `undefined` when the user gave up. */
export async function askOther(target: Target, services: Services): Promise<Other | undefined> {
  const { state, ui, moments } = services;
  const kept = await moments.of(target);
  const targets = shownTargets(state).filter((each) => targetKey(each) !== targetKey(target));
  const answer = await ui.pick<Other>({
    at: { title: `Compare Access: ${target.profile}, ${target.region}` },
    placeholder: "Compared with: a moment that was kept, or another profile or region",
    items: [
      { separator: "moments that were kept" },
      ...(kept.length > 0
        ? kept.map(momentEntry)
        : [note("info", "None was kept yet: Keep This Moment keeps one of today for later")]),
      ...(targets.length > 0 ? [{ separator: "other profiles and regions" }] : []),
      ...targets.map((each) => ({
        ...targetEntry(each, state.accounts.get(each.profile)?.accountId),
        value: { target: each },
      })),
    ],
  });
  return answer.kind === "answer" ? answer.value : undefined;
}

function momentEntry(moment: Moment): PickItem<Other> {
  return {
    key: entryKey("moment", moment.at),
    label: moment.at.replace("T", " ").replace(/\.\d+Z$/, " UTC"),
    description: `${count(moment.places.length, "cache or group", "caches and groups")}, compared with now`,
    icon: "history",
    value: { moment },
  };
}
