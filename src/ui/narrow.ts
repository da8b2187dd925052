import type { PickEntry, PickItem, PickNote, PickSeparator } from "./ui";

/**
 * As many entries of a longer list are shown at once. Nobody reads more, and to send thousands to the window
 * holds up everything else in the extension host.
 */
export const mostShown = 500;

/**
 * The entries to show. VS Code filters them by what is typed; of a list too long to be sent whole, those that
 * match are chosen here before, in the same way: by any part of the label, the description or the detail.
 *
 * @param kept the key of an entry that stays, however far down it stands
 * @param finder which items stand for the text, where the question has a way of its own to tell
 */
export function narrow<T>(
  entries: readonly PickEntry<T>[],
  typed: string,
  kept?: string,
  finder?: (text: string) => (value: T) => boolean,
): readonly PickEntry<T>[] {
  const text = typed.trim();
  if (entries.length <= mostShown && (text === "" || !finder)) {
    return entries;
  }
  const own = finder?.(text);
  const isWanted = own ? ({ value }: PickItem<T>) => own(value) : containing(text);
  const matching: PickEntry<T>[] = [];
  const staying: PickEntry<T>[] = [];
  let heading: PickSeparator | undefined;
  let [shown, left] = [0, 0];
  for (const entry of entries) {
    if ("separator" in entry) {
      heading = entry;
    } else if ("note" in entry || entry.always) {
      staying.push(entry);
    } else if (!isWanted(entry)) {
      // Somebody is looking for another one.
    } else if (shown < mostShown || entry.key === kept) {
      matching.push(...(heading ? [heading] : []), entry);
      heading = undefined;
      shown++;
    } else {
      left++;
    }
  }
  return [...matching, ...(left > 0 ? [more(left, text !== "")] : []), ...staying];
}

function more(left: number, typed: boolean): PickNote {
  return {
    label: `${inThousands(left)} more ${typed ? "match" : "are in the list"}`,
    detail: typed ? "Type more to find one of them" : "Type to find one of them",
    icon: "ellipsis",
    note: true,
  };
}

/** 12,345. `toLocaleString` would hold up the extension host for 17 ms when it is first used. */
function inThousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The first entry that the text stands in; where it stands in none, the first that is shown whatever is typed. */
export function firstMatch<E extends Shown>(entries: readonly E[], typed: string): E | undefined {
  return entries.find(containing(typed.trim())) ?? entries.find(({ alwaysShow }) => alwaysShow);
}

/** What is looked through for a text. */
interface Shown extends Pick<PickItem<unknown>, "label" | "description" | "detail"> {
  readonly alwaysShow?: boolean;
}

/** Finds a text in what is shown of an item, upper or lower case. */
function containing(text: string): (item: Shown) => boolean {
  if (text === "") {
    return () => true;
  }
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "i");
  return ({ label, description, detail }) =>
    pattern.test(label) || pattern.test(description ?? "") || pattern.test(detail ?? "");
}
