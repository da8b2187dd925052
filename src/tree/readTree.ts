import { distinctRows } from "./distinctRows";
import type { Row } from "./row";
import { shownItem } from "./shownItem";

/** A row as other extensions and tests see it: the same words as on the screen. */
export interface TreeRow {
  readonly id: string;
  readonly contextValue: string;
  readonly label: string;
  readonly description: string;
  /** Absent where there can be no rows, and where they are not loaded. */
  readonly children?: readonly TreeRow[];
}

/**
 * Reads rows and what is below them. With `expand`, everything is loaded and checked first, side by side; a branch
 * that fails holds its failure's row.
 */
export async function readRows(
  rows: readonly Row[],
  expand: boolean,
  turns = new Turns(),
): Promise<readonly TreeRow[]> {
  return Promise.all(
    distinctRows(rows).map(async (row) => {
      await turns.next();
      if (expand) {
        await row.load?.();
        await row.whatFollows?.();
      }
      const children = await rowsBelow(row, expand, turns);
      const { contextValue, label, description } = shownItem(row.item());
      return { id: row.id, contextValue, label, description, ...(children ? { children } : {}) };
    }),
  );
}

/** Once more where others stand there after they were loaded: what fails for all of them stands in their place. */
async function rowsBelow(row: Row, expand: boolean, turns: Turns): Promise<readonly TreeRow[] | undefined> {
  const before = row.children?.();
  const rows = before && (await readRows(before, expand, turns));
  const after = expand ? row.children?.() : undefined;
  const isSame = !after || idsOf(distinctRows(after)) === idsOf(rows);
  return isSame ? rows : readRows(after, expand, turns);
}

/** So many rows are read in one turn of the event loop: some milliseconds. */
const rowsAtOnce = 250;

/** Lets others have their turn while very many rows are read. */
class Turns {
  #rows = 0;
  #turn: Promise<unknown> = Promise.resolve();

  next(): Promise<unknown> {
    if (++this.#rows % rowsAtOnce === 0) {
      this.#turn = this.#turn.then(() => new Promise((resolve) => setImmediate(resolve)));
    }
    return this.#turn;
  }
}

function idsOf(rows: readonly { readonly id: string }[] | undefined): string {
  return JSON.stringify(rows?.map(({ id }) => id));
}
