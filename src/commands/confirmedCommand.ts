import type { Change } from "../changes/change";
import { runChange } from "../changes/run";
import type { CommandResult } from "../core/commandResult";
import type { Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import type { Step } from "../ui/wizard";
import type { Command, Params, Services } from "./command";
import { askAndRun, isConfirmed, oneOrMany, withRead } from "./heads";

/** What is particular to a command whose change asks in a modal, unless `confirmed` stands for the answer. */
interface Confirmed<C, Given, Item extends Target, Answer> {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step<C>[];
  readonly change: (services: Services) => Change<Item, Answer>;
  /** What params say, checked: what is given is not asked for. */
  readonly given: (params: Params, services: Services) => Promise<Outcome<Given>>;
  readonly context: (given: Given, services: Services) => C;
  /** The item, once every step was answered. */
  readonly itemOf: (context: C) => Outcome<Item>;
  /** The items of params that have several, all complete; absent where it works on one. */
  readonly items?: (items: readonly Params[], services: Services) => Promise<Outcome<readonly Item[]>>;
}

/** A command that changes one thing, asked for as far as params do not say which, or many that are named whole. */
export function confirmedCommand<
  C extends { readonly services: Services },
  Given,
  Item extends Target,
  Answer,
>({
  id,
  title,
  steps,
  change,
  given,
  context: contextOf,
  itemOf,
  items: readItems,
}: Confirmed<C, Given, Item, Answer>): Command {
  const one = (params: Params, services: Services): Promise<CommandResult> =>
    withRead(given(params, services), (known) => {
      const context = contextOf(known, services);
      const confirmed = isConfirmed(params);
      const isAsked = steps.some((step) => step.isNeeded(context));
      const how = { interactive: !confirmed || isAsked, confirmed };
      return askAndRun(title, steps, context, () =>
        withRead(itemOf(context), (item) => runChange(change(services), [item], how, services)),
      );
    });
  const base = { id, changes: true };
  if (!readItems) {
    return { ...base, run: one };
  }
  return {
    ...base,
    several: "sameKind",
    run: (params, services) =>
      oneOrMany(
        params,
        () => one(params, services),
        (items) => {
          const confirmed = isConfirmed(params);
          const how = { interactive: !confirmed, confirmed, many: true };
          return withRead(readItems(items, services), (read) =>
            runChange(change(services), read, how, services),
          );
        },
      ),
  };
}
