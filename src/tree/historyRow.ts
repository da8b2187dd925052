import type { RowItem } from "./row";

/** The kinds of row in the view of changes, each the first word of its context value. */
export const historyRowKinds = ["change", "interrupted", "olderChanges", "unreadHistory"] as const;

/** A row of the view of changes. It crosses bundles as plain data, and is what a command called on it is given. */
export interface HistoryRow {
  readonly key: string;
  /** The change that it shows. */
  readonly change?: string;
  /** The plan that was cut off, as Finish Interrupted Changes… takes it. */
  readonly id?: string;
  /** Where the changes below it begin, counted from the newest. */
  readonly from?: number;
  readonly drawn: RowItem;
}
