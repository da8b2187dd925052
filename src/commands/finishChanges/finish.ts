import type { Change } from "../../changes/change";
import { doneBefore } from "../../changes/decision";
import type { Finishing } from "../../changes/how";
import { runChange } from "../../changes/run";
import { takenUp } from "../../changes/settle";
import type { Ended } from "../../core/changes/end";
import { type CommandResult, failedResult } from "../../core/commandResult";
import { type CutOff, type CutOffItem, isLeft } from "../../core/journal/cutOff";
import type { Target } from "../../core/target";
import type { Services } from "../command";
import { remadeChange } from "./remake";

/**
 * Does what is left of a change that was cut off: by the same driver, which looks first. What is so by now is not
 * sent again, and is ours to take back only where the journal says so.
 */
export async function finish(cutOff: CutOff, confirmed: boolean, services: Services): Promise<CommandResult> {
  const params = cutOff.items.map((item) => item.params);
  const remade = await remadeChange(cutOff.command, params, services);
  return remade.ok
    ? remade.value.into((change, items) => finishItems(cutOff, change, items, confirmed, services))
    : failedResult(remade.failure);
}

async function finishItems<Item extends Target, Answer>(
  cutOff: CutOff,
  change: Change<Item, Answer>,
  items: readonly Item[],
  confirmed: boolean,
  services: Services,
): Promise<CommandResult> {
  const all = items.flatMap((item, at) => {
    const kept = cutOff.items[at];
    return kept ? [{ item, kept }] : [];
  });
  const left = all.filter(({ kept }) => isLeft(kept.became));
  const over = all.filter(({ kept }) => !isLeft(kept.became));
  let began = false;
  const finishing: Finishing<Item, Answer> = {
    plan: cutOff.id,
    before: () => endsOf(change, over),
    inDoubt: (item) => {
      const known = left.find((each) => change.key(each.item) === change.key(item))?.kept;
      return known?.became === "inDoubt" ? (cutOff.looked ? "ours" : "notKnown") : undefined;
    },
    looked: async (judged) => {
      began = true;
      await Promise.all(
        judged.map(({ verdict: { kind } }, at) => {
          const kept = left[at]?.kept;
          const told = kind === "alreadySo" ? "done" : kind === "toDo" ? "failed" : undefined;
          return kept?.became === "inDoubt" && told ? services.plans.settle(kept.request, told) : undefined;
        }),
      );
    },
  };
  const how = { interactive: !confirmed, confirmed, many: items.length > 1, finishing };
  const rest = left.map(({ item }) => item);
  const result = await runChange(change, rest, how, services);
  if (began) {
    await services.history.write({ line: "planEnded", id: cutOff.id });
  }
  return result;
}

/** What was done before, as it is now: what is not there any more is not ours to take back. */
async function endsOf<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  over: readonly { readonly item: Item; readonly kept: CutOffItem }[],
): Promise<readonly Ended<Item, Answer>[]> {
  const done = over.filter(({ kept }) => kept.became === "done").map(({ item }) => item);
  const judged = done.length === 0 ? [] : await change.look(done);
  return [
    ...(await Promise.all(
      judged.map(
        async ({ item, verdict }): Promise<Ended<Item, Answer>> => ({
          item,
          end:
            verdict.kind === "alreadySo"
              ? await takenUp(change, doneBefore(item, verdict, true))
              : { outcome: "done" },
        }),
      ),
    )),
    ...over
      .filter(({ kept }) => kept.became === "unchanged")
      .map(({ item }): Ended<Item, Answer> => ({ item, end: { outcome: "unchanged" } })),
  ];
}
