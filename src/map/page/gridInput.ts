import type { Key } from "./cursor";

/** What somebody does in the grid. */
interface GridInput {
  /** A key was pressed; whether it led anywhere. */
  key(key: Key): boolean;
  /** The mouse was pressed on something; whether that is a cell or a heading. */
  pointed(target: Element): boolean;
  /** Enter, a double click, or a click for the menu. */
  chosen(): void;
  focused(): void;
  /** The page has the focus again, which was in the grid before. */
  back(): void;
}

/** Listens to keys, the mouse and the focus in a grid. */
export function listenToGrid(table: HTMLElement, on: GridInput): void {
  let hadFocus = false;
  document.addEventListener("focusin", ({ target }) => {
    hadFocus = target instanceof Node && table.contains(target);
  });
  // Who comes back, from a picker or from the tree, is where he was: the browser has forgotten it.
  addEventListener("focus", () => {
    if (hadFocus && document.activeElement === document.body) {
      on.back();
    }
  });
  table.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (!altKey && on.key({ key, ctrl: ctrlKey || metaKey })) {
      event.preventDefault();
    } else if (["Enter", " ", "ContextMenu"].includes(key) || (key === "F10" && shiftKey)) {
      event.preventDefault();
      on.chosen();
    }
  });
  table.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && on.pointed(event.target)) {
      event.preventDefault();
    }
  });
  table.addEventListener("dblclick", () => on.chosen());
  table.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    on.chosen();
  });
  table.addEventListener("focusin", () => on.focused());
}
