import { type ItemOutcome, notStarted } from "../core/batchItem";
import { failureReach, leavesOpen } from "../core/failures/failureScope";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import { type Target, targetKey } from "../core/target";
import type { ConcurrencyLimit } from "./concurrencyLimit";

/** The pauses before a request that was refused for now is sent again, on top of the SDK's own. Milliseconds. */
const pauses = [1_000, 2_000, 4_000, 8_000];

export interface ManyOptions<I> {
  readonly lanes: ConcurrencyLimit;
  /** Starts no more when it aborts. What was sent is waited for, so that its outcome is known. */
  readonly signal: AbortSignal;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly send: (item: I) => Promise<Outcome<unknown>>;
  /** The group that an item is about: where that is gone, it is gone for all of its items. */
  readonly groupOf: (item: I) => string;
  /** What a refusal comes to that says it is so already. `again`: an earlier try may have been what did it. */
  readonly alreadySo: (failure: Failure, again: boolean) => "done" | "unchanged" | undefined;
  /** Whether the same request may well work soon. */
  readonly isPassing: (failure: Failure) => boolean;
  readonly onOutcome?: (index: number, outcome: ItemOutcome) => void;
}

/**
 * Sends many changes, a few at a time in each target, each once. What is refused for now is tried again; what
 * must fail like one before it is not sent; after as many failures without an answer in a row as go at a time,
 * the target is left alone. Resolves to the outcome of each item, in their order.
 */
export async function runMany<I extends Target>(
  items: readonly I[],
  options: ManyOptions<I>,
): Promise<readonly ItemOutcome[]> {
  const outcomes = items.map(() => notStarted);
  const onOutcome = (index: number, outcome: ItemOutcome) => {
    outcomes[index] = outcome;
    options.onOutcome?.(index, outcome);
  };
  const queues = new Map<string, [number, I][]>();
  for (const [index, item] of items.entries()) {
    const queue = queues.get(targetKey(item)) ?? [];
    queues.set(targetKey(item), queue);
    queue.push([index, item]);
  }
  const runs = [...queues.values()].map((queue) => new TargetRun(queue, { ...options, onOutcome }));
  await Promise.all(runs.map((run) => run.finish()));
  return outcomes;
}

class TargetRun<I extends Target> {
  readonly #queue: [number, I][];
  readonly #options: ManyOptions<I>;
  /** Failures that hold for all that is left of a group, or of the target, whose name is none. */
  readonly #foregone = new Map<string, Failure>();
  #unansweredInARow = 0;

  constructor(queue: [number, I][], options: ManyOptions<I>) {
    this.#queue = queue;
    this.#options = options;
  }

  async finish(): Promise<void> {
    await Promise.all(Array.from({ length: this.#options.lanes.width }, () => this.#work()));
  }

  async #work(): Promise<void> {
    const { lanes, signal, onOutcome } = this.#options;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [index, item] = next;
      const leave = await lanes.enter(item, signal);
      if (!leave) {
        return;
      }
      // While it waited for its turn, another may have been told why it cannot be.
      const failure = this.#foregoneFor(item);
      const outcome = failure ? { outcome: "failed" as const, failure } : await this.#attempt(item);
      leave();
      this.#learn(item, outcome);
      onOutcome?.(index, outcome);
    }
  }

  #next(): [number, I] | undefined {
    const { signal, lanes } = this.#options;
    const goesOn = !signal.aborted && this.#unansweredInARow < lanes.width;
    return goesOn ? this.#queue.shift() : undefined;
  }

  async #attempt(item: I): Promise<ItemOutcome> {
    const { send, alreadySo, isPassing, sleep, signal } = this.#options;
    for (let tries = 0; ; tries++) {
      const answer = await send(item);
      if (answer.ok) {
        return { outcome: "done" };
      }
      const { failure } = answer;
      const outcome = alreadySo(failure, tries > 0);
      if (outcome) {
        return { outcome };
      }
      const pause = isPassing(failure) ? pauses[tries] : undefined;
      if (pause !== undefined) {
        await sleep(pause, signal);
      }
      if (pause === undefined || signal.aborted) {
        return { outcome: "failed", failure };
      }
    }
  }

  #learn(item: I, outcome: ItemOutcome): void {
    const failure = outcome.outcome === "failed" ? outcome.failure : undefined;
    this.#unansweredInARow = failure && leavesOpen(failure) ? this.#unansweredInARow + 1 : 0;
    const reach = failure ? failureReach(failure) : "item";
    if (failure && reach !== "item") {
      this.#foregone.set(reach === "group" ? this.#options.groupOf(item) : "", failure);
    }
  }

  #foregoneFor(item: I): Failure | undefined {
    return this.#foregone.get("") ?? this.#foregone.get(this.#options.groupOf(item));
  }
}
