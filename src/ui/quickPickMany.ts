import * as vscode from "vscode";
import { whenHidden } from "./interruption";
import { type Entry, place, toEntry } from "./quickPick";
import type { Answer, PickManyEntry, PickManyQuestion } from "./ui";

/** Asks with a quick pick with check boxes. */
export function askQuickPickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>> {
  const picker = vscode.window.createQuickPick<Entry<T>>();
  place(picker, question.at);
  picker.placeholder = question.placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.canSelectMany = true;
  let fixed = new Set<Entry<T>>();

  const show = (entries: readonly PickManyEntry<T>[]) => {
    const shown = entries.map((entry) => ({ entry, item: toEntry(entry) }));
    fixed = new Set(shown.flatMap(({ entry, item }) => ("fixed" in entry && entry.fixed ? [item] : [])));
    picker.items = shown.map(({ item }) => item);
    picker.selectedItems = shown.flatMap(({ entry, item }) =>
      "picked" in entry && entry.picked ? [item] : [],
    );
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
      if (selected.some((item) => fixed.has(item))) {
        picker.selectedItems = selected.filter((item) => !fixed.has(item));
      }
    });
    picker.onDidAccept(() => {
      const value = picker.selectedItems.flatMap((item) =>
        item.of && !fixed.has(item) ? [item.of.value] : [],
      );
      if (!picker.busy && (value.length > 0 || question.atLeastOne !== true)) {
        end({ kind: "answer", value });
      }
    });
    show(question.items);
    if (question.later) {
      picker.busy = true;
      void question.later.then((entries) => {
        picker.busy = false;
        show(entries);
      });
    }
    picker.show();
  });
}
