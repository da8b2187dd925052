import type { Rule } from "../../core/rules/rule";
import type { PickNote } from "../../ui/ui";
import type { Opening } from "./askEverybody";

/** What was found before sending: what the rule opens, what is there already, what is missing. */
export interface Findings {
  readonly opens: readonly string[];
  /** Whether every cache was looked at. */
  readonly opensIsKnown: boolean;
  readonly notes: readonly PickNote[];
  /** The rules that are equal, where nothing is left to be made. */
  readonly alreadySo?: readonly Rule[];
  /** What lets everybody in: it is asked again. */
  readonly opening: Opening | undefined;
  /** The tags that may be set; absent where the rule may not be made, or could not be asked about. */
  readonly tags?: Readonly<Record<string, string>>;
}
