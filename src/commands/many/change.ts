import type { GroupItem } from "../../core/batchItem";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Failure } from "../../core/failures/failures";
import type { Outcome } from "../../core/outcome";
import type { Services } from "../command";

/** A change that can be made to many, one request each. */
export interface ManyChange<I extends GroupItem> {
  /** The command's title, as the report has it. */
  readonly title: string;
  /** What is being done while it is: "Authorizing 12 grants". */
  readonly doing: (count: number) => string;
  /** What those are that are done: "authorized". */
  readonly done: string;
  /** Sends one, and shows the answer on its row. Never asks anything. */
  readonly send: (item: I, services: Services) => Promise<Outcome<unknown>>;
  /** What a refusal comes to that says it is so already. `again`: an earlier try may have been what did it. */
  readonly alreadySo: (failure: Failure, again: boolean) => "done" | "unchanged" | undefined;
  /** Whether the same request may well work in a few seconds. */
  readonly isPassing: (failure: Failure) => boolean;
  /** Whether the group, read afterwards and absent when it is gone, is as this was to make it. */
  readonly isSo: (item: I, group: CacheSecurityGroup | undefined) => boolean;
}

/** Refused for now: too many requests, or the group is busy with another change. */
export function isBusy({ kind }: Failure): boolean {
  return kind === "throttled" || kind === "invalidState";
}
