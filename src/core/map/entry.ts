import type { Grant } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Rule } from "../rules/rule";
import type { CellState } from "./mapData";

/** What lets a source in, or may: one rule, one grant, that a cache is public, or that it is not known. */
export type EntryOf =
  | { readonly by: "rule"; readonly rule: Rule }
  | { readonly by: "grant"; readonly grant: Grant; readonly cacheSecurityGroupName: string }
  | { readonly by: "public" }
  /** Nothing that was read. */
  | { readonly by: "notRead" };

export type MapEntry = EntryOf & {
  readonly state: CellState;
  readonly word: string;
  readonly why: string;
  /** The ports that it covers, where it is a rule that lets in. */
  readonly ports: readonly number[];
};

/** What a cell is made of, for what can be done with it. */
export interface CellEntries {
  readonly row: number;
  readonly column: number;
  readonly entries: readonly MapEntry[];
}
