import type { Row } from "./row";

/** Where one is left when rows go: the next of their siblings that stays, else the last before them, else the parent. */
export function rowBeside(going: readonly Row[], siblings: readonly Row[]): Row | undefined {
  const ids = new Set(going.map(({ id }) => id));
  if (ids.size === 0) {
    return undefined;
  }
  const last = siblings.findLastIndex(({ id }) => ids.has(id));
  const stays = ({ id, kind }: Row) => !ids.has(id) && kind !== "note";
  return (
    siblings.slice(last + 1).find(stays) ??
    siblings.slice(0, Math.max(last, 0)).findLast(stays) ??
    going.at(-1)?.parent
  );
}
