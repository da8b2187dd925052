interface Entry<V> {
  readonly value: V;
  readonly asOf: number;
}

/**
 * Values by key, each dated by the question that its answer belongs to. Answers may arrive out of order: an older
 * one never overwrites a newer one, nor brings back what a newer one knows to be gone.
 */
export class Dated<K, V> {
  readonly #entries = new Map<K, Entry<V>>();
  readonly #removed = new Map<K, number>();
  /** When the newest whole list was asked for: what it did not name was gone then. */
  #listed = 0;

  get(key: K): V | undefined {
    return this.#entries.get(key)?.value;
  }

  values(): readonly V[] {
    return [...this.#entries.values()].map(({ value }) => value);
  }

  /** Whether something about the key was learned later. */
  changedSince(key: K, asOf: number): boolean {
    return (this.#entries.get(key)?.asOf ?? 0) > asOf;
  }

  removedSince(key: K, asOf: number): boolean {
    return (this.#removed.get(key) ?? 0) > asOf;
  }

  /** False where something newer is known. */
  set(key: K, value: V, asOf: number): boolean {
    if (this.#isOlder(key, asOf)) {
      return false;
    }
    this.#entries.set(key, { value, asOf });
    return true;
  }

  /** False where it was seen later than `asOf`. */
  remove(key: K, asOf: number): boolean {
    if (this.#isOlder(key, asOf)) {
      return false;
    }
    this.#removed.set(key, asOf);
    this.#entries.delete(key);
    return true;
  }

  /**
   * Takes a whole list, or the list of a part of all there is: what it does not name is gone, unless it was seen
   * later.
   */
  replace(list: Iterable<readonly [K, V]>, asOf: number, isPart?: (value: V) => boolean): void {
    for (const [key, known] of this.#entries) {
      if (known.asOf <= asOf && (isPart === undefined || isPart(known.value))) {
        this.#entries.delete(key);
        if (isPart) {
          this.#removed.set(key, asOf);
        }
      }
    }
    if (!isPart) {
      this.#listed = Math.max(this.#listed, asOf);
    }
    for (const [key, value] of list) {
      this.set(key, value, asOf);
    }
  }

  #isOlder(key: K, asOf: number): boolean {
    const known = this.#entries.get(key)?.asOf ?? this.#listed;
    return known > asOf || this.removedSince(key, asOf);
  }
}
