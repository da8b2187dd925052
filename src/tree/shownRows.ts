import type { Row, RowItem, RowKind } from "./row";

/** The kinds whose own words sum up what stands below them. */
const summingUp: ReadonlySet<RowKind> = new Set(["profileGroup", "profile", "region", "caches", "cache"]);

/**
 * The rows as VS Code last got them, by id: it knows a row by the object. Like VS Code, it forgets a row, and all
 * that stood below it, when the rows that it stood among are fetched anew.
 */
export class ShownRows {
  readonly #rows = new Map<string, Row>();
  /** The ids below each row; below the whole tree, those under `undefined`. */
  readonly #below = new Map<string | undefined, readonly string[]>();
  /** How those that sum up were drawn last. */
  readonly #drawn = new WeakMap<Row, string>();

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** Those of the rows that VS Code has. */
  those(areMeant: (row: Row) => boolean): readonly Row[] {
    return [...this.#rows.values()].filter(areMeant);
  }

  /** Takes the rows that VS Code gets below a row, or at the top, in place of those it had there. */
  take(parent: Row | undefined, children: readonly Row[]): void {
    this.#forgetBelow(parent?.id);
    if (parent !== undefined && !this.#rows.has(parent.id)) {
      // It has gone while what is below it was fetched.
      return;
    }
    for (const child of children) {
      this.#rows.set(child.id, child);
    }
    this.#below.set(
      parent?.id,
      children.map(({ id }) => id),
    );
  }

  /** Takes how a row is drawn now. */
  draw(row: Row, item: RowItem): void {
    if (summingUp.has(row.kind)) {
      this.#drawn.set(row, JSON.stringify(item));
    }
  }

  /** The topmost of a row and those above it that would be drawn otherwise now than it was; `undefined` for none. */
  topmostChanged(id: string): Row | undefined {
    let changed: Row | undefined;
    for (let row = this.#rows.get(id); row; row = row.parent && this.#rows.get(row.parent.id)) {
      changed = this.isChanged(row.id) ? row : changed;
    }
    return changed;
  }

  /** Whether a row that is shown would be drawn otherwise now than it was. */
  isChanged(id: string): boolean {
    const row = this.#rows.get(id);
    const drawn = row && this.#drawn.get(row);
    return row !== undefined && drawn !== undefined && drawn !== JSON.stringify(row.item());
  }

  /** Whether other rows stand below a row by now than VS Code was given. */
  hasOthersBelow(id: string): boolean {
    const given = this.#below.get(id);
    const rows = this.#rows.get(id)?.children?.() ?? [];
    return given !== undefined && rows.map((row) => row.id).join("\n") !== given.join("\n");
  }

  #forgetBelow(id: string | undefined): void {
    for (const below of this.#below.get(id) ?? []) {
      // One that has moved stands below another row by now.
      if (this.#rows.get(below)?.parent?.id === id) {
        this.#rows.delete(below);
        this.#forgetBelow(below);
      }
    }
    this.#below.delete(id);
  }
}
