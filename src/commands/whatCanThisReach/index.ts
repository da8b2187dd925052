import { cancelled, done } from "../../core/commandResult";
import { loadedTargets } from "../../store/refreshTarget";
import { rowId } from "../../tree/row";
import type { PickEntry } from "../../ui/ui";
import type { Command } from "../command";
import { refuse } from "../tellFailure";
import { matchesIn, type ReachMatch } from "./matches";
import { type AccessSource, accessSourceGiven, askAccessSource } from "./source";

/** Lists every cache in the loaded targets that lets a source in, both generations together. */
export const whatCanThisReach: Command = {
  id: "whatCanThisReach",
  async run(params, services) {
    const given = accessSourceGiven(params, services);
    if (!given.ok) {
      return refuse(given.failure, services);
    }
    const someone = given.value ?? (await askAccessSource(services));
    if (!someone) {
      return cancelled;
    }
    const { state, tree, ui } = services;
    const targets = loadedTargets(state);
    // The rules of caches that nobody has opened yet belong to the answer.
    await tree.whileBusy(Promise.all(targets.map((target) => state.vpc.load(target))));
    const matches = targets.flatMap((target) => matchesIn(target, someone, state));
    // Who names the source alone wants the answer alone; a row, and who was asked, wants to see it.
    if (given.value && params["profile"] === undefined) {
      return done(matches);
    }
    void ui
      .pick<ReachMatch>({
        at: { title: "What Can This Reach?" },
        placeholder: `${someone.label}: allowed by security groups. Choose one to show it in the tree`,
        items: entries(matches, someone),
      })
      .then((answer) => (answer.kind === "answer" ? tree.show(rowOf(answer.value)) : undefined));
    return done(matches);
  },
};

function entries(matches: readonly ReachMatch[], { label }: AccessSource): readonly PickEntry<ReachMatch>[] {
  if (matches.length === 0) {
    return [{ label: `Nothing that is loaded lets in ${label}`, icon: "info", note: true }];
  }
  return matches.map((match) => ({
    label: match.cache?.id ?? match.cacheSecurityGroupName ?? "",
    description: [match.ports.join(", "), match.region, match.profile].filter(Boolean).join(" · "),
    detail: match.why,
    icon: match.cache ? "database" : "shield",
    value: match,
  }));
}

function rowOf({ profile, region, cache, securityGroupId, cacheSecurityGroupName = "" }: ReachMatch): string {
  if (!cache) {
    return rowId("cacheSecurityGroup", profile, region, cacheSecurityGroupName);
  }
  return securityGroupId === undefined
    ? rowId("cache", profile, region, cache.kind, cache.id)
    : rowId("vpcSecurityGroup", profile, region, cache.kind, cache.id, securityGroupId);
}
