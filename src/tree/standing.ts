import { type Row, rowsBelow } from "./row";

/**
 * Tells whether rows still stand in the tree: what they show is read from the state, which may have lost it since
 * they were made. The rows of one selection are looked up in one go, so what stands below a row is read once for
 * all of them.
 */
export class Standing {
  readonly #roots: () => readonly Row[];
  readonly #below = new Map<string | undefined, ReadonlySet<string>>();

  constructor(roots: () => readonly Row[]) {
    this.#roots = roots;
  }

  has(row: Row): boolean {
    return this.#idsBelow(row.parent).has(row.id) && (row.parent === undefined || this.has(row.parent));
  }

  #idsBelow(parent: Row | undefined): ReadonlySet<string> {
    let ids = this.#below.get(parent?.id);
    if (!ids) {
      ids = new Set((parent ? rowsBelow(parent) : this.#roots()).map(({ id }) => id));
      if (this.#below.size === 0) {
        queueMicrotask(() => this.#below.clear());
      }
      this.#below.set(parent?.id, ids);
    }
    return ids;
  }
}
