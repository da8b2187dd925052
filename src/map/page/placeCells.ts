/** Puts something where it is to stand. */
export function placed(made: HTMLElement, side: "left" | "top", pixels: number): HTMLElement {
  made.style[side] = `${pixels}px`;
  return made;
}

/** Brings what is drawn in line with what is to be drawn, in order, behind a child that stays or as the only children. */
export function follow<Item extends { readonly index: number }>(
  parent: HTMLElement,
  first: Element | null | undefined,
  drawn: Map<number, HTMLElement>,
  items: readonly Item[],
  make: (item: Item) => HTMLElement | undefined,
): void {
  const there = new Set(items.map(({ index }) => index));
  for (const [index, old] of drawn) {
    if (!there.has(index)) {
      old.remove();
      drawn.delete(index);
    }
  }
  let next = first ? first.nextElementSibling : parent.firstElementChild;
  for (const item of items) {
    const known = drawn.get(item.index);
    const made = known ?? make(item);
    if (made === undefined) {
      continue;
    }
    drawn.set(item.index, made);
    if (made === next) {
      next = next.nextElementSibling;
    } else {
      parent.insertBefore(made, next);
    }
  }
}

/** Cells stand in a row as text does: one behind columns that are not drawn has a gap before it that makes up for them. */
export function closeGaps(
  drawn: ReadonlyMap<number, HTMLElement>,
  columns: readonly { readonly index: number }[],
  width: number,
): void {
  let next = 0;
  for (const { index } of columns) {
    const gap = index === next ? "" : `${(index - next) * width}px`;
    const cell = drawn.get(index);
    if (cell && cell.style.marginLeft !== gap) {
      cell.style.marginLeft = gap;
    }
    next = index + 1;
  }
}
