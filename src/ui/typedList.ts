import { type Entry, toEntry } from "./entry";
import { firstMatch, narrow } from "./narrow";
import { sharedIcon } from "./sharedIcon";
import type { PickEntry, PickQuestion } from "./ui";

/** The list of a picker for what is typed in it. */
export interface TypedList<T> {
  readonly items: readonly Entry<T>[];
  /** The entry to mark; `undefined` where it is left to VS Code, which marks what matches the text. */
  readonly mark: Entry<T> | undefined;
  /** The places that the window marks when it takes this up. Which one matches a text first, only it knows. */
  readonly signs: readonly number[];
}

export interface Typing {
  readonly text: string;
  /** The key of the entry that the mark stays on, if it is there. */
  readonly kept: string | undefined;
  /**
   * Whether VS Code may hold back a mark in another list, and give it with this one: the text may have hidden it, and
   * then nothing would be marked.
   */
  readonly isMarkHeld: boolean;
}

/** The list to send for what is typed. */
export function typedList<T>(
  entries: readonly PickEntry<T>[],
  question: PickQuestion<T>,
  typing: Typing,
): TypedList<T> {
  const items = itemsFor(entries, question, typing);
  const { kept, text } = typing;
  const staying = kept === undefined ? undefined : items.find(({ of }) => of?.key === kept);
  const mark = staying ?? firstMark(items, question, typing);
  const first = items.findIndex(({ kind }) => kind !== separatorKind);
  const wanted = mark && items.indexOf(mark);
  const places = wanted === undefined ? [] : [wanted];
  const signs = text !== "" || wanted === first ? places : [first, ...places];
  return { items, mark, signs };
}

function itemsFor<T>(
  entries: readonly PickEntry<T>[],
  { fromText, matches }: PickQuestion<T>,
  { text, kept }: Typing,
): readonly Entry<T>[] {
  const typed = text === "" ? undefined : fromText?.(text);
  const shown = narrow(entries, text, kept, matches);
  // What was chosen here is not chosen again by the window, which looks for the text as it stands.
  const all = matches !== undefined && text !== "";
  const without = sharedIcon(entries);
  const pinned = shown.findIndex((entry) => "always" in entry && entry.always === true);
  const place = pinned < 0 ? shown.length : pinned;
  return [
    ...(typed?.alone ? [] : shown.slice(0, place).map((entry) => toEntry(entry, { always: all, without }))),
    ...(typed ? [toEntry<T>(typed, { always: true })] : []),
    ...shown.slice(place).map((entry) => toEntry(entry)),
  ];
}

function firstMark<T>(
  items: readonly Entry<T>[],
  { isActive }: PickQuestion<T>,
  { text, isMarkHeld }: Typing,
): Entry<T> | undefined {
  const takeable = items.filter(({ of }) => of !== undefined);
  if (text !== "") {
    return isMarkHeld ? firstMatch(takeable, text) : undefined;
  }
  return takeable.find(({ of }) => of && isActive?.(of.value)) ?? takeable[0];
}

// `vscode.QuickPickItemKind.Separator`
const separatorKind = -1;
