import { type Target, targetKey } from "../core/target";

interface Entry {
  underWay: Promise<void> | undefined;
  /** The read that begins when the one under way ends. */
  next: Promise<void> | undefined;
}

/**
 * Reads of targets, one at a time for each. A read under way is not shared with whoever asks for a new one: what
 * made them ask may have happened since it began. However many ask meanwhile, one more follows it.
 */
export class TargetReads {
  readonly #read: (target: Target) => Promise<void>;
  readonly #tell: (target: Target) => void;
  readonly #entries = new Map<string, Entry>();

  /** `tell` is called when a read begins, and when it has ended. */
  constructor(read: (target: Target) => Promise<void>, tell: (target: Target) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  underWay(target: Target): Promise<void> | undefined {
    return this.#entries.get(targetKey(target))?.underWay;
  }

  /** The newest read that was asked for, under way or about to begin. */
  newest(target: Target): Promise<void> | undefined {
    const entry = this.#entries.get(targetKey(target));
    return entry?.next ?? entry?.underWay;
  }

  again(target: Target): Promise<void> {
    const entry = this.#entry(target);
    if (!entry.underWay) {
      return this.#begin(entry, target);
    }
    const next = () => {
      entry.next = undefined;
      // Whoever came between the two reads has begun one that is new enough.
      return entry.underWay ?? this.#begin(entry, target);
    };
    entry.next ??= entry.underWay.then(next, next);
    return entry.next;
  }

  #begin(entry: Entry, target: Target): Promise<void> {
    entry.underWay = this.#read(target).finally(() => {
      entry.underWay = undefined;
      this.#tell(target);
    });
    this.#tell(target);
    return entry.underWay;
  }

  #entry(target: Target): Entry {
    const key = targetKey(target);
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { underWay: undefined, next: undefined };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}
