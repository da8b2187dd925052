import type { Failure } from "../../src/core/failures/failures";

/** What became of one of many, as callers get it. */
export type ItemResult<Item> = Item &
  (
    | { readonly outcome: "done" | "unchanged" | "notStarted" }
    | { readonly outcome: "failed"; readonly failure: Failure }
  );
