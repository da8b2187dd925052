import * as vscode from "vscode";
import { whenHidden } from "./interruption";
import { mostShown, narrow } from "./narrow";
import { withoutIcons } from "./plainText";
import type { Answer, PickEntry, PickItem, PickNote, PickQuestion, Position } from "./ui";
import { windowTurn } from "./windowTurn";

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
  let settling: Promise<void> | undefined;

  /** Shows what there is for what is typed. `active` stays the entry that Enter takes. */
  const show = (active?: (value: T) => boolean) => {
    const typed = picker.value === "" ? undefined : question.fromText?.(picker.value);
    const shown = narrow(entries, picker.value);
    const pinned = shown.findIndex((entry) => "always" in entry && entry.always === true);
    const place = pinned < 0 ? shown.length : pinned;
    const items = [
      ...(typed?.alone ? [] : shown.slice(0, place).map((entry) => toEntry(entry))),
      ...(typed ? [toEntry<T>(typed, true)] : []),
      ...shown.slice(place).map((entry) => toEntry(entry)),
    ];
    picker.items = items;
    const wanted = active && items.find((item) => item.of && active(item.of.value));
    if (wanted) {
      picker.activeItems = [wanted];
    }
    const settled = windowTurn().then(() => {
      if (settling === settled) {
        settling = undefined;
      }
    });
    settling = settled;
  };

  /** The list has grown: what is marked stays so, unless it was marked only because nothing else was there yet. */
  const takeUp = (fuller: readonly PickEntry<T>[]) => {
    const [marked] = picker.activeItems;
    const byDefault = marked?.of?.always === true && marked === picker.items.find(({ of }) => of);
    const kept = byDefault ? undefined : marked?.of;
    entries = fuller;
    show(kept ? (value) => value === kept.value : picker.value === "" ? question.isActive : undefined);
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
      // What VS Code can filter by itself is not sent again for every key.
      const before = standsFor;
      standsFor = value !== "" && question.fromText?.(value) !== undefined;
      if (before || standsFor || entries.length > mostShown) {
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
    const accept = async () => {
      const typed = picker.value;
      let [entry] = picker.selectedItems;
      // VS Code names an entry by its place in the list. Until the window has taken up a new list, it means
      // the old one's; what stands for the text by then is what Enter was pressed for.
      while (settling) {
        await settling;
        [entry] = picker.activeItems;
      }
      if (!ended && picker.value === typed && entry?.of) {
        end({ kind: "answer", value: entry.of.value });
      }
    };
    picker.onDidAccept(() => void accept());
    show(question.isActive);
    if (question.later) {
      picker.busy = true;
      void question.later.then((fuller) => {
        picker.busy = false;
        takeUp(fuller);
      });
    }
    if (question.grow) {
      picker.busy = true;
      const grown = question.grow((fuller) => !ended && takeUp(fuller));
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
