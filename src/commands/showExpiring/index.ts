import { type CommandResult, cancelled, done } from "../../core/commandResult";
import { isShownFor, parseQuery } from "../../core/find/query";
import { textParam } from "../../core/given/texts";
import { joined } from "../../core/joined";
import { count } from "../../core/plural";
import type { Target } from "../../core/target";
import {
  type Expiring,
  expiringIn,
  knownTargets,
  lostProfiles,
  notReadOf,
} from "../../store/expiry/expiring";
import { loadedTargets } from "../../store/refreshTarget";
import { shownTargets } from "../../store/state";
import { failureNote, note, section } from "../../ui/entries";
import type { PickEntry } from "../../ui/ui";
import type { Command, Services } from "../command";
import { furtherEntry } from "../further";
import { withRead } from "../heads";
import { expiringEntry, expiringValue, searchedOf } from "./entries";
import { ExpiringLooks } from "./look";
import { whatThen } from "./whatThen";

type Choice = Expiring | "further";

/**
 * Everything that ends, in all targets, the first to end first. What is known to end is looked at at once, with one request
 * a target; the targets of which nobody knows anything only when asked for. With `query` nobody is asked anything.
 */
export const showExpiring: Command = {
  id: "showExpiring",
  run: (params, services) =>
    withRead(textParam(params, "query"), async (query) => {
      await Promise.all([services.state.profiles.config(), services.expiry.refresh()]);
      const looks = new ExpiringLooks(services);
      return query === undefined ? ask(looks, services, "") : list(looks, query, services);
    }),
};

/** For whoever calls it with a query: all targets, what could not be read beside what was. */
async function list(looks: ExpiringLooks, query: string, services: Services): Promise<CommandResult> {
  const { state, expiry } = services;
  await looks.into(allTargets(services));
  const words = parseQuery(query);
  const expiring = expiringIn(looks.all(), expiry, state)
    .filter((each) => isShownFor(words, searchedOf(each, state)))
    .map((each) => expiringValue(each, state));
  const notRead = notReadOf(looks.all(), expiry, state).map(({ target, failure: { kind, message } }) => ({
    ...target,
    failure: { kind, message },
  }));
  return done({ expiring, notRead });
}

async function ask(looks: ExpiringLooks, services: Services, typed: string): Promise<CommandResult> {
  const { state, ui, expiry } = services;
  const atOnce = looks.left([...knownTargets(expiry, state), ...loadedTargets(state)]);
  const answer = await ui.pick<Choice>({
    at: { title: "What Expires" },
    placeholder: "The first to end first. Words in any order find one: a name, an address, an ID, a day",
    items: entries(looks, services),
    ...(atOnce.length > 0 ? { later: looks.into(atOnce).then(() => entries(looks, services)) } : {}),
    typed,
    matches: (text) => {
      const words = parseQuery(text);
      return (choice) => choice !== "further" && isShownFor(words, searchedOf(choice, state));
    },
  });
  if (answer.kind !== "answer") {
    return cancelled;
  }
  const { value: chosen, typed: text = "" } = answer;
  if (chosen === "further") {
    await looks.withProgress(looks.left(allTargets(services)));
    return ask(looks, services, text);
  }
  const result = await whatThen(chosen, services);
  return result === "back" ? ask(looks, services, text) : result;
}

function entries(looks: ExpiringLooks, services: Services): readonly PickEntry<Choice>[] {
  const { state, expiry } = services;
  const all = expiringIn(looks.all(), expiry, state);
  const isOver = (each: Expiring) => each.end.at <= state.ends.now(each);
  const entriesOf = (some: readonly Expiring[]) => some.map((each) => expiringEntry(each, state));
  const left = looks.left(allTargets(services)).length;
  return [
    ...section("Expired", entriesOf(all.filter(isOver))),
    ...section("To expire", entriesOf(all.filter((each) => !isOver(each)))),
    ...(all.length === 0 ? [note("info", "Nothing is known to expire")] : []),
    ...notes(looks, services),
    ...furtherEntry(left, "profiles and regions in which nothing is known to expire"),
  ];
}

/** Why something may be missing. */
function notes(looks: ExpiringLooks, { state, expiry }: Services): readonly PickEntry<never>[] {
  const notRead = notReadOf(looks.all(), expiry, state);
  const [first] = notRead;
  const lost = lostProfiles(expiry, state);
  return [
    ...(first && notRead.length === 1 ? [failureNote(first.failure, first.target)] : []),
    ...(first && notRead.length > 1
      ? [
          note(
            "warning",
            `Not known in ${count(notRead.length, "target")}`,
            notRead.map(({ target }) => joined(target.profile, target.region)).join(", "),
          ),
        ]
      : []),
    ...(lost.length > 0
      ? [note("warning", "More was to end by profiles that are not there any more", lost.join(", "))]
      : []),
  ];
}

/** Those that the tree shows, and those in which something is known to end. */
function allTargets({ state, expiry }: Services): readonly Target[] {
  return [...knownTargets(expiry, state), ...shownTargets(state)];
}
