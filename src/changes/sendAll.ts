import { type ItemEnd, notStarted } from "../core/changes/end";
import { failureReach, isInDoubt, leavesOpen } from "../core/failures/failureScope";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import { type Target, targetKey } from "../core/target";
import type { ConcurrencyLimit } from "../store/concurrencyLimit";

/** The pauses before a request that was refused for now is sent again, on top of the SDK's own. Milliseconds. */
const pauses = [1_000, 2_000, 4_000, 8_000];

export interface SendOptions<Item, Answer> {
  readonly lanes: ConcurrencyLimit;
  /** Starts no more when it aborts. What was sent is waited for, so that its outcome is known. */
  readonly signal: AbortSignal;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** What forbids a request at the moment when it is about to be sent. */
  readonly refusal: (item: Item) => Failure | undefined;
  readonly send: (item: Item) => Promise<Outcome<Answer>>;
  readonly scope: (item: Item) => string;
  readonly alreadySo: (failure: Failure) => boolean;
  readonly isPassing: (failure: Failure) => boolean;
  readonly onEnd?: (index: number) => void;
}

/**
 * Sends many changes, a few at a time in each target, each once. What is refused for now is tried again; what
 * must fail like one before it is not sent; after as many failures without an answer in a row as go at a time,
 * the target is left alone. Resolves to the end of each item, in their order.
 */
export async function sendAll<Item extends Target, Answer>(
  items: readonly Item[],
  options: SendOptions<Item, Answer>,
): Promise<readonly ItemEnd<Item, Answer>[]> {
  const ends: ItemEnd<Item, Answer>[] = items.map(() => notStarted);
  const onEnd = (index: number, end: ItemEnd<Item, Answer>) => {
    ends[index] = end;
    options.onEnd?.(index);
  };
  const queues = new Map<string, [number, Item][]>();
  for (const [index, item] of items.entries()) {
    const queue = queues.get(targetKey(item)) ?? [];
    queues.set(targetKey(item), queue);
    queue.push([index, item]);
  }
  const runs = [...queues.values()].map((queue) => new TargetRun(queue, options, onEnd));
  await Promise.all(runs.map((run) => run.finish()));
  return ends;
}

class TargetRun<Item extends Target, Answer> {
  readonly #queue: [number, Item][];
  readonly #options: SendOptions<Item, Answer>;
  readonly #onEnd: (index: number, end: ItemEnd<Item, Answer>) => void;
  /** Failures that hold for all that is left of a scope, or of the target, whose scope is none. */
  readonly #foregone = new Map<string, Failure>();
  #unansweredInARow = 0;

  constructor(
    queue: [number, Item][],
    options: SendOptions<Item, Answer>,
    onEnd: (index: number, end: ItemEnd<Item, Answer>) => void,
  ) {
    this.#queue = queue;
    this.#options = options;
    this.#onEnd = onEnd;
  }

  async finish(): Promise<void> {
    await Promise.all(Array.from({ length: this.#options.lanes.width }, () => this.#work()));
  }

  async #work(): Promise<void> {
    const { lanes, signal } = this.#options;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [index, item] = next;
      const leave = await lanes.enter(item, signal);
      if (!leave) {
        return;
      }
      // While it waited for its turn, another may have been told why it cannot be.
      const failure = this.#foregoneFor(item);
      const end = failure ? { outcome: "failed" as const, failure } : await this.#attempt(item);
      leave();
      this.#learn(item, end);
      this.#onEnd(index, end);
    }
  }

  #next(): [number, Item] | undefined {
    const { signal, lanes } = this.#options;
    const goesOn = !signal.aborted && this.#unansweredInARow < lanes.width;
    return goesOn ? this.#queue.shift() : undefined;
  }

  async #attempt(item: Item): Promise<ItemEnd<Item, Answer>> {
    const { refusal, send, alreadySo, isPassing, sleep, signal } = this.#options;
    for (let tries = 0; ; tries++) {
      const refused = refusal(item);
      if (refused) {
        return { outcome: "failed", failure: refused };
      }
      const answer = await send(item);
      if (answer.ok) {
        const made = { item, answer: answer.value };
        return { outcome: "done", made, ...(answer.found ? { found: true } : {}) };
      }
      const { failure } = answer;
      // An attempt that was refused did nothing: what exists after it is somebody else's.
      if (alreadySo(failure) && !isInDoubt(failure)) {
        return { outcome: "unchanged" };
      }
      const pause = isPassing(failure) && !isInDoubt(failure) ? pauses[tries] : undefined;
      if (pause !== undefined) {
        await sleep(pause, signal);
      }
      if (pause === undefined || signal.aborted) {
        return { outcome: "failed", failure };
      }
    }
  }

  #learn(item: Item, end: ItemEnd<Item, Answer>): void {
    const failure = end.outcome === "failed" ? end.failure : undefined;
    this.#unansweredInARow = failure && leavesOpen(failure) ? this.#unansweredInARow + 1 : 0;
    const reach = failure ? failureReach(failure) : "item";
    if (failure && reach !== "item") {
      this.#foregone.set(reach === "scope" ? this.#options.scope(item) : "", failure);
    }
  }

  #foregoneFor(item: Item): Failure | undefined {
    return this.#foregone.get("") ?? this.#foregone.get(this.#options.scope(item));
  }
}
