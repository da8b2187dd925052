import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import type { Target } from "../../core/target";
import type { AccessSource } from "../../store/reachable/accessSource";
import { reachIn } from "../../store/reachable/matches";
import type { NotKnown } from "../../store/reachable/notKnown";
import { loadedTargets } from "../../store/refreshTarget";
import type { State } from "../../store/state";
import type { Command, Services } from "../command";
import { type Reach, showReach } from "./showReach";
import { accessSourceGiven, askAccessSource } from "./source";

/** The caches, and beside them what may let the source in for all that is known. */
type ReachResult = CommandResult & { readonly notKnown?: readonly NotKnown[] };

/** Lists every cache in the loaded targets that lets a source in, both generations together. */
export const whatCanThisReach: Command = {
  id: "whatCanThisReach",
  async run(params, services): Promise<ReachResult> {
    const given = accessSourceGiven(params, services);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const someone = given.value ?? (await askAccessSource(services));
    if (!someone) {
      return cancelled;
    }
    const { value, notKnown } = await look(someone, services);
    // Who names the source alone wants the answer alone; a row, and who was asked, wants to see it.
    if (!given.value || params["profile"] !== undefined) {
      void showReach({ value, notKnown }, () => look(someone, services), someone, services);
    } else {
      tellUnread(notKnown, someone, services);
    }
    return { outcome: "done", value, ...(notKnown.length > 0 ? { notKnown } : {}) };
  },
};

/** Looks in all that is loaded. */
async function look(someone: AccessSource, { state, tree }: Services): Promise<Reach> {
  const targets = loadedTargets(state);
  await tree.whileBusy(Promise.all(targets.map((target) => readAll(target, someone, state))));
  const found = targets.map((target) => reachIn(target, someone, state));
  return {
    value: found.flatMap(({ matches }) => matches),
    notKnown: found.flatMap((each) => each.notKnown),
  };
}

/** The rules of caches that nobody has opened yet belong to the answer, what prefix lists hold, and grants. */
async function readAll(target: Target, { grant }: AccessSource, { groups, vpc }: State): Promise<void> {
  await Promise.all([vpc.load(target), grant && groups.load(target)]);
  await vpc.loadFacts(target);
}

/** Whoever gets the answer alone hears that it is not whole. */
function tellUnread(notKnown: readonly NotKnown[], { label }: AccessSource, { ui, showLog }: Services): void {
  const [first] = notKnown.filter(({ failed }) => failed);
  if (first) {
    const where = first.cache ? `${first.cache.id}: ${first.why}` : first.why;
    const text = `Not all is known of what ${label} can reach. ${where}`;
    void ui.tell({ severity: "warning", text, actions: ["Show Log"] }).then((action) => {
      if (action !== undefined) {
        showLog();
      }
    });
  }
}
