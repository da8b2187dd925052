import { commands, Disposable, StatusBarAlignment, type StatusBarItem, window } from "vscode";
import { grantKey, isChanging } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { targetKey } from "../../core/target";
import type { State } from "../../store/state";
import { rowId } from "../../tree/row";
import { type Changing, settledWords, settlingWords } from "./settlingWords";

/** How long it is said how the last one has ended. Milliseconds. */
const endSaid = 5_000;

// The underscore keeps it out of the list of keyboard shortcuts: it means nothing without the entry.
const showCommand = "_elasticacheAccess.showSettling";

/**
 * A quiet entry in the status bar while AWS is at work on a grant, which leads to its row, and how it has ended. It is
 * a live region: a screen reader says it, with Do Not Disturb too, where VS Code shows no message.
 */
export class SettlingEntry implements Disposable {
  readonly #groups: State["groups"];
  readonly #stops: Disposable;
  #item: StatusBarItem | undefined;
  #changing: ReadonlyMap<string, Changing> = new Map();
  #isWaiting = false;
  #leaving: NodeJS.Timeout | undefined;

  /** `show`: opens the way to a row, by its id. */
  constructor({ groups }: Pick<State, "groups">, show: (id: string) => Promise<void>) {
    this.#groups = groups;
    const stop = groups.changed.listen(() => this.#refreshSoon());
    this.#stops = Disposable.from({ dispose: stop }, commands.registerCommand(showCommand, show));
  }

  dispose(): void {
    this.#stops.dispose();
    clearTimeout(this.#leaving);
    this.#item?.dispose();
  }

  /** Once for however much changes in one go. */
  #refreshSoon(): void {
    if (!this.#isWaiting) {
      this.#isWaiting = true;
      setImmediate(() => {
        this.#isWaiting = false;
        this.#refresh();
      });
    }
  }

  #refresh(): void {
    const before = this.#changing;
    this.#changing = this.#now();
    const [current] = this.#changing.values();
    const last = [...before.values()].at(-1);
    if (current) {
      this.#say("$(loading~spin)", settlingWords([...this.#changing.values()]), current);
    } else if (last) {
      this.#say("$(check)", settledWords(last, this.#statusOf(last)), last);
      this.#leaving = setTimeout(() => this.#item?.hide(), endSaid);
    }
  }

  #now(): ReadonlyMap<string, Changing> {
    const changing = new Map<string, Changing>();
    for (const target of this.#groups.targets()) {
      for (const { name: group, grants } of this.#groups.get(target).value ?? []) {
        for (const grant of grants.filter(isChanging)) {
          changing.set([targetKey(target), group, grantKey(grant)].join("\n"), { target, group, grant });
        }
      }
    }
    return changing;
  }

  #statusOf({ target, group, grant }: Changing): string | undefined {
    const grants = this.#groups.find(target, group)?.grants ?? [];
    return grants.find((each) => grantKey(each) === grantKey(grant))?.status;
  }

  #say(icon: string, words: string, { target, group }: Changing): void {
    clearTimeout(this.#leaving);
    this.#item ??= window.createStatusBarItem("settling", StatusBarAlignment.Left);
    const item = this.#item;
    item.name = "ElastiCache: what AWS is at work on";
    item.text = `${icon} ${words}`;
    item.accessibilityInformation = { label: words, role: "status" };
    item.command = {
      command: showCommand,
      title: "Show in Tree",
      arguments: [rowId("cacheSecurityGroup", target.profile, target.region, group)],
    };
    item.show();
  }
}
