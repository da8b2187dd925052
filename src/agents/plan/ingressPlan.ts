import type { Change, Judged } from "../../changes/change";
import type { Ending } from "../../changes/expiry/ruleEnd";
import { Guards } from "../../changes/guards";
import { type CommandResult, failedResult } from "../../core/commandResult";
import { distinctBy } from "../../core/distinct";
import type { Failure } from "../../core/failures/failures";
import { type Target, targetAlone, targetKey } from "../../core/target";
import type { AgentServices } from "../services";
import { withEnd } from "./endOfItem";
import type { ItemWords } from "./itemWords";
import { sinceThen } from "./sinceThen";

/** What one operation of a plan is made of: the change, and what is particular to planning it. */
export interface Planning<Item extends Target & Ending, Answer> {
  readonly change: Change<Item, Answer>;
  readonly words: (item: Item) => Promise<ItemWords>;
  /** Asks where the API can whether an item that is open would be allowed, where the look has not. */
  readonly dryRun?: (item: Item) => Promise<Failure | undefined>;
  /** Reads again which caches are reached through the items. */
  readonly readCaches?: (target: Target) => Promise<void>;
}

/** An item with what was found, and what it comes to. */
export interface PlannedItem {
  readonly fields: object;
  readonly verdict: Judged<object, unknown>["verdict"];
  readonly words: ItemWords;
  readonly target: Target;
}

/** A plan: what was found of each item, and how to carry it out. */
export interface IngressPlan {
  readonly title: string;
  /** What those are that are done: "authorized". */
  readonly done: string;
  readonly items: readonly PlannedItem[];
  /** The guard that would refuse it now. */
  refusal(): Promise<Failure | undefined>;
  /** Looks again, and makes what is as it was planned. Asks nobody. */
  apply(signal: AbortSignal): Promise<CommandResult>;
}

/** Looks at the items. Sends nothing that changes anything. */
export async function planned<Item extends Target & Ending, Answer>(
  { change, words, dryRun, readCaches }: Planning<Item, Answer>,
  items: readonly Item[],
  many: boolean,
  services: AgentServices,
): Promise<IngressPlan> {
  const looked = distinctBy(({ item }) => change.key(item), await change.look(distinctBy(change.key, items)));
  const judged = await Promise.all(
    looked.map(async (each): Promise<Judged<Item, Answer>> => {
      const isOpen = each.verdict.kind === "toDo" || each.verdict.kind === "notKnown";
      const failure = isOpen ? await dryRun?.(each.item) : undefined;
      return failure ? { item: each.item, verdict: { kind: "impossible", failure } } : each;
    }),
  );
  const said = await Promise.all(
    judged.map(async ({ item, verdict }) => withEnd(await words(item), item, verdict.kind, services)),
  );
  const before = new Map(
    judged.map(({ item, verdict }, at) => [change.key(item), { verdict, words: said[at] }]),
  );
  const guards = () => new Guards(services, false);
  const profiles = judged.map(({ item }) => item.profile);

  /** What is there now, judged by what was planned, and by which caches are reached through it by now. */
  async function lookAgain(): Promise<readonly Judged<Item, Answer>[]> {
    const targets = distinctBy(
      targetKey,
      judged.map(({ item }) => targetAlone(item)),
    );
    await Promise.all(targets.map((target) => readCaches?.(target)));
    const now = await change.look(judged.map(({ item }) => item));
    return Promise.all(
      now.map(async (each, at) => {
        const was = before.get(change.key(judged[at]?.item ?? each.item));
        if (!was) {
          return each;
        }
        const since = sinceThen(was.verdict, each);
        const more = since.verdict.kind === "toDo" ? moreReached(was.words, await words(each.item)) : [];
        return more.length === 0
          ? since
          : {
              item: each.item,
              verdict: { kind: "toDo", changed: `By now it reaches ${more.join(", ")} too` },
            };
      }),
    );
  }

  return {
    ...{ title: change.title, done: change.done },
    items: judged.map(({ item, verdict }, at) => ({
      fields: change.fields(item),
      verdict,
      words: said[at] ?? { text: "", warnings: [] },
      target: targetAlone(item),
    })),
    refusal: () => guards().ask(profiles),
    apply: async (signal) => {
      const asked = guards();
      const refusal = await asked.ask(profiles);
      if (refusal) {
        return failedResult(refusal);
      }
      const now = distinctBy(({ item }) => change.key(item), await lookAgain());
      const how = { interactive: false, confirmed: true, many, guards: asked, planned: now, signal };
      return services.runChange(
        change,
        now.map(({ item }) => item),
        how,
        services,
      );
    },
  };
}

/** The caches that are reached now, and were not when it was planned. Nobody can tell where either is not known. */
function moreReached(before: ItemWords | undefined, now: ItemWords): readonly string[] {
  const [was, is] = [before?.caches, now.caches];
  return was && is ? is.filter((id) => !was.includes(id)) : [];
}
