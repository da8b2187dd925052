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
export async function readRows(rows: readonly Row[], expand: boolean): Promise<readonly TreeRow[]> {
  return Promise.all(
    distinctRows(rows).map(async (row) => {
      if (expand) {
        await row.load?.();
        await row.whatFollows?.();
      }
      const children = await rowsBelow(row, expand);
      const { contextValue, label, description } = shownItem(row.item());
      return { id: row.id, contextValue, label, description, ...(children ? { children } : {}) };
    }),
  );
}

/** Once more where others stand there after they were loaded: what fails for all of them stands in their place. */
async function rowsBelow(row: Row, expand: boolean): Promise<readonly TreeRow[] | undefined> {
  const before = row.children?.();
  const rows = before && (await readRows(before, expand));
  const after = row.children?.();
  const isSame = !after || idsOf(distinctRows(after)) === idsOf(rows);
  return isSame ? rows : readRows(after, expand);
}

function idsOf(rows: readonly { readonly id: string }[] | undefined): string {
  return JSON.stringify(rows?.map(({ id }) => id));
}
