import { window } from "vscode";
import { type Entry, toEntry } from "./entry";
import { whenHidden } from "./interruption";
import { place } from "./position";
import { sharedIcon } from "./sharedIcon";
import type { Answer, PickManyEntry, PickManyQuestion } from "./ui";
import { windowTurn } from "./windowTurn";

/** Asks with a quick pick with check boxes. */
export function askQuickPickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>> {
  const picker = window.createQuickPick<Entry<T>>();
  place(picker, question.at);
  picker.placeholder = question.placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.canSelectMany = true;
  let fixed = new Set<Entry<T>>();

  const show = async () => {
    picker.busy = true;
    const entries = await question.items;
    const without = sharedIcon(entries);
    const shown = entries.map((entry) => ({ entry, item: toEntry(entry, { without }) }));
    fixed = new Set(shown.flatMap(({ entry, item }) => (isFixed(entry) ? [item] : [])));
    picker.items = shown.map(({ item }) => item);
    picker.selectedItems = shown.flatMap(({ entry, item }) => (isPicked(entry) ? [item] : []));
    // Nobody accepts what the window does not show yet.
    await windowTurn();
    picker.busy = false;
  };

  return new Promise((resolve) => {
    let ended = false;
    const end = (answer: Answer<readonly T[]>) => {
      ended = true;
      resolve(answer);
      picker.dispose();
    };
    picker.onDidTriggerButton(() => end({ kind: "back" }));
    picker.onDidHide(() => {
      if (!ended) {
        whenHidden(
          () => !ended && picker.show(),
          () => end({ kind: "cancel" }),
        );
      }
    });
    // VS Code gives every row of such a list a box; one that cannot be chosen does not stay checked.
    picker.onDidChangeSelection((selected) => {
      picker.title = question.at.title;
      if (selected.some((item) => fixed.has(item))) {
        picker.selectedItems = selected.filter((item) => !fixed.has(item));
      }
    });
    picker.onDidAccept(() => {
      const value = picker.selectedItems.flatMap((item) =>
        item.of && !fixed.has(item) ? [item.of.value] : [],
      );
      if (picker.busy) {
        return;
      }
      if (value.length > 0 || question.atLeastOne !== true) {
        end({ kind: "answer", value });
      } else {
        // Of what the picker shows only its title is seen whatever is typed, and part of the box's accessible name.
        picker.title = `${question.at.title}: check one at least`;
      }
    });
    void show();
    picker.show();
  });
}

function isFixed(entry: PickManyEntry<unknown>): boolean {
  return "fixed" in entry && entry.fixed === true;
}

function isPicked(entry: PickManyEntry<unknown>): boolean {
  return "picked" in entry && entry.picked;
}
