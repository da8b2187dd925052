import { AsyncLocalStorage } from "node:async_hooks";
import type { Ending } from "../core/history";
import type { ItemOfPlan, PlanLine } from "../core/journal/journalLine";
import type { Journal } from "./journal";

/** What a command is about to send. */
export type Plan = Omit<PlanLine, "line" | "id" | "time">;

/** An item while it is sent, and the id of its last request. */
interface Sending extends ItemOfPlan {
  request?: string;
}

/** A plan while it is carried out. */
export interface RunningPlan {
  /** Sends something for an item: requests that are sent meanwhile are of it. */
  sending<T>(item: number, send: () => Promise<T>): Promise<T>;
  /** A look has told what became of an item that was in doubt. */
  settled(item: number, outcome: Ending): Promise<void>;
  /** The ids of the last request of each item that was sent. */
  requests(): readonly string[];
}

/** The plans of this window in the journal, so that the next can finish what this one may not come to the end of. */
export class Plans {
  readonly #journal: Pick<Journal, "write" | "window">;
  readonly #sending = new AsyncLocalStorage<Sending>();
  #running = 0;

  constructor(journal: Pick<Journal, "write" | "window">) {
    this.#journal = journal;
  }

  /** Carries a plan out. Its line is on the disk before any of its requests, which wait for theirs behind it. */
  run<T>(plan: Plan, work: (running: RunningPlan) => Promise<T>): Promise<T> {
    const { window } = this.#journal;
    const id = window.nextId();
    const sent = new Map<number, Sending>();
    return window.whileUnderWay(async () => {
      this.#running += 1;
      void this.#journal.write({ line: "plan", id, time: new Date().toISOString(), ...plan });
      try {
        return await work({
          sending: (item, send) => {
            const sending: Sending = { plan: id, item };
            sent.set(item, sending);
            return this.#sending.run(sending, send);
          },
          settled: (item, outcome) => this.settle(sent.get(item)?.request, outcome),
          requests: () => [...sent.values()].flatMap(({ request }) => request ?? []),
        });
      } finally {
        void this.#journal.write({ line: "planEnded", id });
        this.#running -= 1;
        if (this.#running === 0) {
          // While it is in use, Node hands it on to every promise of the process: those of other extensions too.
          this.#sending.disable();
        }
      }
    });
  }

  /** Notes what a look has told of a request that was in doubt. */
  async settle(request: string | undefined, outcome: Ending): Promise<void> {
    if (request !== undefined) {
      await this.#journal.write({ line: "amended", id: request, outcome });
    }
  }

  /** Says that a request is about to be sent, and gets what it is for. */
  itemOf(request: string): ItemOfPlan | undefined {
    const sending = this.#sending.getStore();
    if (!sending) {
      return undefined;
    }
    // What is sent after it for the same item only goes with it.
    if (sending.request !== undefined) {
      return undefined;
    }
    sending.request = request;
    return { plan: sending.plan, item: sending.item };
  }
}
