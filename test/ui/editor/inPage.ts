/** As much of the page's own types as these tests need: the extension's code is not to see them. */
export interface PageElement {
  readonly className: string;
  readonly textContent: string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  contains(other: unknown): boolean;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getClientRects(): { readonly length: number };
}

interface PageEvent {
  readonly type: string;
  readonly target: unknown;
  stopImmediatePropagation(): void;
  preventDefault(): void;
}

declare const document: PageElement;
declare const addEventListener: (type: string, listener: (event: PageEvent) => void, capture: true) => void;

/** What the tests have in the page. */
export interface InPage {
  /** The rows of a tree that are drawn, from top to bottom, each with its labels from the top of the tree. */
  treeRows(tree: PageElement): { readonly element: PageElement; readonly path: readonly string[] }[];
  /** A button that is shown, by its name. A keybinding may follow it there. */
  button(within: PageElement, name: string): PageElement | undefined;
  /** From now on the mouse means what `find` finds. False where that is not there. */
  aim(find: () => PageElement | undefined): boolean;
  /** Ends that. The events that met what was meant. */
  met(): readonly string[];
}

declare global {
  var inPage: InPage;
}

/** What the mouse is aimed at has this attribute. */
export const aimed = "[data-aimed]";

/**
 * Runs in the page, before VS Code does: nothing outside of this function is there.
 *
 * VS Code draws rows anew, moves them, and uses their elements again for other rows, also while the mouse is on its
 * way. An event that would meet another row than the one that is meant is kept from it.
 */
export function install(): void {
  let find: (() => PageElement | undefined) | undefined;
  let met: string[] = [];
  let aimedAt: PageElement | undefined;
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "contextmenu"]) {
    addEventListener(
      type,
      (event) => {
        if (find?.()?.contains(event.target)) {
          met.push(event.type);
        } else if (find !== undefined) {
          event.stopImmediatePropagation();
          event.preventDefault();
        }
      },
      true,
    );
  }

  globalThis.inPage = {
    treeRows: (tree) => {
      // The list uses its elements again: their order says nothing.
      const elements = [...tree.querySelectorAll(".monaco-list-rows > .monaco-list-row")]
        .map((element) => ({ element, index: Number(element.getAttribute("data-index")) }))
        .sort((a, b) => a.index - b.index);
      const above: string[] = [];
      return elements.map(({ element }) => {
        above.length = Number(element.getAttribute("aria-level")) - 1;
        above.push(element.querySelector(".label-name")?.textContent ?? "");
        return { element, path: [...above] };
      });
    },
    button: (within, name) =>
      [...within.querySelectorAll("[role='button'], .monaco-button")].find((button) => {
        const label = button.getAttribute("aria-label") ?? button.textContent ?? "";
        return label.trim().replace(/ \([^)]*\)$/, "") === name && button.getClientRects().length > 0;
      }),
    aim: (wanted) => {
      // Also where it is not in the page now: VS Code may use it again for another row.
      aimedAt?.removeAttribute("data-aimed");
      const element = wanted();
      element?.setAttribute("data-aimed", "");
      aimedAt = element;
      find = element && wanted;
      met = [];
      return element !== undefined;
    },
    met: () => {
      find = undefined;
      return met;
    },
  };
}
