import { type Ended, those } from "../core/changes/end";
import type { CommandResult } from "../core/commandResult";
import { reportOf, summaryOf } from "../core/formats/changeReport";
import { type Target, targetAlone } from "../core/target";
import { isFolded } from "../ui/folded";
import { tellFailure } from "../ui/tellFailure";
import type { Message } from "../ui/ui";
import type { Change } from "./change";
import type { How } from "./how";
import type { ChangeServices } from "./services";
import type { Undoable } from "./undoable";

/** What can be done after a change. */
export interface Next<Item> {
  readonly again: (items: readonly Item[]) => Promise<CommandResult>;
  /** Absent where nothing was made that can be taken back. */
  readonly undoable?: Undoable;
  readonly undo?: () => Promise<CommandResult>;
}

/** What is told of, and with what. */
interface Telling<Item extends Target, Answer> {
  readonly change: Change<Item, Answer>;
  readonly how: How<Item, Answer>;
  readonly services: ChangeServices;
  readonly next: Next<Item>;
}

/** A button of a message, and what it does. */
interface Action {
  readonly label: string;
  readonly run: () => unknown;
}

/** Says once how a change ended, with what can be done next. Nobody waits for the answer. */
export async function tellEnd<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  ended: readonly Ended<Item, Answer>[],
  how: How<Item, Answer>,
  wasCancelled: boolean,
  services: ChangeServices,
  next: Next<Item>,
): Promise<void> {
  const left = how.undoing ? leftAlone(change, ended) : undefined;
  if (left !== undefined) {
    const [first] = ended;
    await say({ severity: "warning", text: `Nothing was undone: ${left}` }, [], services, first?.item);
    return;
  }
  const isSilent = ({ item, end }: Ended<Item, Answer>) =>
    end.outcome === "unchanged" && change.unchanged(item) === "";
  if (ended.length > 0 && ended.every(isSilent)) {
    return;
  }
  const [only] = ended;
  if (only && ended.length === 1 && !how.many && !how.asValue) {
    await tellOne(only, { change, how, services, next });
  } else {
    await tellMany(ended, wasCancelled, { change, how, services, next });
  }
}

/** Why nothing of it is undone, where nothing is: each was taken back already, or is another thing by now. */
function leftAlone<Item extends Target, Answer>(
  { undone }: Change<Item, Answer>,
  ended: readonly Ended<Item, Answer>[],
): string | undefined {
  const reasons = ended.map(({ end }) =>
    end.outcome === "unchanged"
      ? undone
      : end.outcome === "failed" && (end.failure.kind === "changedSince" || end.failure.kind === "notFound")
        ? end.failure.message
        : undefined,
  );
  const [first] = reasons;
  return reasons.every((reason) => reason !== undefined) && first !== undefined
    ? [...new Set(reasons)].join("; ")
    : undefined;
}

async function tellOne<Item extends Target, Answer>(
  { item, end }: Ended<Item, Answer>,
  { change, how, services, next }: Telling<Item, Answer>,
): Promise<void> {
  switch (end.outcome) {
    case "failed":
      tellFailure(end.failure, services, () => next.again([item]), targetAlone(item));
      return;
    case "unchanged":
      await say({ severity: "information", text: change.unchanged(item) }, [], services, item);
      return;
    case "done": {
      if (how.isFirstOfTwo) {
        return;
      }
      const { made, found } = end;
      const whose = found ? ", perhaps by somebody else" : "";
      const message = made && (await change.end(item, made.answer));
      if (message) {
        if (next.undoable && !message.canUndo) {
          services.undoable.remove(next.undoable);
        }
        await say(
          { ...message, text: `${message.text}${whose}${message.besides ?? ""}` },
          [...(message.canUndo ? undoing(next) : []), ...copying(change, item, services)],
          services,
          item,
        );
      } else if (!made) {
        await say(
          { severity: "information", text: `${change.title}: 1 ${change.done}${whose}` },
          copying(change, item, services),
          services,
        );
      }
      return;
    }
    case "notStarted":
      return;
  }
}

function undoing({ undo }: Pick<Next<never>, "undo">): readonly Action[] {
  return undo ? [{ label: "Undo", run: undo }] : [];
}

function copying<Item extends Target>(
  { copy }: Pick<Change<Item, never>, "copy">,
  item: Item,
  services: ChangeServices,
): readonly Action[] {
  const params = copy?.(item);
  return params
    ? [{ label: "Copy as AWS CLI", run: () => services.runCommand("copyAsCli", { ...params }) }]
    : [];
}

async function tellMany<Item extends Target, Answer>(
  ended: readonly Ended<Item, Answer>[],
  wasCancelled: boolean,
  { change, how, services, next }: Telling<Item, Answer>,
): Promise<void> {
  const failed = those(ended, "failed");
  const rest = those(ended, "notStarted");
  const report = () =>
    services.ui.showText({ name: `${change.title} report.txt`, text: reportOf(change, ended, wasCancelled) });
  if (how.interactive && (failed.length > 0 || rest.length > 0)) {
    void report();
  }
  const what = [summaryOf(change, ended) || "nothing to do", how.besides].filter(Boolean).join(", ");
  await say(
    {
      severity: failed.length > 0 ? "error" : rest.length > 0 ? "warning" : "information",
      text: `${change.title}: ${what}`,
    },
    [
      ...(failed.length > 0 ? [{ label: "Retry Failed", run: () => next.again(failed) }] : []),
      ...(rest.length > 0 ? [{ label: "Run the Rest", run: () => next.again(rest) }] : []),
      ...(ended.length > 0 ? [{ label: "Show Report", run: report }] : []),
      ...undoing(next),
    ],
    services,
  );
}

async function say(
  { severity, text }: Omit<Message, "actions">,
  known: readonly Action[],
  { ui, runCommand }: ChangeServices,
  target?: Target,
): Promise<void> {
  const refresh = {
    label: "Refresh",
    run: () => target && runCommand("refresh", { ...targetAlone(target) }),
  };
  const actions = known.length === 0 && target && isFolded(text) ? [refresh] : known;
  const chosen = await ui.tell({ severity, text, actions: actions.map(({ label }) => label) });
  await actions.find(({ label }) => label === chosen)?.run();
}
