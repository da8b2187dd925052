import { type Failure, firstSentence } from "../core/failures/failures";
import { entryKey } from "./entryKey";
import type { PickItem, PickNote, PickSeparator } from "./ui";

/** Something to read among the entries. */
export function note(icon: string, label: string, detail?: string): PickNote {
  return { icon, label, ...(detail === undefined ? {} : { detail }), note: true };
}

/** Why something is missing from a list. `about`: where it was asked for, by its names. */
export function failureNote({ message }: Failure, about: object): PickNote {
  return note("warning", firstSentence(message, about));
}

/** What is typed, as it would be used. */
export function typedEntry<T>(text: string, value: T): PickItem<T> {
  return { key: entryKey("typed", text), label: `Use ${text}`, icon: "pencil", value };
}

/** Entries below a heading; nothing where there are none. */
export function section<E>(separator: string, entries: readonly E[]): readonly (E | PickSeparator)[] {
  return entries.length === 0 ? [] : [{ separator }, ...entries];
}
