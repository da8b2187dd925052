import type { Locator } from "playwright-core";
import type { PageElement } from "./inPage";

/** A row as it is on the screen. */
export interface Row {
  readonly label: string;
  readonly description: string;
  /** The name of its codicon, or nothing where it has none. */
  readonly icon: string;
  /** 1 for the profiles. */
  readonly level: number;
  /** Undefined for a row without children. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  /** Where the keyboard is, or was when it was last in the tree. */
  readonly focused: boolean;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
}

/** The rows on the screen, from top to bottom. */
export function readRows(tree: Locator): Promise<Row[]> {
  return tree.evaluateAll((trees: PageElement[]) =>
    trees.flatMap(inPage.treeRows).map(({ element: row }) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent ?? "";
      const icon = row.querySelector(".custom-view-tree-node-item-icon")?.className ?? "";
      const expanded = row.getAttribute("aria-expanded");
      return {
        label: text(".label-name"),
        description: text(".label-description"),
        icon: /codicon-(?!colored|modifier)([\w-]+)/.exec(icon)?.[1] ?? "",
        level: Number(row.getAttribute("aria-level")),
        expanded: expanded === null ? undefined : expanded === "true",
        selected: row.getAttribute("aria-selected") === "true",
        focused: row.className.split(" ").includes("focused"),
        accessibleLabel: row.getAttribute("aria-label") ?? "",
      };
    }),
  );
}

/** Aims the mouse at the row of this path. False where it is not on the screen. */
export function aimAtRow(tree: Locator, path: readonly string[]): Promise<boolean> {
  return tree.evaluateAll((trees: PageElement[], labels) => {
    const wanted = labels.join("\n");
    const find = () => trees.flatMap(inPage.treeRows).find((row) => row.path.join("\n") === wanted);
    return inPage.aim(() => find()?.element);
  }, path);
}

/** The row of this path, and those right below it. */
export function findRow(
  rows: readonly Row[],
  path: readonly string[],
): { readonly row: Row; readonly children: readonly Row[] } | undefined {
  const above: string[] = [];
  const at = rows.findIndex(({ level, label }) => {
    above.length = level - 1;
    above.push(label);
    return above.join("\n") === path.join("\n");
  });
  const row = rows[at];
  if (row === undefined) {
    return undefined;
  }
  const rest = rows.slice(at + 1);
  const end = rest.findIndex(({ level }) => level <= row.level);
  const below = rest.slice(0, end === -1 ? undefined : end);
  return { row, children: below.filter(({ level }) => level === row.level + 1) };
}
