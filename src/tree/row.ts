import type { RowParams } from "./rowParams";

/** The kinds of row, each the first word of its context value. */
export const rowKinds = [
  "profileGroup",
  "profile",
  "region",
  "chooseRegions",
  "cacheSecurityGroups",
  "cacheSecurityGroup",
  "grant",
  "caches",
  "cache",
  "vpcSecurityGroup",
  "rule",
  "otherRules",
  "publicAccess",
  "note",
  "failure",
] as const;

export type RowKind = (typeof rowKinds)[number];

/**
 * A row of the tree. It holds keys, not values: what it shows is read from the state each time, so that a row
 * never tells yesterday's news.
 */
export interface Row {
  /** Unique and stable: kind, target, name. Expanded state and selection hang on it. */
  readonly id: string;
  readonly kind: RowKind;
  readonly parent: Row | undefined;
  /** What a command called on this row is to work on. */
  readonly params: RowParams;
  item(): RowItem;
  /** The rows below; `undefined` until they are loaded. The method is absent where there can be none. */
  children?(): readonly Row[] | undefined;
  /** The rows to show below until those are loaded, where some are known before. */
  whileLoading?(): readonly Row[];
  /** Loads what `children` needs, and facts that go with it, once. Never rejects: a failure becomes a row. */
  load?(): Promise<void>;
  /** What goes on in the background once that is loaded, for whoever wants the row's words to be final. */
  whatFollows?(): Promise<void>;
}

interface Words {
  readonly label: string;
  readonly description: string;
}

export interface RowItem extends Words {
  /** How the view words it, where the label alone fills a narrow one and what matters would be cut off. */
  readonly inView?: Words;
  /** Words joined by dots, the kind first, so that menus match on it: `grant.authorizing`. */
  readonly contextValue: string;
  readonly icon: RowIcon;
  /** Markdown, built from escaped text. Absent where it is made only when somebody points at the row. */
  readonly tooltip?: string;
  /** What a screen reader says: never less than the icon, the label and the description together. */
  readonly accessibilityLabel: string;
  /** How many caches below it are open: told at the row's end too, which a narrow view does not cut. */
  readonly openCaches?: number;
  readonly open: "leaf" | "collapsed" | "expanded";
  /** What a click does, besides selecting. */
  readonly command?: "showFailure" | "chooseRegions";
}

export interface RowIcon {
  /** A product icon: https://code.visualstudio.com/api/references/icons-in-labels */
  readonly id: string;
  readonly color?: string;
}

/** The rows that stand below a row by now: those that are known before the others, while it is loaded. */
export function rowsBelow(row: Row): readonly Row[] {
  return row.children?.() ?? row.whileLoading?.() ?? [];
}

/** An id from its parts, which may hold any character. */
export function rowId(kind: RowKind, ...parts: readonly string[]): string {
  return [kind, ...parts.map((part) => part.replace(/[%/]/g, (c) => (c === "%" ? "%25" : "%2F")))].join("/");
}

/** A context value from its words, those that do not apply left out. */
export function contextValue(kind: RowKind, ...words: readonly (string | false | undefined)[]): string {
  return [kind, ...words.filter((word) => typeof word === "string" && word !== "")].join(".");
}
