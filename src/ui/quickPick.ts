import * as vscode from "vscode";
import { whenHidden } from "./interruption";
import { withoutIcons } from "./plainText";
import type { Answer, PickEntry, PickItem, PickNote, PickQuestion, Position } from "./ui";

/** An entry as VS Code has it, with what it stands for. */
export interface Entry<T> extends vscode.QuickPickItem {
  readonly of?: PickItem<T>;
}

/** Asks with a quick pick. Hiding it, by Escape or by opening something else, cancels. */
export function askQuickPick<T>(question: PickQuestion<T>): Promise<Answer<T>> {
  const picker = vscode.window.createQuickPick<Entry<T>>();
  place(picker, question.at);
  picker.placeholder = question.placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  let entries = question.items;

  const show = () => {
    const active = picker.activeItems[0]?.of?.value;
    const typed = picker.value === "" ? undefined : question.fromText?.(picker.value);
    const pinned = entries.findIndex((entry) => "always" in entry && entry.always === true);
    const place = pinned < 0 ? entries.length : pinned;
    const items = [
      ...(typed?.alone ? [] : entries.slice(0, place).map((entry) => toEntry(entry))),
      ...(typed ? [toEntry<T>(typed, true)] : []),
      ...entries.slice(place).map((entry) => toEntry(entry)),
    ];
    picker.items = items;
    const wanted =
      picker.value !== ""
        ? undefined
        : (items.find(
            (item) =>
              item.of &&
              (active === undefined ? question.isActive?.(item.of.value) : item.of.value === active),
          ) ?? items.find((item) => item.of && question.isActive?.(item.of.value)));
    if (wanted) {
      picker.activeItems = [wanted];
    }
  };

  return new Promise((resolve) => {
    let ended = false;
    const end = (answer: Answer<T>) => {
      ended = true;
      resolve(answer);
      picker.dispose();
    };
    let standsFor = false;
    picker.onDidChangeValue((value) => {
      // Thousands of entries are not sent again for every key that stands for nothing by itself.
      const before = standsFor;
      standsFor = value !== "" && question.fromText?.(value) !== undefined;
      if (before || standsFor) {
        show();
      }
    });
    picker.onDidTriggerButton(() => end({ kind: "back" }));
    picker.onDidHide(() => {
      if (!ended) {
        whenHidden(
          () => !ended && picker.show(),
          () => end({ kind: "cancel" }),
        );
      }
    });
    picker.onDidAccept(() => {
      const entry = picker.selectedItems[0];
      const picked = entry?.of;
      // Enter pressed right after a key can still carry an entry that the key has taken away.
      if (picked && picker.items.includes(entry)) {
        end({ kind: "answer", value: picked.value });
      }
    });
    show();
    if (question.later) {
      picker.busy = true;
      void question.later.then((fuller) => {
        entries = fuller;
        picker.busy = false;
        show();
      });
    }
    if (question.grow) {
      picker.busy = true;
      const grown = question.grow((fuller) => {
        if (!ended) {
          entries = fuller;
          show();
        }
      });
      void grown.then(() => {
        picker.busy = false;
      });
    }
    picker.show();
  });
}

/** Title, step n of m, Back. */
export function place(
  input: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] },
  at: Position,
): void {
  input.title = at.title;
  input.step = at.totalSteps === 1 ? undefined : at.step;
  input.totalSteps = at.totalSteps === 1 ? undefined : at.totalSteps;
  input.buttons = at.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  input.ignoreFocusOut = true;
}

/** An entry in VS Code's terms. */
export function toEntry<T>(entry: PickEntry<T> | PickNote, always = false): Entry<T> {
  if ("separator" in entry) {
    return { label: entry.separator, kind: vscode.QuickPickItemKind.Separator };
  }
  const label = withoutIcons(entry.label);
  const shown = {
    label: entry.icon ? `$(${entry.icon}) ${label}` : label,
    ...(entry.detail === undefined ? {} : { detail: withoutIcons(entry.detail) }),
  };
  if ("note" in entry) {
    return { ...shown, alwaysShow: true };
  }
  return {
    ...shown,
    ...(entry.description === undefined ? {} : { description: withoutIcons(entry.description) }),
    alwaysShow: always || entry.always === true,
    of: entry,
  };
}
